import Foundation
import Query
import TestSupport
import Testing

@testable import Shell

@Suite struct TextMateGrammarTests {
  @Test func theFileIsCurrent() throws {
    try GoldenCase.expect(TextMateGrammar.text, equals: "../../Docs/hearsay-query.tmLanguage.json")
    let object = try JSONSerialization.jsonObject(with: Data(TextMateGrammar.text.utf8)) as? [String: Any]
    #expect((object?["patterns"] as? [Any])?.count == TextMateGrammar.rules.count)
  }

  /// The kinds of the words of a line, as an editor finds them: at each place the first rule that fits.
  private func kinds(_ line: String) throws -> [String] {
    let rules = try TextMateGrammar.rules.map { ($0, try NSRegularExpression(pattern: $0.match)) }
    var kinds: [String] = []
    var place = 0
    let text = line as NSString
    while place < text.length {
      let rest = NSRange(location: place, length: text.length - place)
      let found = rules.compactMap { rule, expression in
        expression.firstMatch(in: line, range: rest).map { (rule, $0.range) }
      }
      guard let (rule, range) = found.min(by: { $0.1.location < $1.1.location }) else { break }
      kinds.append("\(text.substring(with: range)): \(rule.name)")
      place = range.location + max(1, range.length)
    }
    return kinds
  }

  @Test func wordsAreTold() throws {
    #expect(
      try kinds("define near = claims where left.source != $who and date >= 2024-05 group by topic") == [
        "define near: meta.definition", "=: keyword.operator", "claims: support.type", "where: keyword.control",
        "left.source: variable.other.member", "!=: keyword.operator", "$who: variable.parameter",
        "and: keyword.operator.word", "date: variable.other.member", ">=: keyword.operator",
        "2024-05: constant.numeric.date", "group by: keyword.control", "topic: variable.other.member",
      ])
    #expect(
      try kinds("sentences where text matches /a\\/b/i or text has “safe haven” show count(text), 3 as csv -- why") == [
        "sentences: support.type", "where: keyword.control", "text: variable.other.member",
        "matches /a\\/b/i: string.regexp", "or: keyword.operator.word", "text: variable.other.member",
        "has: keyword.operator.word", "“safe haven”: string.quoted.double", "show: keyword.control",
        "count(: support.function", "text: variable.other.member", "3: constant.numeric", "as csv: meta.format",
        "-- why: comment.line",
      ])
  }

  @Test func everyWordOfTheLanguageHasAKind() throws {
    let words =
      QueryReference.statements + QueryReference.nouns + QueryReference.clauses + QueryReference.operators
      + QueryReference.dateUnits
      + QueryReference.nouns.flatMap { QueryReference.attributes(of: $0.name) }
    for word in words { #expect(try kinds(" \(word.name) ").count == 1, "\(word.name)") }
  }
}
