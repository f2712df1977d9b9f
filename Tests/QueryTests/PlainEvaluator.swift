import ClaimModel
import Store
import TextForms

@testable import Query

/// Answers queries of claims one claim at a time, as the language's reference says it, with none of the engine's columns,
/// dictionaries and labels: what the engine is compared with.
struct PlainEvaluator {
  /// The articles in the order of their files, with their claims.
  var articles: [(Article, [Claim])]

  /// A value of an attribute.
  enum Value: Hashable {
    case name(String, chain: [String], isEntity: Bool)
    case number(Double)
    case date(DateRange)
    case choice(Int, String)
    case text(String)
  }

  /// The rows of the answer, as text.
  func rows(of query: Query) -> [[String]] {
    var claims = articles.sorted { $0.0.file < $1.0.file }.flatMap { article, claims in claims.map { (article, $0) } }
    var groups: [(key: [Value?], claims: Int)]?
    var keys: [String] = []
    for clause in query.clauses {
      switch clause {
      case .filter(let condition):
        if let counted = groups { groups = counted.filter { $0.claims > 1 } }
        if groups == nil { claims = claims.filter { holds(condition, $0) == true } }
      case .group(let operands, _):
        keys = operands.map { $0.attribute?.text ?? "" }
        groups = grouped(claims, keys)
      case .sort(let sorting): claims = sorted(claims, sorting)
      case .limit(let count):
        claims = Array(claims.prefix(count))
        groups = groups.map { Array($0.prefix(count)) }
      case .skip(let count):
        claims = Array(claims.dropFirst(count))
        groups = groups.map { Array($0.dropFirst(count)) }
      default: break
      }
    }
    if let groups { return groups.map { $0.key.map { $0.map(text) ?? "—" } + [String($0.claims)] } }
    return claims.map { [$0.1.id.description, $0.1.subject?.text ?? "—"] }
  }

  // MARK: Values

  private func values(_ attribute: String, _ row: (Article, Claim)) -> [Value] {
    let claim = row.1
    switch attribute {
    case "subject": return claim.subject.map { [name($0)] } ?? []
    case "object": return claim.object.map { [name($0)] } ?? []
    case "speaker": return [name(claim.speaker)]
    case "from": return claim.from.map { [name(Argument(.entity($0)))] } ?? []
    case "to": return claim.to.map { [name(Argument(.entity($0)))] } ?? []
    case "location": return claim.location.map { [name(Argument(.entity($0)))] } ?? []
    case "about": return claim.about.map { name(Argument(.entity($0))) }
    case "relation": return [.name(claim.relation, chain: [], isEntity: false)]
    case "cue": return claim.cue.map { [.name($0, chain: [], isEntity: false)] } ?? []
    case "source": return [.name(row.0.source, chain: [], isEntity: false)]
    case "topic": return claim.topic.map { [.name($0, chain: chain($0, RandomArticles.topics), isEntity: false)] } ?? []
    case "date": return claim.date.map { [.date($0)] } ?? []
    case "month": return claim.date.map { [.date(Self.months(of: $0))] } ?? []
    case "published": return row.0.published.map { [.date($0)] } ?? []
    case "quantity": return claim.quantity.map { [.number($0.value)] } ?? []
    case "confidence": return [.number(claim.confidence)]
    case "polarity": return [.choice(claim.polarity == .affirmed ? 0 : 1, claim.polarity.rawValue)]
    case "certainty":
      let place = ["unknown", "possible", "probable", "certain"].firstIndex(of: claim.certainty.rawValue) ?? 0
      return [.choice(place, claim.certainty.rawValue)]
    default: return claim.text.isEmpty ? [] : [.text(claim.text)]
    }
  }

  /// The whole months that an interval touches.
  private static func months(of range: DateRange) -> DateRange {
    let first = range.first.map { Day(number: $0.number - Int32($0.civil.day - 1)) }
    let last = range.last.map {
      Day(number: $0.number + Int32(Day.daysInMonth($0.civil.month, of: $0.civil.year) - $0.civil.day))
    }
    return DateRange(first, last) ?? range
  }

  private func name(_ argument: Argument) -> Value {
    if case .entity(let name) = argument.value {
      return .name(name, chain: chain(name, RandomArticles.entities), isEntity: true)
    }
    return .name(
      argument.text, chain: argument.partOf.map { chain($0, RandomArticles.entities) } ?? [], isEntity: false)
  }

