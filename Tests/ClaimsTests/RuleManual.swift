import Foundation
import TestSupport

/// The manual of the rules, made from the comments of `Sources/Claims` and the marked sentences of `Tests/Cases/claims`.
///
/// A file of `Sources/Claims` is a rule unless `RuleManual.others` names it. `X.swift` and its extensions `X+….swift` are one
/// rule; its sentences are in the file with its name in small letters, `Rule` left out, and in those whose names go on behind
/// that with `-`.
struct RuleManual {
  /// A rule, as its files tell it.
  struct Rule {
    /// The name of its type.
    var name: String
    /// Its folder in `Sources/Claims`.
    var folder: String
    /// What the comment before its type or its main function says.
    var comment: [String]
    /// Its files, as paths within `Sources/Claims`.
    var files: [String] = []
    /// What its extensions say, and those of their functions that start with an example.
    var details: [[String]]

    /// The name of its file of marked sentences.
    var cases: String {
      var name = name
      if name.hasSuffix("Rule") { name.removeLast(4) }
      let words = name.enumerated().map { index, letter in
        (letter.isUppercase && index > 0 ? "-" : "") + letter.lowercased()
      }
      return words.joined()
    }
  }

  /// The parts of reading, in their order, with what the rules of each do.
  static let parts = [
    ("Trees", "What a parser often gets wrong is mended before any rule reads a tree."),
    ("Names", "Which words name a person, a place, a body, and which names are the same one's."),
    ("References", "Whom pronouns and descriptions stand for."),
    ("Clauses", "Which words state something, and what their subject, object and other arguments are."),
    ("Phrases", "Which words of an argument name the thing."),
    ("Relations", "What a relation is called, and what it is about."),
    ("Attribution", "Who says it."),
    ("Certainty", "Whether it is said to be so, and how surely."),
    ("Places", "Where."),
    ("Time", "When."),
    ("Quantities", "How many."),
    ("Reading", "What is too little for a claim."),
    ("Confidence", "How likely the claim is what the text says."),
  ]

  /// What is no rule: values that rules hand on, tables, models, and what sets rules up and writes down what they find.
  static let others: Set<String> = [
    "AttributionSpans", "Attribution", "Quotation", "Voice", "Factuality", "FactualityFeatures", "FactualityReader",
    "FactualityWeights", "ClaimExtractor", "Clause", "EventFrame", "ConfidenceFeature", "ConfidenceFeatures",
    "ConfidenceReader", "ConfidenceWeights", "CueTable", "KnownNames", "LocalNames", "Mention", "ArgumentWords",
    "OpenTuple", "OpenTuples", "ArgumentReader", "ClaimBuilder", "ClaimIdentity", "ClauseWords", "SentenceReading",
    "SentenceRules", "DiscourseEntity", "Pronoun", "ReferenceLink", "Calendar", "DateExpression", "SyntaxTree",
  ]

  /// The names of all files, what stands behind `+` left out.
  let names: Set<String>
  /// The rules, in the order of the parts and of their names.
  let rules: [Rule]

  /// Reads the rules from the project's sources.
  init() throws {
    let sources = GoldenCase.projectFolder.appending(path: "Sources/Claims")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
      .sorted()
    var names: Set<String> = []
    var rules: [String: Rule] = [:]
    for file in files {
      let stem = file.split(separator: "/").last.map { $0.dropLast(".swift".count) } ?? ""
      let name = String(stem.prefix { $0 != "+" })
      names.insert(name)
      guard !Self.others.contains(name) else { continue }
      let folder = file.split(separator: "/").first.map(String.init) ?? ""
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      var rule = rules[name] ?? Rule(name: name, folder: folder, comment: [], details: [])
      let comments = Self.comments(of: text)
      if stem.contains("+") {
        rule.details += comments.filter { $0 == comments.first && $0.isTop || $0.startsWithExample }.map(\.paragraphs)
      } else {
        rule.comment = comments.first?.paragraphs ?? []
      }
      rule.files.append(file)
      rules[name] = rule
    }
    self.names = names
    self.rules = Self.parts.flatMap { part in
      rules.values.filter { $0.folder == part.0 }.sorted { $0.name < $1.name }
    }
  }

