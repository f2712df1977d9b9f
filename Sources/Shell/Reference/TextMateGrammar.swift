import Query
import TextForms

/// A grammar by which editors colour `.query` files, in the format of TextMate, made from the tables of the language.
///
/// Its expressions need no looking around, so that every engine takes them.
enum TextMateGrammar {
  /// The grammar as JSON.
  static var text: String {
    JSONText.object([
      ("name", .text("Hearsay query")), ("scopeName", .text("source.hearsay-query")),
      ("fileTypes", .list([.text("query")])), ("patterns", .list(rules.map(\.json))),
    ]).text() + "\n"
  }

  /// What a part of a query looks like and how it is called.
  struct Rule {
    /// The kind of word, as colour schemes name it.
    var name: String
    /// The expression; where it has groups, each with a kind of its own.
    var match: String
    var groups: [String] = []

    fileprivate var json: JSONText {
      let captures = groups.enumerated().map { ("\($0 + 1)", JSONText.object([("name", .text(Self.scope($1)))])) }
      let kind = groups.isEmpty ? ("name", .text(Self.scope(name))) : ("captures", JSONText.object(captures))
      return .object([kind, ("match", .text(match))])
    }

    private static func scope(_ name: String) -> String { name + ".hearsay-query" }
  }

  /// The rules, of which the first that fits a place is taken.
  static let rules = [
    Rule(name: "comment.line", match: "(?:--|#).*$"),
    Rule(
      name: "string.regexp", match: #"\b((?i:matches))\s+(/(?:\\.|[^/\\])*/i?)"#,
      groups: ["keyword.operator.word", "string.regexp"]),
    Rule(name: "string.quoted.double", match: #""(?:\\.|[^"\\])*"|“[^”]*”|«[^»]*»"#),
    Rule(name: "string.quoted.single", match: #"'(?:\\.|[^'\\])*'|‘[^’]*’"#),
    Rule(name: "variable.parameter", match: #"\$[\p{L}][\p{L}\p{N}_-]*"#),
    Rule(
      name: "meta.definition", match: #"\b((?i:define|param))\s+([\p{L}][\p{L}\p{N}_-]*)"#,
      groups: ["keyword.other", "entity.name.function"]),
    Rule(
      name: "meta.format", match: #"\b((?i:as))\s+"# + "(\(alternatives(QueryReference.formats)))" + #"\b"#,
      groups: ["keyword.control", "constant.language"]),
    words("keyword.other", QueryReference.statements),
    words("keyword.control", QueryReference.clauses),
    words("support.function", QueryReference.aggregates, after: #"\s*\("#),
    words("keyword.operator.word", QueryReference.operators.filter { $0.name.allSatisfy { $0.isLetter || $0 == " " } }),
    Rule(name: "keyword.operator", match: "[=!]=|[<>]=?|=|≠|≤|≥"),
    Rule(name: "constant.numeric.date", match: #"\b[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?\b"#),
    Rule(name: "constant.numeric", match: #"\b[0-9]+(?:\.[0-9]+)?\b"#),
    words("support.type", QueryReference.nouns),
    words("variable.other.member", attributes + QueryReference.dateUnits, before: #"(?:left\.|right\.)?"#),
  ]

  private static func words(_ name: String, _ words: [QueryWord], before: String = "", after: String = "") -> Rule {
    Rule(name: name, match: #"\b"# + before + alternatives(words) + (after.isEmpty ? #"\b"# : after))
  }

  private static var attributes: [QueryWord] {
    QueryReference.nouns.flatMap { QueryReference.attributes(of: $0.name) }
  }

  /// One of the words in any of their spellings, the longest first, in any case.
  private static func alternatives(_ words: [QueryWord]) -> String {
    let spellings = Set(words.flatMap { [$0.name] + $0.others }).sorted { left, right in
      (right.count, left) < (left.count, right)
    }
    return "(?i:" + spellings.map { $0.replacing(" ", with: #"\s+"#) }.joined(separator: "|") + ")"
  }
}
