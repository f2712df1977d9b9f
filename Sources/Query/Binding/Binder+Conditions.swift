import ClaimModel
import Store
import TextForms

extension Binder {
  /// Looks up a condition, with `not` carried inwards: not (a and b) is not a or not b, whatever is missing.
  mutating func bind(_ condition: Condition, isNegated: Bool) -> BoundCondition? {
    switch condition {
    case .not(let inner): return bind(inner, isNegated: !isNegated)
    case .all(let parts), .any(let parts):
      let bound = parts.compactMap { bind($0, isNegated: isNegated) }
      guard bound.count == parts.count else { return nil }
      var isAll = isNegated
      if case .all = condition { isAll.toggle() }
      return isAll ? .all(bound) : .any(bound)
    case .test(let test):
      if isTurnedRound(test) { return nil }
      guard let column = column(test.operand) else { return nil }
      guard case .attribute(let attribute) = column.expression, !attribute.sides.isEmpty else {
        return bind(test, column, isNegated: test.isNegated != isNegated).map { .test($0) }
      }
      if isWithoutSide(test, attribute) { return nil }
      let sides = attribute.sides.compactMap { bind(test, of: $0, isNegated: test.isNegated != isNegated) }
      guard sides.count == attribute.sides.count else { return nil }
      return isNegated ? .all(sides) : .any(sides)
    }
  }

  /// A test of an attribute without a side, of one of the sides.
  private mutating func bind(_ test: Condition.Test, of side: Attribute, isNegated: Bool) -> BoundCondition? {
    var test = test
    test.operand.attribute?.text = side.name
    let column = BoundQuery.Column(name: side.name, expression: .attribute(side), type: side.type)
    return bind(test, column, isNegated: isNegated).map { .test($0) }
  }

  private mutating func bind(_ test: Condition.Test, _ column: BoundQuery.Column, isNegated: Bool) -> BoundTest? {
    guard test.comparison.suits(column.type) else {
      let reason = Fault.Reason.wrongOperator(
        operator: test.comparison.rawValue, attribute: column.name, type: column.type.words)
      faults.append(Fault(reason, at: test.spot.range))
      return nil
    }
    if let value = test.values.first(where: { $0.text.hasPrefix("$") }) {
      let near = Spelling.near(
        String(value.text.dropFirst()), in: definitions.parameters.filter { !$0.values.isEmpty }.map(\.name))
      faults.append(Fault(.noParameter(value.text, near: near), at: value.spot.range))
      return nil
    }
    guard let predicate = predicate(test, column) else { return nil }
    var written = test
    written.isNegated = isNegated
    let end = test.values.last?.spot.range ?? test.spot.range
    return BoundTest(
      column: column, predicate: predicate, isNegated: isNegated, words: QueryPrinter.text(of: written),
      explanation: ExplainedTest.words(written, column, predicate, terms: table.terms),
      range: test.operand.spot.range.union(end))
  }

  private mutating func predicate(_ test: Condition.Test, _ column: BoundQuery.Column) -> Predicate? {
    let known = faults.count
    if let comparison = comparedAttribute(test, column) { return comparison }
    if faults.count > known { return nil }
    switch test.comparison {
    case .isMissing: return .missing
    case .matches: return regularExpression(test.values[0])
    case .has, .hasAll, .hasAny:
      return .words(test.values.map { Words.stems(of: $0.text) }, needsAll: test.comparison != .hasAny)
    case .like: return .pattern(LikePattern(test.values[0].text))
    default: break
    }
    switch column.type.element {
    case .entity, .topic, .label: return names(test, column)
    case .text:
      if column.name == "text", test.comparison == .equal, let value = test.values.first {
        let fault = Fault.Reason.wholeText(attribute: column.name, value: value.text)
        faults.append(Fault(fault, at: test.spot.range, isWarning: true))
      }
      return .texts(Set(test.values.map(\.text.foldedKey)))
    case .number: return numbers(test, column)
    case .date: return dates(test, column)
    case .choice(let words): return choices(test, column, words)
    case .claim: return claims(test)
    case .entities, .topics, .texts: return nil
    }
  }

  private mutating func names(_ test: Condition.Test, _ column: BoundQuery.Column) -> Predicate {
    var set = TermSet()
    for value in test.values {
      set.add(termSet(value, column, takesParts: test.comparison != .identical))
    }
    return .terms(set)
  }

  // MARK: Numbers and dates