  /// A comment of a declaration.
  private struct Comment: Equatable {
    var paragraphs: [String]
    /// Whether it is that of a type or an extension.
    var isTop: Bool
    /// "an example": what is said of it.
    var startsWithExample: Bool {
      guard let first = paragraphs.first else { return false }
      return ["\"", "“", "…"].contains { first.hasPrefix($0) } && first.contains(": ")
    }
  }

  /// The comments of a file's declarations; lines that tell parameters and results are left out.
  private static func comments(of text: String) -> [Comment] {
    var comments: [Comment] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      guard words.hasPrefix("///") else {
        isInside = false
        continue
      }
      let content = words.dropFirst(3).drop { $0 == " " }
      if !isInside { comments.append(Comment(paragraphs: [""], isTop: line.hasPrefix("///"))) }
      isInside = true
      if content.isEmpty || content.hasPrefix("- ") { comments[comments.count - 1].paragraphs.append("") }
      let last = comments[comments.count - 1].paragraphs.count - 1
      let before = comments[comments.count - 1].paragraphs[last]
      comments[comments.count - 1].paragraphs[last] = before + (before.isEmpty ? "" : " ") + content
    }
    for index in comments.indices { comments[index].paragraphs.removeAll { $0.isEmpty || $0.hasPrefix("- ") } }
    return comments
  }

  /// The names of the files of sentences of `rule`; a longer name of a rule takes what starts with it.
  func cases(of rule: Rule) -> [String] {
    let files = GoldenCase.files(in: "claims", suffix: ".conllu").map { $0.deletingPathExtension().lastPathComponent }
    return files.filter { file in
      let owners = rules.filter { file == $0.cases || file.hasPrefix($0.cases + "-") }
      return owners.max { $0.cases.utf8.count < $1.cases.utf8.count }?.name == rule.name
    }
  }

  // MARK: The page

  /// The page; `sentences` are the marked sentences of a file of cases.
  func page(sentences: (String) throws -> String) throws -> String {
    var sections = [Self.introduction]
    for (folder, summary) in Self.parts {
      sections.append("## \(folder)\n\n\(summary)\n")
      for rule in rules where rule.folder == folder {
        sections.append(entry(rule, example: Self.example(of: try sentences(rule.cases))))
      }
    }
    return sections.joined(separator: "\n")
  }

  private static let introduction = """
    # The rules

    How Hearsay reads claims out of sentences. Each rule is a type in a file of `Sources/Claims`, whose comment is its entry
    here, and has a file of marked sentences in `Tests/Cases/claims`: trees in (`.conllu`), claims out (`.claims`). Below each
    entry stand the first of them, which run as tests. A line is a claim: subject, relation and object between bars, names in
    brackets, then the other arguments by their prepositions, and what else is known of it. `DENIED`, `PROBABLE`, `POSSIBLE`
    and `UNKNOWN` are its polarity and certainty, `@` its location, `on` its days, `n` its number, `says` its speaker. Words
    that the rules know, and how sure they are, stand in `Sources/CEmbedded/Data/cues.txt`.

    This page is made from the sources: `UPDATE_CASES=1 Scripts/test --filter RuleManualTests` writes it anew.

    """

  private func entry(_ rule: Rule, example: String) -> String {
    var text = "### `\(rule.name)`\n\n" + rule.comment.joined(separator: "\n\n") + "\n"
    if !rule.details.isEmpty {
      text += "\n" + rule.details.map { "- \($0.joined(separator: " "))\n" }.joined()
    }
    let sources = rule.files.map { "[\($0.split(separator: "/").last ?? "")](../Sources/Claims/\($0))" }
    let files = cases(of: rule).map { "[\($0).claims](../Tests/Cases/claims/\($0).claims)" }
    let links = sources.joined(separator: ", ") + "; sentences: " + files.joined(separator: ", ")
    return text + "\n```text\n\(example)```\n\n\(links)\n"
  }

  /// The first sentences of a file of cases, with their claims, up to the second that has some.
  private static func example(of cases: String) -> String {
    var lines: [Substring] = []
    var count = 0
    for line in cases.split(separator: "\n") {
      let isClaim = line.hasPrefix("  ")
      let startsAnew = !isClaim && (lines.last?.hasPrefix("  ") ?? false)
      count += startsAnew ? 1 : 0
      if count == 2 || line.hasPrefix("# ") && count > 0 { break }
      if !line.hasPrefix("# ") { lines.append(line) }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
