import ClaimModel

@testable import Query

/// Random queries of claims, right in all that they name.
struct RandomQueries {
  var random: RandomSource

  private static let nowhere = Spot(range: TextRange(0, 0))

  private static let names = [
    "Pakistan", "asia", "Baluchistan", "ISIS", "isis-k", "elan muller", "UN", "ISIS FIGHTERS",
  ]
  private static let values: [String: [String]] = [
    "subject": names, "object": names, "location": names, "from": names, "to": names, "speaker": names, "about": names,
    "relation": ["kill", "MOVE", "have"], "topic": ["violence", "killing", "presence"], "cue": ["say", "warn"],
    "date": ["2023", "2024-05", "2024-05-17", "2022/2024", "2025"], "month": ["2024-05", "2021/2023"],
    "published": ["2024", "2021/2023"],
    "quantity": ["1", "10", "10.5", "20"], "confidence": ["0.5", "0.75"],
    "polarity": ["affirmed", "denied"], "certainty": ["certain", "probable", "unknown"],
    "text": ["attack", "safe haven", "camps", "UN"], "source": ["daily", "weekly"],
  ]
  private static let attributes = values.keys.sorted()
  private static let sized: Set<String> = [
    "date", "published", "month", "quantity", "confidence", "certainty", "polarity",
  ]

  mutating func query() -> Query {
    var query = Query(noun: Query.Name("claims", TextRange(0, 0)))
    for _ in 0..<Int.random(in: 0...2, using: &random) { query.clauses.append(.filter(condition(depth: 2))) }
    if random.once(in: 2) {
      let keys = Array(Self.attributes.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random)))
      query.clauses.append(.group(by: keys.map { operand($0) }, across: nil))
      if random.once(in: 3) {
        let count = Operand(aggregate: "count", spot: Self.nowhere)
        let value = Condition.Value(text: "1", spot: Self.nowhere)
        query.clauses.append(
          .filter(.test(.init(operand: count, comparison: .greater, values: [value], spot: Self.nowhere))))
      }
    } else {
      query.clauses.append(.show([.init(operand: operand("id")), .init(operand: operand("subject"))]))
      if random.once(in: 2) { query.clauses.append(.sort(sortKeys())) }
    }
    if random.once(in: 3) { query.clauses.append(.skip(Int.random(in: 0...3, using: &random))) }
    if random.once(in: 3) { query.clauses.append(.limit(Int.random(in: 0...9, using: &random))) }
    return query
  }

  private mutating func sortKeys() -> [Clause.SortKey] {
    let attributes = Self.attributes.filter { $0 != "about" }.shuffled(using: &random).prefix(2)
    return attributes.map { Clause.SortKey(operand: operand($0), isDescending: random.once(in: 2)) }
  }

  private func operand(_ name: String) -> Operand {
    Operand(attribute: Query.Name(name, TextRange(0, 0)), spot: Self.nowhere)
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
    let name = random.pick(Self.attributes)
    var comparisons: [Comparison] = [.equal, .identical, .among, .isMissing]
    if Self.sized.contains(name) {
      comparisons += [.less, .lessOrEqual, .greater, .greaterOrEqual]
    } else {
      comparisons += [.has, .hasAll, .hasAny, .like]
    }
    let comparison = name == "text" ? random.pick([.has, .hasAll, .hasAny, .like]) : random.pick(comparisons)
    let count = comparison == .isMissing ? 0 : [.among, .hasAll, .hasAny].contains(comparison) ? 2 : 1
    let values = (0..<count).map { _ in
      Condition.Value(text: value(of: name, comparison), spot: Self.nowhere)
    }
    let isNegated = [.equal, .among, .isMissing].contains(comparison) && random.once(in: 3)
    return .init(
      operand: operand(name), comparison: comparison, isNegated: isNegated, values: values, spot: Self.nowhere)
  }

  private mutating func value(of name: String, _ comparison: Comparison) -> String {
    comparison == .like ? random.pick(["*is*", "?illing", "PAK*", "*a", "*"]) : random.pick(Self.values[name] ?? [])
  }
}