  private mutating func numbers(_ test: Condition.Test, _ column: BoundQuery.Column) -> Predicate? {
    var numbers: [Double] = []
    for value in test.values {
      guard let number = Double(value.text), number.isFinite else {
        faults.append(Fault(.notNumber(attribute: column.name, value: value.text), at: value.spot.range))
        continue
      }
      numbers.append(number)
    }
    guard numbers.count == test.values.count else { return nil }
    guard test.comparison == .between else {
      return .numbers(numbers.map { NumberTest(comparison: test.comparison, value: $0) })
    }
    guard numbers[0] <= numbers[1] else { return refuse(test) }
    return .numbers([NumberTest(comparison: .between, value: numbers[0], upper: numbers[1])])
  }

  private mutating func dates(_ test: Condition.Test, _ column: BoundQuery.Column) -> Predicate? {
    var ranges: [DateRange] = []
    for value in test.values {
      if let range = date(value, column) { ranges.append(range) }
    }
    guard ranges.count == test.values.count else { return nil }
    guard test.comparison == .between else { return .dates(ranges.map { DateTest(test.comparison, $0) }) }
    let bounds = DateTest(.between, ranges[0], upTo: ranges[1])
    guard bounds.first <= bounds.last else { return refuse(test) }
    return .dates([bounds])
  }

  /// The days that a value stands for; nil, with an error, where it stands for none.
  private mutating func date(_ value: Condition.Value, _ column: BoundQuery.Column) -> DateRange? {
    if let range = DateRange(iso8601: value.text) { return range }
    guard let relative = RelativeDate(value.text) else {
      faults.append(Fault(.notDate(attribute: column.name, value: value.text), at: value.spot.range))
      return nil
    }
    guard let today else {
      faults.append(Fault(.noToday(value.text), at: value.spot.range))
      return nil
    }
    guard let range = relative.range(from: today) else {
      faults.append(Fault(.notDate(attribute: column.name, value: value.text), at: value.spot.range))
      return nil
    }
    let dated = DatedWords(words: value.text, days: range, range: value.spot.range)
    if !datedWords.contains(dated) { datedWords.append(dated) }
    return range
  }

  private mutating func regularExpression(_ value: Condition.Value) -> Predicate? {
    do throws(RegularExpression.Fault) {
      return .regularExpression(try RegularExpression(value.text))
    } catch {
      faults.append(Fault(.notPattern(value.text, reason: error.reason), at: value.spot.range))
      return nil
    }
  }

  private mutating func refuse(_ test: Condition.Test) -> Predicate? {
    let range = test.values[0].spot.range.union(test.values[1].spot.range)
    faults.append(Fault(.emptyInterval(test.values[0].text, test.values[1].text), at: range))
    return nil
  }

  // MARK: Words of a list, ids

  private mutating func choices(_ test: Condition.Test, _ column: BoundQuery.Column, _ words: [String]) -> Predicate? {
    var places: [Double] = []
    for value in test.values {
      guard let place = words.firstIndex(of: value.text.foldedKey) else {
        let near = Spelling.near(value.text.foldedKey, in: words)
        let reason = Fault.Reason.unknownChoice(
          attribute: column.name, value: value.text, choices: words, near: near)
        faults.append(Fault(reason, at: value.spot.range))
        continue
      }
      places.append(Double(place + 1))
    }
    guard places.count == test.values.count else { return nil }
    let tests =
      test.comparison == .between
      ? [NumberTest(comparison: .between, value: places[0], upper: places[1])]
      : places.map { NumberTest(comparison: test.comparison, value: $0) }
    let held = (1...UInt8(words.count)).filter { place in tests.contains { $0.holds(Double(place)) } }
    return .choices(Set(held))
  }

  private mutating func claims(_ test: Condition.Test) -> Predicate? {
    var ranges: [ClosedRange<UInt64>] = []
    for value in test.values {
      let found = knowledgeBase.claims(withPrefix: value.text)
      guard let first = found.first, let last = found.last else {
        faults.append(Fault(.unknownClaim(value.text), at: value.spot.range, isWarning: mode == .prompt))
        continue
      }
      ranges.append(first.value...last.value)
    }
    return .claims(ranges)
  }
}

extension Comparison {
  /// Whether values of a type can be compared so.
  func suits(_ type: ValueType) -> Bool {
    switch type {
    case .number, .date, .choice: !isTextual
    case .claim: !isTextual && !isOrdering
    case .entity, .entities, .topic, .topics, .label, .text, .texts: !isOrdering
    }
  }
}
