/// Writes a query as the language reads it: what it prints is read as the same query.
enum QueryPrinter {
  static func text(of query: Query) -> String {
    let start = query.pairing.map { text(of: $0) } ?? query.noun.text
    return ([(query.isExplained ? "explain " : "") + start] + query.clauses.map(text(of:))).joined(separator: " ")
  }

  static func text(of clause: Clause) -> String {
    switch clause {
    case .filter(let condition): "where " + text(of: condition)
    case .group(let keys, let across):
      "group by " + keys.map(text(of:)).joined(separator: ", ") + (across.map { " across " + text(of: $0) } ?? "")
    case .show(let columns): "show " + columns.map(text(of:)).joined(separator: ", ")
    case .sort(let keys):
      "sort by " + keys.map { text(of: $0.operand) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
    case .limit(let count): "limit \(count)"
    case .skip(let count): "skip \(count)"
    case .sample(let count, let seed): "sample \(count)" + (seed == Sample.usualSeed ? "" : " seed \(seed)")
    case .combine(let kind, let query, _): "\(kind.rawValue) (\(text(of: query)))"
    case .format(let name): "as " + name.text
    case .match(let patterns, _): "match " + patterns.map(text(of:)).joined(separator: ", ")
    }
  }

  static func text(of column: Clause.Shown) -> String {
    text(of: column.operand) + (column.name.map { " as " + columnName($0.text) } ?? "")
  }

  static func text(of operand: Operand) -> String {
    guard let aggregate = operand.aggregate else { return name(operand.attribute?.text ?? "") }
    guard let attribute = operand.attribute else { return aggregate + (operand.isDistinct ? "(distinct)" : "") }
    return "\(aggregate)(\(operand.isDistinct ? "distinct " : "")\(name(attribute.text)))"
  }

  static func text(of condition: Condition) -> String {
    switch condition {
    case .all(let parts):
      parts.map { isAny($0) || isAll($0) ? "(\(text(of: $0)))" : text(of: $0) }.joined(separator: " and ")
    case .any(let parts): parts.map { isAny($0) ? "(\(text(of: $0)))" : text(of: $0) }.joined(separator: " or ")
    case .not(let inner): "not " + (isAny(inner) || isAll(inner) ? "(\(text(of: inner)))" : text(of: inner))
    case .test(let test): text(of: test)
    }
  }

  static func text(of test: Condition.Test) -> String {
    let operand = text(of: test.operand)
    let values = test.values.map { value($0.text) }
    switch test.comparison {
    case .equal: return "\(operand) \(test.isNegated ? "!=" : "=") \(values[0])"
    case .isMissing: return "\(operand) is \(test.isNegated ? "present" : "missing")"
    case .between: return "\(operand) \(test.isNegated ? "not " : "")between \(values[0]) and \(values[1])"
    case .among, .hasAll, .hasAny:
      let list = values.joined(separator: ", ")
      return "\(operand) \(test.isNegated ? "not " : "")\(test.comparison.rawValue) (\(list))"
    case .matches: return "\(operand) \(test.isNegated ? "not " : "")matches \(pattern(test.values[0].text))"
    default: return "\(operand) \(test.isNegated ? "not " : "")\(test.comparison.rawValue) \(values[0])"
    }
  }

  private static func text(of pairing: Pairing) -> String {
    let within = pairing.within.map { " within \($0.count) \($0.unit.rawValue)s" } ?? ""
    return "pairs of claims on \(pairing.keys.map { name($0.text) }.joined(separator: ", "))" + within
  }

  private static func text(of pattern: TriplePattern) -> String {
    [text(of: pattern.subject, isLast: false), text(of: pattern.predicate, isLast: false), text(of: pattern.object)]
      .joined(separator: " ")
  }

  /// A term; only the last one of a pattern may have several words without quotes.
  private static func text(of term: TriplePattern.Term, isLast: Bool = true) -> String {
    switch term {
    case .variable(let name): return "?" + name.text
    case .value(let value):
      let plain = Self.value(value.text)
      return value.text.hasPrefix("?") || (!isLast && plain.contains(" ")) ? quoted(value.text) : plain
    }
  }

  /// A regular expression between slashes, or in quotes where it could not be read as it was.
  static func pattern(_ text: String) -> String {
    let isPlain = !text.contains("\\/") && !text.hasSuffix("\\") && !text.contains(where: \.isNewline)
    guard isPlain else { return quoted(text) }
    let ignoresCase = text.hasPrefix("(?i)")
    let shown = (ignoresCase ? String(text.dropFirst(4)) : text).replacing("/", with: "\\/")
    return "/\(shown)/" + (ignoresCase ? "i" : "")
  }

  /// A value, in quotes where its words would not be read as they stand.
  static func value(_ text: String) -> String {
    let tokens = Lexer.tokens(of: text)
    let words = tokens.tokens.dropLast()
    let isPlain =
      tokens.faults.isEmpty && !words.isEmpty
      && words.allSatisfy {
        $0.kind == .word && !Keywords.endsValue($0.keyword) && !["all", "any", "not"].contains($0.keyword)
      }
      && words.map(\.text).joined(separator: " ") == text && !text.hasPrefix("$")
    return isPlain ? text : quoted(text)
  }

  /// A text in quotes.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = [0x22]
    for byte in text.utf8 {
      if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
      bytes.append(byte)
    }
    return String(decoding: bytes + [0x22], as: UTF8.self)
  }

  /// The name of an attribute or column, in quotes where it would be read as something else.
  static func name(_ text: String) -> String {
    if text.hasSuffix(")"), let open = text.firstIndex(of: "("), DateUnit(rawValue: String(text[..<open])) != nil {
      return text[...open] + name(String(text[text.index(after: open)...].dropLast())) + ")"
    }
    return columnName(text)
  }

  /// The name that a column is given.
  private static func columnName(_ text: String) -> String {
    let plain = value(text)
    return plain.contains(" ") || AggregateWords.standalone.contains(plain.lowercased())
      || FormatWords.names.contains(plain.lowercased()) ? quoted(text) : plain
  }

  private static func isAny(_ condition: Condition) -> Bool {
    if case .any = condition { true } else { false }
  }

  private static func isAll(_ condition: Condition) -> Bool {
    if case .all = condition { true } else { false }
  }
}
