import ClaimModel

extension Parser {
  /// Reads conditions parted by `or` and `and`; nil where nothing of them is right.
  mutating func readCondition() -> Condition? {
    guard enter() else { return nil }
    defer { depth -= 1 }
    var parts: [Condition] = []
    repeat {
      if let part = readConjunction() { parts.append(part) }
    } while takeConnective("or", habit: "||")
    return parts.count > 1 ? .any(parts) : parts.first
  }

  private mutating func readConjunction() -> Condition? {
    var parts: [Condition] = []
    repeat {
      let part = readNegation()
      if let part { parts.append(part) } else { skipCondition() }
    } while takeConnective("and", habit: "&&") || takeCommaAsAnd(after: parts.last)
    return parts.count > 1 ? .all(parts) : parts.first
  }

  private mutating func takeConnective(_ word: String, habit: String) -> Bool {
    if takeKeyword(word) { return true }
    guard token.isSymbol(habit) else { return false }
    report(.operatorHabit(found: habit, write: word))
    take()
    return true
  }

  /// A comma between two conditions is understood, and an error; so is one between values.
  private mutating func takeCommaAsAnd(after last: Condition?) -> Bool {
    if takeCommaInNumber() { return takeConnective("and", habit: "&&") }
    guard token.isSymbol(",") else { return false }
    let comma = take()
    let nextIsCondition = token.kind == .word && isOperator(following)
    var list: String?
    if Keywords.clauses.contains(token.keyword) { list = "" }
    if !nextIsCondition, case .test(var test) = last, [.equal, .identical, .has].contains(test.comparison) {
      let more = wordsOfList()
      test.comparison = test.comparison == .has ? .hasAny : .among
      if !more.isEmpty {
        list = QueryPrinter.text(of: test).dropLast() + ", " + more + ")"
      }
    }
    report(.commaBetweenConditions(list: list), at: comma.range)
    if !nextIsCondition { skipCondition() }
    return nextIsCondition
  }

  /// What follows as a list of values, as it would be written in brackets.
  private func wordsOfList() -> String {
    let rest = tokens[next...].prefix { token in
      token.isSymbol(",") || token.kind == .quoted || (token.kind == .word && !Keywords.endsValue(token.keyword))
    }
    let values = rest.split { $0.isSymbol(",") }
    return values.map { QueryPrinter.value($0.map(\.text).joined(separator: " ")) }.joined(separator: ", ")
  }

