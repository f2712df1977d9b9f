import ClaimModel

extension Parser {
  /// Reads a clause; nil where it is wrong, and then the next one is looked for.
  mutating func readClause() -> Clause? {
    while takeSymbol("|") {}
    let word = token
    if word.kind == .end { return nil }
    if word.isSymbol(")") || word.isSymbol("]") {
      take()
      report(.strayBracket(word.text), at: word.range)
      return nil
    }
    take()
    switch word.keyword {
    case "where": return readCondition().map { .filter($0) }
    case "group": return readGroup(word)
    case "across":
      report(.acrossWithoutGroup, at: word.range)
      skipToClause()
      return nil
    case "show": return readShow(word)
    case "sort", "order": return readSort(word)
    case "limit", "skip": return readCount(word)
    case "sample": return readSample(word)
    case "union", "except", "intersect": return readCombination(word)
    case "as": return readFormat(word)
    case "match": return readMatch(word)
    default:
      refuse(word)
      return nil
    }
  }

  private mutating func refuse(_ word: Token) {
    lostColumns = true
    if let hint = ForeignWords.hint(forClause: word.keyword) ?? hint(forSymbol: word.text) {
      report(.foreignClause(word.text, hint: hint), at: word.range)
      if word.isSymbol("(") { next = tokens[next...].firstIndex { $0.isSymbol(")") }.map { $0 + 1 } ?? next }
    } else if token.kind == .symbol,
      ForeignWords.instead(ofOperator: token.text) != nil || Comparison(rawValue: token.text) != nil
    {
      report(.unknownClause(word.text, near: ["where"]), at: word.range)
    } else {
      let known = Keywords.clauses.sorted() + ["descending", "ascending"]
      report(.unknownClause(word.text, near: Spelling.near(word.keyword, in: known)), at: word.range)
    }
    skipToClause()
  }

  // MARK: group by, show, sort by

  private mutating func readGroup(_ word: Token) -> Clause? {
    takeBy(after: word)
    takeBracketBeforeList(after: "group by")
    let keys = readList(in: "group by") { $0.readOperand(after: "group by") }
    guard !keys.isEmpty else {
      lostColumns = true
      return nil
    }
    guard takeKeyword("across") else { return .group(by: keys, across: nil) }
    return .group(by: keys, across: readOperand(after: "across"))
  }

  private mutating func readShow(_ word: Token) -> Clause? {
    takeBracketBeforeList(after: "show")
    let columns = readList(in: "show") { parser -> Clause.Shown? in
      guard let operand = parser.readOperand(after: "show") else { return nil }
      return Clause.Shown(operand: operand, name: parser.readColumnName())
    }
    if columns.isEmpty { lostColumns = true }
    return columns.isEmpty ? nil : .show(columns)
  }

  /// Reads `as NAME`, unless NAME is a format: then it is a clause of its own.
  private mutating func readColumnName() -> Query.Name? {
    guard token.keyword == "as", [.word, .quoted].contains(following.kind) else { return nil }
    if FormatWords.names.contains(following.keyword) { return nil }
    take()
    let name = take()
    return Query.Name(name.text, name.range)
  }

  private mutating func readSort(_ word: Token) -> Clause? {
    takeBy(after: word)
    let keys = readList(in: "sort by") { parser -> Clause.SortKey? in
      parser.takeDirectionBeforeKey()
      guard let operand = parser.readOperand(after: "sort by") else { return nil }
      let isDescending = ["desc", "descending"].contains(parser.token.keyword)
      if isDescending || ["asc", "ascending"].contains(parser.token.keyword) { parser.take() }
      return Clause.SortKey(operand: operand, isDescending: isDescending)
    }
    return keys.isEmpty ? nil : .sort(keys)
  }

  private mutating func takeBy(after word: Token) {
    if !takeKeyword("by") { report(.missingBy(after: word.text), at: word.range) }
  }

  /// Reads one element, and another one after each comma.
  private mutating func readList<Element>(
    in clause: String, _ read: (inout Parser) -> Element?
  ) -> [Element] {
    var elements: [Element] = []
    repeat {
      guard let element = read(&self) else {
        lostColumns = true
        break
      }
      elements.append(element)
    } while takeSymbol(",") || takeSlipInList(after: clause)
    return elements
  }

  /// Reads an attribute or an aggregate.
  mutating func readOperand(after place: String) -> Operand? {
    let first = token
    guard first.kind == .word || first.kind == .quoted, !Keywords.endsValue(first.keyword) else {
      report(.expectedAttribute(after: place, found: found(first)))
      return nil
    }
    take()
    guard token.isSymbol("(") else {
      if AggregateWords.standalone.contains(first.keyword) {
        return Operand(aggregate: first.keyword, spot: Spot(range: first.range))
      }
      return Operand(attribute: Query.Name(first.text, first.range), spot: Spot(range: first.range))
    }
    if takeForeignFunction(first) { return nil }
    if let cut = DateCut(first.keyword) {
      return readDateCut(first, cut).map { Operand(attribute: $0, spot: $0.spot) }
    }
    return readAggregate(first)
  }

