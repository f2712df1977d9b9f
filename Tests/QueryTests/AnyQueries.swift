import ClaimModel

@testable import Query

/// Random queries of the whole grammar, which need not make sense.
struct AnyQueries {
  var random: RandomSource

  private static let nowhere = Spot(range: TextRange(0, 0))
  private static let values = [
    "ISKP", "Zalmay Khalilzad", "safe haven", "where", "and so on", "O'Brien", "say \"no\"", "2024-05", "10", "$who",
    "all", "has", "group", "“quoted”", "a\\b", "C++", "x = y", "", "ünï", "last 7 days", "match", "not", "sample",
  ]
  private static let patterns = ["safe.*", "(?i)havens?", "a/b", "\\bkill", "[0-9]{2}", "x\\/y", "end\\"]
  private static let names = [
    "subject", "left.source", "date", "my column", "count", "csv", "text", "show", "Text",
    "month", "month(published)", "year(left.date)",
  ]

  mutating func query(depth: Int) -> Query {
    let noun = random.pick(Nouns.table.map(\.name))
    var query = Query(isExplained: random.once(in: 9), noun: Query.Name(noun, TextRange(0, 0)))
    if random.once(in: 9) {
      query.noun.text = "claims"
      query.pairing = pairing()
    }
    for _ in 0..<Int.random(in: 0...4, using: &random) { query.clauses.append(clause(depth: depth)) }
    return query
  }

  private mutating func clause(depth: Int) -> Clause {
    switch Int.random(in: 0..<10, using: &random) {
    case 9: return .match((0...Int.random(in: 0...2, using: &random)).map { _ in pattern() }, Self.nowhere)
    case 0: return .filter(condition(depth: 2))
    case 1: return .group(by: operands(), across: random.once(in: 3) ? operand() : nil)
    case 2:
      let columns = operands().map { operand in
        Clause.Shown(operand: operand, name: random.once(in: 3) ? name() : nil)
      }
      return .show(columns)
    case 3: return .sort(operands().map { .init(operand: $0, isDescending: random.once(in: 2)) })
    case 4: return .limit(Int.random(in: 0...99, using: &random))
    case 5: return .skip(Int.random(in: 0...99, using: &random))
    case 6: return .sample(Int.random(in: 0...99, using: &random), seed: Int.random(in: 0...3, using: &random))
    case 7: return .format(Query.Name(random.pick(FormatWords.table.map(\.name)), TextRange(0, 0)))
    default:
      guard depth > 0 else { return .limit(1) }
      var other = query(depth: depth - 1)
      other.isExplained = false
      return .combine(random.pick(Clause.Combination.allCases), other, Self.nowhere)
    }
  }

  private mutating func pairing() -> Pairing {
    let unit = random.pick(Pairing.Unit.allCases)
    let distance = random.once(in: 2) ? Pairing.Distance(count: Int.random(in: 0...9, using: &random), unit: unit) : nil
    return Pairing(
      keys: (0...Int.random(in: 0...1, using: &random)).map { _ in name() }, within: distance, spot: Self.nowhere)
  }

  private mutating func pattern() -> TriplePattern {
    TriplePattern(subject: term(), predicate: term(), object: term())
  }

  private mutating func term() -> TriplePattern.Term {
    if random.once(in: 2) { return .variable(Query.Name(random.pick(["a", "p", "x1"]), TextRange(0, 0))) }
    return .value(Condition.Value(text: random.pick(Self.values + ["?a", "part of"]), spot: Self.nowhere))
  }

  private mutating func name() -> Query.Name { Query.Name(random.pick(Self.names), TextRange(0, 0)) }

  private mutating func operands() -> [Operand] { (0...Int.random(in: 0...2, using: &random)).map { _ in operand() } }

  private mutating func operand() -> Operand {
    if random.once(in: 4) {
      let aggregate = random.pick(AggregateWords.table.map(\.name))
      let isAlone = AggregateWords.standalone.contains(aggregate) && random.once(in: 2)
      return Operand(
        aggregate: aggregate, isDistinct: !isAlone && random.once(in: 3), attribute: isAlone ? nil : name(),
        spot: Self.nowhere)
    }
    return Operand(attribute: name(), spot: Self.nowhere)
  }

  private mutating func condition(depth: Int) -> Condition {
    guard depth > 0, random.once(in: 2) else { return .test(test()) }
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return .not(condition(depth: depth - 1))
    case 1: return .all([condition(depth: depth - 1), condition(depth: depth - 1)])
    default: return .any([condition(depth: depth - 1), condition(depth: depth - 1)])
    }
  }

  private mutating func test() -> Condition.Test {
    let comparison = random.pick(Comparison.allCases)
    let count =
      switch comparison {
      case .isMissing: 0
      case .between: 2
      case .among, .hasAll, .hasAny: Int.random(in: 1...3, using: &random)
      default: 1
      }
    let values = (0..<count).map { _ in
      Condition.Value(text: random.pick(comparison == .matches ? Self.patterns : Self.values), spot: Self.nowhere)
    }
    let isNegatable =
      comparison == .equal || !(comparison.isOrdering && comparison != .between || comparison == .identical)
    return .init(
      operand: operand(), comparison: comparison, isNegated: isNegatable && random.once(in: 3), values: values,
      spot: Self.nowhere)
  }
}