  /// After an error in a condition: goes on to what can follow one.
  private mutating func skipCondition() {
    var open = 0
    while token.kind != .end {
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") {
        if open == 0 { return }
        open -= 1
      }
      if open == 0, Keywords.endsValue(token.keyword) || token.isSymbol("|") || token.isSymbol(";") { return }
      if open == 0, token.isSymbol("&&") || token.isSymbol("||") { return }
      next += 1
    }
  }

  private mutating func readNegation() -> Condition? {
    let first = token
    if first.isSymbol("!") { report(.operatorHabit(found: "!", write: "not")) }
    if first.keyword == "not" || first.isSymbol("!") {
      take()
      guard enter() else { return nil }
      defer { depth -= 1 }
      return readNegation().map { .not($0) }
    }
    guard takeSymbol("(") else { return readTest() }
    let inner = readCondition()
    if !takeSymbol(")") { report(.unclosedBracket, at: first.range) }
    return inner
  }

  // MARK: One test

  private mutating func readTest() -> Condition? {
    let before = tokens[next - 1].keyword
    let place = Keywords.connectives.contains(before) || before == OperatorWords.negation.name ? before : "where"
    if takeTestWithoutAttribute() { return nil }
    guard let operand = readOperand(after: place) else { return nil }
    let name = operand.attribute?.text ?? operand.aggregate ?? ""
    let sign = token
    guard let (comparison, isNegated) = readComparison(after: name, operand) else { return nil }
    let spot = Spot(range: sign.range)
    guard let values = readValues(for: comparison, sign: sign) else { return nil }
    comparedLast = (name, comparison.isTextual && !values.isEmpty ? comparison.rawValue : "=")
    return .test(
      Condition.Test(operand: operand, comparison: comparison, isNegated: isNegated, values: values, spot: spot))
  }

  /// Reads the operator; for one of another language the error says which one is meant, and reading goes on with that.
  private mutating func readComparison(after attribute: String, _ operand: Operand) -> (Comparison, isNegated: Bool)? {
    let sign = token
    if sign.isSymbol("!=") {
      take()
      return (.equal, true)
    }
    if sign.kind == .symbol, let comparison = Comparison(rawValue: sign.text) {
      take()
      return (comparison, false)
    }
    let isNegated = takeKeyword("not")
    switch token.keyword {
    case "in", "like", "between", "matches": return (Comparison(rawValue: take().keyword) ?? .among, isNegated)
    case "has":
      take()
      if token.keyword == "not", following.kind == .word || following.kind == .quoted {
        report(.operatorHabit(found: "has not", write: "not has"))
        take()
      }
      let many = ["all": Comparison.hasAll, "any": .hasAny][token.keyword]
      if let many, following.isSymbol("(") || following.kind == .quoted {
        take()
        return (many, isNegated)
      }
      return (.has, isNegated)
    case "is" where !isNegated: return readIs()
    case _ where isNegated:
      report(.operatorHabit(found: token.isSymbol("=") ? "not =" : "not", write: "!="), at: sign.range)
      if token.kind == .symbol { take() }
      return (.equal, true)
    default: return readForeignComparison(after: attribute)
    }
  }

  /// Reads `is missing`, `is present`; `is` for `=` is an error.
  private mutating func readIs() -> (Comparison, isNegated: Bool)? {
    let sign = take()
    var isNegated = takeKeyword("not")
    switch token.keyword {
    case "missing", "null", "empty": break
    case "present": isNegated.toggle()
    default:
      report(.operatorHabit(found: isNegated ? "is not" : "is", write: isNegated ? "!=" : "="), at: sign.range)
      return (.equal, isNegated)
    }
    let word = take()
    if word.keyword == "null" || word.keyword == "empty" {
      let write = isNegated ? "is present" : "is missing"
      report(.operatorHabit(found: "is \(isNegated ? "not " : "")\(word.text)", write: write), at: sign.range)
    }
    return (.isMissing, isNegated)
  }

  /// An operator of another language is an error; reading goes on with what is meant.
  private mutating func readForeignComparison(after attribute: String) -> (Comparison, isNegated: Bool)? {
    let sign = token
    let spelling = sign.kind == .symbol ? sign.text : sign.keyword
    guard let write = ForeignWords.instead(ofOperator: spelling), sign.kind != .end else {
      let isAttribute = Nouns.table.contains { $0.attribute(named: attribute) != nil }
      if !isAttribute, let owner = self.attribute(withChoice: attribute) {
        report(.valueAlone(attribute, attribute: owner, sign: "="), at: tokens[next - 1].range)
      } else if let comparedLast, !isAttribute {
        let alone = Fault.Reason.valueAlone(attribute, attribute: comparedLast.attribute, sign: comparedLast.sign)
        report(alone, at: tokens[next - 1].range)
      } else {
        report(.expectedOperator(attribute: attribute, found: found(sign)))
      }
      return nil
    }
    report(.operatorHabit(found: sign.text, write: write))
    take()
    return write == "!=" ? (.equal, true) : Comparison(rawValue: write).map { ($0, false) }
  }

  // MARK: Values

  private mutating func readValues(for comparison: Comparison, sign: Token) -> [Condition.Value]? {
    switch comparison {
    case .isMissing: return []
    case .between:
      guard let low = readValue(after: "between") else { return nil }
      guard takeKeyword("and") else {
        report(.expectedSecondValue(first: QueryPrinter.value(low.text)))
        return nil
      }
      return readValue(after: "and").map { [low, $0] }
    case .among, .hasAll, .hasAny: return readValueList(after: comparison.rawValue)
    case .matches: return readPattern().map { [$0] }
    default: return readValue(after: sign.text).map { [$0] }
    }
  }

  private mutating func readValueList(after place: String) -> [Condition.Value]? {
    let open = token
    guard takeSymbol("(") else {
      let bracket = token.range
      let isOtherBracket = takeSymbol("[") || takeSymbol("{")
      let values = wordsOfList()
      report(.expectedList(operator: place, values: values.isEmpty ? "first, second" : values), at: bracket)
      while token.isSymbol(",") || token.kind == .quoted || (token.kind == .word && !Keywords.endsValue(token.keyword))
      { take() }
      if isOtherBracket, token.isSymbol("]") || token.isSymbol("}") { take() }
      return nil
    }
    var values: [Condition.Value] = []
    repeat {
      guard let value = readValue(after: values.isEmpty ? "(" : ",") else { return nil }
      values.append(value)
    } while takeSymbol(",")
    guard takeSymbol(")") else {
      report(.unclosedBracket, at: open.range)
      return nil
    }
    return values
  }

  /// Reads a regular expression, between slashes or in quotes.
  private mutating func readPattern() -> Condition.Value? {
    let pattern = token
    guard pattern.kind == .pattern || pattern.kind == .quoted else {
      report(.expectedPattern(found: found(pattern)))
      return nil
    }
    take()
    return Condition.Value(text: pattern.text, spot: Spot(range: pattern.range))
  }

  /// Reads a quoted text, or words up to the next keyword or symbol.
  mutating func readValue(after place: String) -> Condition.Value? {
    let first = token
    if first.kind == .quoted {
      take()
      if token.kind == .quoted || (token.kind == .word && !Keywords.endsValue(token.keyword)) {
        reportAfterValue()
        return nil
      }
      return Condition.Value(text: first.text, spot: Spot(range: first.range))
    }
    var words: [Token] = []
    if Keywords.withBy.contains(first.keyword), following.keyword != "by" { words.append(take()) }
    while token.kind == .word, !Keywords.endsValue(token.keyword) { words.append(take()) }
    guard let last = words.last else {
      if takeBracketedValue(after: place) { return nil }
      report(.expectedValue(operator: place, found: found(first)))
      return nil
    }
    if words.count > 1, isOperator(token) {
      report(.missingAnd(before: last.text), at: last.range)
      return nil
    }
    let text = words.map(\.text).joined(separator: " ")
    return Condition.Value(text: text, spot: Spot(range: first.range.union(last.range)))
  }

  /// What stands right after a quoted value is a condition without `and`, or no clause.
  private mutating func reportAfterValue() {
    if isOperator(following) {
      report(.missingAnd(before: token.text))
    } else if let hint = ForeignWords.hint(forClause: token.keyword) {
      report(.foreignClause(token.text, hint: hint))
    } else {
      report(.unknownClause(token.text, near: Spelling.near(token.keyword, in: Keywords.clauses.sorted())))
    }
  }

  func isOperator(_ token: Token) -> Bool {
    token.kind == .symbol && (Comparison(rawValue: token.text) != nil || token.text == "!=" || token.text == "<>")
  }
}
