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
  private static let names = ["subject", "left.source", "date", "my column", "count", "csv", "text", "show", "Text"]

  mutating func query(depth: Int) -> Query {
    let noun = random.pick(Nouns.table.map(\.name))
    var query = Query(isExplained: false, noun: Query.Name(noun, TextRange(0, 0)))
    for _ in 0..<Int.random(in: 0...4, using: &random) { query.clauses.append(clause(depth: depth)) }
    return query
  }

  private mutating func clause(depth: Int) -> Clause {
    switch Int.random(in: 0..<9, using: &random) {
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
      return .combine(random.pick(Clause.Combination.allCases), query(depth: depth - 1), Self.nowhere)
    }
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
