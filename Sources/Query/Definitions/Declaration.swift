import ClaimModel
import TextForms

/// A `define` or `param` as it is read.
struct Declaration {
  /// What a declaration starts with.
  enum Kind: String {
    case define, param
  }

  private let tokens: [Token]
  private let definitions: Definitions
  private var next = 1
  /// What is wrong with it.
  private(set) var faults: [Fault]

  /// A declaration whose first word says which one it is.
  init(_ tokens: [Token], _ faults: [Fault], with definitions: Definitions) {
    self.tokens = tokens
    self.faults = faults
    self.definitions = definitions
  }

  private var token: Token { tokens[next] }

  // MARK: define NAME = QUERY

  /// The view that is defined; nil, with faults, where it is wrong.
  mutating func readView() -> Definitions.View? {
    guard let name = readName(after: .define) else { return nil }
    guard token.isSymbol("="), tokens[next + 1].kind != .end else {
      faults.append(Fault(.expectedDefinition(name, found: token.kind == .end ? "" : token.text), at: token.range))
      return nil
    }
    let rest = Array(tokens[(next + 1)...])
    let outcome = Parser.parse(definitions.filled(rest), with: definitions)
    faults += outcome.faults
    guard faults.isEmpty, var query = outcome.query else { return nil }
    query.isExplained = false
    return Definitions.View(name: name, query: QueryPrinter.text(of: query))
  }

  // MARK: param NAME = VALUE -- WHAT IT IS

  /// The parameter that is declared; nil, with faults, where it is wrong.
  mutating func readParameter(in text: String) -> Definitions.Parameter? {
    guard let name = readName(after: .param) else { return nil }
    var parameter = Definitions.Parameter(name: name, values: [], summary: "")
    if token.isSymbol("=") {
      next += 1
      repeat {
        guard let value = readValue() else { return nil }
        parameter.values.append(value)
      } while takeComma()
    }
    if token.kind != .end, !token.isSymbol(";") {
      faults.append(Fault(.expectedParameter(name, found: token.text), at: token.range))
      return nil
    }
    parameter.summary = Self.comment(in: text, after: tokens[next - 1].range.end)
    return faults.isEmpty ? parameter : nil
  }

  private mutating func takeComma() -> Bool {
    guard token.isSymbol(",") else { return false }
    next += 1
    return true
  }

  /// A quoted text, or the words up to a comma or the end.
  private mutating func readValue() -> String? {
    let start = next
    if token.kind == .quoted {
      next += 1
      return tokens[start].text
    }
    while token.kind == .word { next += 1 }
    guard next > start else {
      let found = token.kind == .end ? "" : token.text
      faults.append(Fault(.expectedValue(operator: tokens[next - 1].text, found: found), at: token.range))
      return nil
    }
    return tokens[start..<next].map(\.text).joined(separator: " ")
  }

  /// The comment that stands after a byte of a text, without its signs.
  private static func comment(in text: String, after byte: Int) -> String {
    let rest = text[TextRange(byte, text.utf8.count)]
    let line = rest.prefix { !$0.isNewline }.drop { $0.isWhitespace || $0 == ";" }
    guard line.hasPrefix("--") || line.hasPrefix("#") else { return "" }
    let words = line.drop { $0 == "-" || $0 == "#" || $0.isWhitespace }
    return words.trimmed
  }

  // MARK: Names

  /// A name of letters, digits, `_` and `-` that starts with a letter; a view's means nothing else.
  private mutating func readName(after kind: Kind) -> String? {
    let word = token
    let name = kind == .param ? String(word.text.drop { $0 == "$" }) : word.text
    let isName =
      word.kind == .word && name.first?.isLetter == true
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
    guard isName else {
      faults.append(
        Fault(.expectedName(after: kind.rawValue, found: word.kind == .end ? "" : word.text), at: word.range))
      return nil
    }
    guard kind == .param || !ReservedWords.contains(name.lowercased()) else {
      faults.append(Fault(.reservedName(name), at: word.range))
      return nil
    }
    next += 1
    return name
  }
}
