import ClaimModel

/// Finds the statements in a text: a file's, or what has been typed so far.
///
/// A statement ends at `;`, at an empty line, or where a line neither is indented nor goes on with a clause. A file may
/// begin with `language 1`, which says what it is written in; that is no statement.
public enum StatementReader {
  /// A statement of a file.
  public struct Statement: Hashable, Sendable {
    /// Its text, without the `;` that ends it.
    public var text: String
    /// The line on which it starts, from 1.
    public var firstLine: Int

    /// A statement that starts on `firstLine`.
    public init(_ text: String, firstLine: Int) {
      self.text = text
      self.firstLine = firstLine
    }
  }

  /// The statements of a file; comments and empty lines between them are left out.
  public static func statements(of text: String) -> [Statement] {
    var script = Script()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() { script.read(String(line), number: number + 1) }
    script.close()
    return script.statements
  }

  /// The quote in what has been typed that nothing closes yet; nil where there is none.
  public static func openQuote(in text: String) -> Character? {
    let open = Lexer.tokens(of: text).faults.first { $0.reason == .unclosedQuote }
    return open.flatMap { text[$0.range].first }
  }

  /// Whether what has been typed can be run, or waits for more: an open quote or bracket, a last operator, comma or `and`.
  public static func isComplete(_ text: String) -> Bool {
    let (tokens, faults) = Lexer.tokens(of: text)
    if faults.contains(where: { $0.reason == .unclosedQuote }) { return false }
    guard let last = tokens.dropLast().last else { return true }
    if last.isSymbol(";") { return true }
    var open = 0
    for token in tokens {
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") { open -= 1 }
    }
    if open > 0 { return false }
    if last.kind == .symbol { return last.isSymbol(")") || last.isSymbol("]") }
    return !Keywords.openEnded.contains(last.keyword)
  }

  /// The words with which a line that is not indented goes on with the statement before it.
  fileprivate static let continuingWords = Keywords.clauses.union(Keywords.connectives).union(["by"])
}

/// A file as it is read line by line.
private struct Script {
  private(set) var statements: [StatementReader.Statement] = []
  private var lines: [String] = []
  private var firstLine = 0
  /// Whether nothing has been read yet.
  private var isAtStart = true

  mutating func read(_ line: String, number: Int) {
    if line.allSatisfy(\.isWhitespace) {
      close()
    } else if !isComment(line) || !lines.isEmpty {
      if !lines.isEmpty, !isComment(line), !goesOn(with: line) { close() }
      add(line, number: number)
    }
  }

  /// Ends the statement that is being read; comments after it are no part of it.
  mutating func close() {
    while let last = lines.last, isComment(last) || last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    if !lines.isEmpty {
      let text = lines.joined(separator: "\n")
      if isAtStart, LanguageVersion.isKnown(text) { isAtStart = false } else { add(text) }
    }
    lines.removeAll()
  }

  private mutating func add(_ text: String) {
    isAtStart = false
    statements.append(.init(text, firstLine: firstLine))
  }

  /// Adds a line, which ends statements where it has a `;`. What stands before the `;` is blanked out in the next
  /// statement, so that columns stay right.
  private mutating func add(_ line: String, number: Int) {
    if lines.isEmpty { firstLine = number }
    let before = lines.joined(separator: "\n")
    let open = before.utf8.count + (before.isEmpty ? 0 : 1)
    let whole = before.isEmpty ? line : before + "\n" + line
    let ends = Lexer.tokens(of: whole).tokens.filter { $0.isSymbol(";") }.map { $0.range.start - open }
    var start = 0
    for end in ends where end >= 0 {
      lines.append(Self.piece(of: line, from: start, to: end))
      close()
      firstLine = number
      start = end + 1
    }
    lines.append(Self.piece(of: line, from: start, to: line.utf8.count))
  }

  private static func piece(of line: String, from start: Int, to end: Int) -> String {
    let bytes = Array(line.utf8)
    let blanks = String(decoding: bytes[..<start], as: UTF8.self).map { _ in " " }.joined()
    return blanks + String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether a line belongs to the statement before it.
  private func goesOn(with line: String) -> Bool {
    guard let first = line.first, !first.isWhitespace, first != "|", first != ")" else { return true }
    let word = String(line.prefix { $0.isLetter }).lowercased()
    if StatementReader.continuingWords.contains(word) { return true }
    return !StatementReader.isComplete(lines.joined(separator: "\n"))
  }

  private func isComment(_ line: String) -> Bool {
    let text = line.drop(while: \.isWhitespace)
    return text.hasPrefix("--") || text.hasPrefix("#")
  }
}
