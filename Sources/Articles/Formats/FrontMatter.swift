import TextForms

/// The lines between `---` at the top of a Markdown file: `key: value`, a simple part of YAML.
struct FrontMatter {
  /// What it says of the article.
  private(set) var metadata = Metadata()
  /// What cannot be read in it.
  private(set) var problems: [ArticleProblem] = []
  /// How many lines it takes, both marks included; 0 where there is none.
  private(set) var lineCount = 0
  /// The keys that say nothing here, with their lines.
  private var unknown: [(key: String, line: Int)] = []

  /// The front matter of `text`, whose lines are `lines`.
  init(_ text: [UInt8], _ lines: [TextLine], path: String) {
    guard let first = lines.first, first.indent == 0, Self.isMark(text, first, "---") else { return }
    guard
      let end = lines.dropFirst().firstIndex(where: { Self.isMark(text, $0, "---") || Self.isMark(text, $0, "...") })
    else { return }
    lineCount = end + 1
    var open: (key: String, items: [String], line: Int)?
    for index in 1..<end where !lines[index].isBlank {
      let line = String(decoding: text[lines[index].range], as: UTF8.self)
      if line.hasPrefix("- "), open != nil {
        open?.items.append(Self.scalar(String(line.dropFirst(2))))
        continue
      }
      close(&open, path: path)
      guard lines[index].indent == 0, !line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].trimmed
      let value = line[line.index(after: colon)...].trimmed
      open = (key, value.isEmpty ? [] : Self.values(value), index + 1)
    }
    close(&open, path: path)
    if let (key, line) = unknown.first {
      problems.append(.unknownKey(path: path, line: line, key: key, others: unknown.dropFirst().map(\.key)))
    }
  }

  private static func isMark(_ text: [UInt8], _ line: TextLine, _ mark: String) -> Bool {
    line.indent == 0 && text[line.range].elementsEqual(mark.utf8)
  }

  private mutating func close(_ open: inout (key: String, items: [String], line: Int)?, path: String) {
    defer { open = nil }
    guard let (key, items, line) = open else { return }
    guard let field = Metadata.Field(named: key) else {
      if !Metadata.Field.passedOver.contains(Metadata.Field.form(of: key)) { unknown.append((key, line)) }
      return
    }
    let value = items.filter { !$0.isEmpty }.joined(separator: ", ")
    if !metadata.set(field, to: value) { problems.append(.badDate(path: path, line: line, value: value)) }
  }

  /// The values of `[a, b]`, or the one that stands there.
  private static func values(_ text: String) -> [String] {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return [scalar(text)] }
    return text.dropFirst().dropLast().split(separator: ",").map { scalar($0.trimmed) }
  }

  /// A scalar without its quotes, or without the comment after it; `~` and `null` are none, nor is a block of lines.
  private static func scalar(_ text: String) -> String {
    let text = text.trimmed
    if let quote = text.first, quote == "\"" || quote == "'", let end = text.dropFirst().lastIndex(of: quote) {
      let inner = String(text[text.index(after: text.startIndex)..<end])
      return quote == "\"" ? unescaped(inner) : inner.split("''").joined(separator: "'")
    }
    if ["~", "null", "|", ">", "|-", ">-"].contains(text) { return "" }
    return text.split(" #").first.map { $0.trimmed } ?? ""
  }

  private static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}

extension String {
  /// The parts between occurrences of `separator`; at least one.
  fileprivate func split(_ separator: String) -> [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    var at = startIndex
    while at < endIndex {
      if self[at...].hasPrefix(separator) {
        parts.append(self[start..<at])
        at = index(at, offsetBy: separator.count)
        start = at
      } else {
        at = index(after: at)
      }
    }
    return parts + [self[start...]]
  }
}