  /// Reads the rest of `month(date)`; what stands before its full stop, `left.month(date)`, may be said of either.
  private mutating func readDateCut(_ unit: Token, _ cut: DateCut) -> Query.Name? {
    let open = take()
    let date = token
    guard date.kind == .word || date.kind == .quoted else {
      report(.expectedAttribute(after: unit.text + "(", found: found(date)))
      return nil
    }
    take()
    let end = token.range
    guard takeSymbol(")") else {
      report(.unclosedBracket, at: open.range)
      return nil
    }
    return Query.Name("\(cut.unit.rawValue)(\(cut.owner)\(date.text))", unit.range.union(end))
  }

  private mutating func readAggregate(_ word: Token) -> Operand? {
    let open = take()
    let isDistinct = takeKeyword("distinct")
    var attribute: Query.Name?
    if token.text != "*", !token.isSymbol(")") {
      guard token.kind == .word || token.kind == .quoted else {
        report(.expectedAttribute(after: word.text + "(", found: found(token)))
        return nil
      }
      let name = take()
      attribute = Query.Name(name.text, name.range)
      if token.isSymbol("("), let cut = DateCut(name.keyword) {
        attribute = readDateCut(name, cut)
        if attribute == nil { return nil }
      }
    } else if token.text == "*" {
      take()
    }
    let end = token.range
    guard takeSymbol(")") else {
      report(.unclosedBracket, at: open.range)
      return nil
    }
    let spot = Spot(range: word.range.union(end))
    guard let name = AggregateWords.named(word.keyword) else {
      report(
        .unknownAggregate(word.text, near: Spelling.near(word.keyword, in: AggregateWords.table.map(\.name))),
        at: word.range)
      return nil
    }
    return Operand(aggregate: name, isDistinct: isDistinct, attribute: attribute, spot: spot)
  }

  // MARK: limit, skip, union, as

  private mutating func readCount(_ word: Token) -> Clause? {
    guard let count = readNumber(after: word) else { return nil }
    takeSecondNumber(after: word, count)
    return word.keyword == "limit" ? .limit(count) : .skip(count)
  }

  /// Reads `N`, `N seed S`.
  private mutating func readSample(_ word: Token) -> Clause? {
    guard let count = readNumber(after: word) else { return nil }
    guard token.keyword == "seed" else { return .sample(count, seed: Sample.usualSeed) }
    let seedWord = take()
    return readNumber(after: seedWord).map { .sample(count, seed: $0) }
  }

  /// Reads a whole number; one in quotes is a parameter's value.
  private mutating func readNumber(after word: Token) -> Int? {
    let number = token
    guard [.word, .quoted].contains(number.kind), let count = Int(number.text), count >= 0,
      !number.text.hasPrefix("+")
    else {
      let reason = Fault.Reason.notWholeNumber(clause: word.keyword, found: found(number))
      report(reason, at: number.kind == .end ? word.range : number.range)
      skipToClause()
      return nil
    }
    take()
    return count
  }

  /// Reads the query after `union`. Without brackets it has no clauses but `where`, so that what follows works on both.
  private mutating func readCombination(_ word: Token) -> Clause? {
    guard let kind = Clause.Combination(rawValue: word.keyword), enter() else { return nil }
    defer { depth -= 1 }
    let open = token
    if takeSymbol("(") {
      guard let query = readQuery(isNested: true) else { return nil }
      if !takeSymbol(")") { report(.unclosedBracket, at: open.range) }
      return .combine(kind, query, Spot(range: word.range))
    }
    guard token.kind == .word, var query = startedQuery() else {
      report(.noNoun(found: found(token)))
      return nil
    }
    while token.keyword == "where" {
      take()
      if let condition = readCondition() { query.clauses.append(.filter(condition)) }
    }
    return .combine(kind, query, Spot(range: word.range))
  }

  private mutating func readFormat(_ word: Token) -> Clause? {
    let name = token
    guard name.kind == .word, FormatWords.names.contains(name.keyword) else {
      let isArticle = ["a", "an"].contains(name.keyword)
      let near = Spelling.near(isArticle ? following.keyword : name.keyword, in: FormatWords.table.map(\.name))
      report(.unknownFormat(found(name), near: near), at: name.kind == .end ? word.range : name.range)
      skipToClause()
      return nil
    }
    take()
    return .format(Query.Name(name.keyword, name.range))
  }

  /// Goes one level deeper; false, with an error, where that is too deep.
  mutating func enter() -> Bool {
    guard depth < Self.deepest else {
      report(.tooDeep)
      next = tokens.count - 1
      return false
    }
    depth += 1
    return true
  }
}
