import ClaimModel

/// Slips that are told apart so that each gets its own answer; reading goes on after them with what was meant.
extension Parser {
  /// A list of attributes with `and` for a comma, with nothing for one, or in brackets.
  mutating func takeSlipInList(after clause: String) -> Bool {
    if token.keyword == "and" {
      report(.listWithoutComma(found: "and"))
      take()
      return true
    }
    let isAttribute = token.kind == .word && Nouns.table.contains { $0.attribute(named: token.keyword) != nil }
    let isClause = Keywords.clauses.contains(token.keyword) || ForeignWords.hint(forClause: token.keyword) != nil
    guard isAttribute, !isClause, tokens[next - 1].kind == .word else { return false }
    report(.listWithoutComma(found: token.text))
    return true
  }

  /// A bracket before a list of attributes.
  mutating func takeBracketBeforeList(after clause: String) {
    guard token.isSymbol("(") else { return }
    report(.listInBrackets(clause))
    take()
    if let close = tokens[next...].firstIndex(where: { $0.isSymbol(")") }) { tokens.remove(at: close) }
  }

  /// `desc` before what is sorted by.
  mutating func takeDirectionBeforeKey() {
    let isDirection = ["desc", "descending", "asc", "ascending"].contains(token.keyword)
    guard isDirection, following.kind == .word, !Keywords.clauses.contains(following.keyword) else { return }
    report(.directionFirst(token.text, attribute: following.text))
    take()
  }

  /// A second number, as in `limit 10, 20`, which is to skip the first number of rows.
  mutating func takeSecondNumber(after word: Token, _ count: Int) {
    guard token.isSymbol(","), let second = Int(following.text) else { return }
    report(.twoNumbers(clause: word.keyword, count, second))
    take()
    take()
  }

  /// A number with commas between its digits, as in `1,000`.
  mutating func takeCommaInNumber() -> Bool {
    let before = tokens[next - 1]
    let isWhole = before.kind == .word && before.text.allSatisfy(\.isNumber)
    guard isWhole, token.isSymbol(","), token.range.start == before.range.end, following.range.start == token.range.end,
      following.text.count == 3, following.text.allSatisfy(\.isNumber)
    else { return false }
    report(.commaInNumber(before.text + following.text), at: before.range.union(following.range))
    take()
    take()
    return true
  }

  /// One value in brackets, or several after `=`: `= (ISKP)`, `= (ISKP, Taliban)`.
  mutating func takeBracketedValue(after sign: String) -> Bool {
    let brackets = ["(": ")", "[": "]", "{": "}"]
    guard token.kind == .symbol, let end = brackets[token.text],
      let close = tokens[next...].firstIndex(where: { $0.isSymbol(end) })
    else { return false }
    let inner = tokens[(next + 1)..<close].split { $0.isSymbol(",") }
    guard inner.allSatisfy({ $0.allSatisfy { $0.kind != .symbol } }) else { return false }
    let values = inner.map { QueryPrinter.value($0.map(\.text).joined(separator: " ")) }
    report(.bracketedValue(sign: sign, values: values))
    next = close + 1
    return true
  }

  /// An operator and a value without the attribute that was compared last: `date >= 2024 and <= 2025`.
  mutating func takeTestWithoutAttribute() -> Bool {
    guard let comparedLast, isOperator(token), [.word, .quoted].contains(following.kind) else { return false }
    let value = QueryPrinter.value(following.text)
    report(.attributeLeftOut(sign: token.text, value: value, attribute: comparedLast.attribute))
    return true
  }

  /// The rest of a function of another language, whose arguments are not ours to read.
  mutating func takeForeignFunction(_ word: Token) -> Bool {
    guard HabitWords.function(word.keyword) != nil, token.isSymbol("("), AggregateWords.named(word.keyword) == nil
    else {
      return false
    }
    report(.unknownAggregate(word.text, near: []), at: word.range)
    var open = 0
    repeat {
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") { open -= 1 }
      take()
    } while open > 0 && token.kind != .end
    return true
  }

  /// The attribute that a word can only be the value of: `denied` of polarity.
  func attribute(withChoice word: String) -> String? {
    Nouns.claims.attributes.first { attribute in
      if case .choice(let words) = attribute.type { words.contains(word.lowercased()) } else { false }
    }?.name
  }

  /// Whether a column of `show` is compared with a number: `show count > 3`.
  private func isComparingGroups(_ symbol: String) -> Bool {
    [">", ">=", "<", "<="].contains(symbol) && Double(token.text) != nil && next > 1
      && tokens[next - 2].kind == .word && !tokens[..<next].contains { $0.keyword == "where" }
  }

  /// What a symbol where a clause should stand is meant to be, for the message.
  func hint(forSymbol symbol: String) -> String? {
    switch symbol {
    case "(", "[", "{": "clauses stand one after another, without brackets"
    case _ where isComparingGroups(symbol):
      "a condition on groups stands in a clause of its own: where \(tokens[next - 2].text) \(symbol) \(token.text)"
    case "of" where next > 1 && DateUnit(rawValue: tokens[next - 2].keyword) != nil:
      "write \(tokens[next - 2].keyword)(\(token.text))"
    case ",": "a query asks for one noun; end it with ; before the next one"
    case ">", ">=", "<", "<=", "=", "==", "!=":
      FormatWords.names.contains(tokens[max(0, next - 2)].keyword)
        ? "write > file after the command that runs the query"
        : tokens[..<next].contains { $0.keyword == "where" }
          ? "a comparison has one operator: write between … and …, or two conditions joined by and"
          : symbol == ">"
            ? "write as csv, and > file after the command that runs the query" : "write where before a condition"
    default: nil
    }
  }
}