  /// A name and all that it is a part of.
  private func chain(_ name: String, _ entities: [Entity]) -> [String] {
    [name] + (entities.first { $0.name == name }?.broader.map { chain($0, entities) } ?? [])
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .name(let name, _, _): name
    case .number(let number): Quantity.text(of: number)
    case .date(let range): range.description
    case .choice(_, let word): word
    case .text(let text): text
    }
  }

  // MARK: Conditions: true, false, or nil where a value is missing

  private func holds(_ condition: Condition, _ row: (Article, Claim)) -> Bool? {
    switch condition {
    case .not(let inner): return holds(inner, row).map { !$0 }
    case .all(let parts):
      let held = parts.map { holds($0, row) }
      return held.contains(false) ? false : held.contains(nil) ? nil : true
    case .any(let parts):
      let held = parts.map { holds($0, row) }
      return held.contains(true) ? true : held.contains(nil) ? nil : false
    case .test(let test):
      let values = values(test.operand.attribute?.text ?? "", row)
      if test.comparison == .isMissing { return values.isEmpty != test.isNegated }
      if values.isEmpty { return nil }
      return values.contains { holds(test, $0) } != test.isNegated
    }
  }

  private func holds(_ test: Condition.Test, _ value: Value) -> Bool {
    switch test.comparison {
    case .hasAll: test.values.allSatisfy { Words.holds(Words.stems(of: $0.text), in: Words.stems(of: text(value))) }
    case .has, .hasAny: test.values.contains { Words.holds(Words.stems(of: $0.text), in: Words.stems(of: text(value))) }
    case .like: LikePattern(test.values[0].text).matches(text(value))
    default: test.values.contains { compare(value, test.comparison, $0.text) }
    }
  }

  private func compare(_ value: Value, _ comparison: Comparison, _ written: String) -> Bool {
    switch value {
    case .name(let name, let chain, let isEntity):
      let all = RandomArticles.entities + RandomArticles.topics
      let named = all.first { ([$0.name] + $0.aliases).contains { $0.foldedKey == written.foldedKey } }?.name
      if name.foldedKey == written.foldedKey || (isEntity && name == named) { return true }
      return comparison != .identical && named.map { chain.contains($0) } == true
    case .number(let number): return ordered(number, comparison, Double(written) ?? .nan)
    case .choice(let place, _):
      let words = ["affirmed": 0, "denied": 1, "unknown": 0, "possible": 1, "probable": 2, "certain": 3]
      return ordered(Double(place), comparison, Double(words[written] ?? -1))
    case .date(let range): return DateRange(iso8601: written).map { compare(range, comparison, $0) } ?? false
    case .text(let text): return text.foldedKey == written.foldedKey
    }
  }

  private func ordered(_ left: Double, _ comparison: Comparison, _ right: Double) -> Bool {
    switch comparison {
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    default: left == right
    }
  }

  private func compare(_ range: DateRange, _ comparison: Comparison, _ other: DateRange) -> Bool {
    switch comparison {
    case .less: if let last = range.last, let first = other.first { last < first } else { false }
    case .lessOrEqual: if let last = range.last, let end = other.last { last <= end } else { false }
    case .greater: if let first = range.first, let last = other.last { first > last } else { false }
    case .greaterOrEqual: if let first = range.first, let start = other.first { first >= start } else { false }
    case .identical: range == other
    default: range.overlaps(other)
    }
  }

  // MARK: Groups and order

  private func grouped(_ claims: [(Article, Claim)], _ keys: [String]) -> [(key: [Value?], claims: Int)] {
    var groups: [(key: [Value?], claims: Int)] = []
    for claim in claims {
      var combinations: [[Value?]] = [[]]
      for key in keys {
        let values = values(key, claim)
        let choices: [Value?] = values.isEmpty ? [nil] : values
        combinations = combinations.flatMap { start in choices.map { start + [$0] } }
      }
      for combination in combinations {
        if let place = groups.firstIndex(where: { zip($0.key, combination).allSatisfy { isSame($0, $1) } }) {
          groups[place].claims += 1
          groups[place].key = zip(groups[place].key, combination).map { shown($0, $1) }
        } else {
          groups.append((combination, 1))
        }
      }
    }
    return spelledAlike(groups).sorted { left, right in
      if left.claims != right.claims { return left.claims > right.claims }
      for (one, other) in zip(left.key, right.key) {
        if let order = order(one, other) { return order }
      }
      return false
    }
  }

  /// Names that differ in how they are written only are shown alike in all groups.
  private func spelledAlike(_ groups: [(key: [Value?], claims: Int)]) -> [(key: [Value?], claims: Int)] {
    groups.map { group in
      let key = group.key.indices.map { place in
        groups.map { $0.key[place] }.filter { isSame($0, group.key[place]) }.reduce(group.key[place]) { shown($0, $1) }
      }
      return (key, group.claims)
    }
  }

  private func isSame(_ left: Value?, _ right: Value?) -> Bool {
    if case .name(let one, _, _) = left, case .name(let other, _, _) = right { return one.foldedKey == other.foldedKey }
    return left == right
  }

  private func shown(_ left: Value?, _ right: Value?) -> Value? {
    guard case .name(let one, _, let isEntity) = left, case .name(let other, _, let otherIsEntity) = right else {
      return left
    }
    if isEntity != otherIsEntity { return isEntity ? left : right }
    return one > other ? left : right
  }

  /// Whether the first comes before the second; nil where they are equal. A missing value comes last.
  private func order(_ left: Value?, _ right: Value?) -> Bool? {
    switch (left, right) {
    case (nil, nil): nil
    case (nil, _): false
    case (_, nil): true
    case (.name(let one, _, _), .name(let other, _, _)):
      one.foldedKey == other.foldedKey ? nil : one.foldedKey < other.foldedKey
    case (.number(let one), .number(let other)): one == other ? nil : one < other
    case (.choice(let one, _), .choice(let other, _)): one == other ? nil : one < other
    case (.text(let one), .text(let other)): one == other ? nil : one < other
    case (.date(let one), .date(let other)): one == other ? nil : bounds(one).lexicographicallyPrecedes(bounds(other))
    default: nil
    }
  }

  private func bounds(_ range: DateRange) -> [Int32] {
    [range.first?.number ?? Int32.min, range.last?.number ?? Int32.max]
  }

  private func sorted(_ claims: [(Article, Claim)], _ keys: [Clause.SortKey]) -> [(Article, Claim)] {
    let sorted = claims.enumerated().sorted { left, right in
      for key in keys {
        let name = key.operand.attribute?.text ?? ""
        let (one, other) = (values(name, left.element).first, values(name, right.element).first)
        guard let isBefore = order(one, other) else { continue }
        return one == nil || other == nil || !key.isDescending ? isBefore : !isBefore
      }
      return left.offset < right.offset
    }
    return sorted.map(\.element)
  }
}
