import Store

/// The order of a column's values, as numbers that can be compared.
enum Ranks {
  /// What stands for a missing value: it comes last, whichever way round the order is.
  static let missing = Int.max

  /// For each of these rows the rank of its value, from 0; equal values have equal ranks.
  static func of(_ vector: Vector, _ rows: [UInt32], _ table: NounTable) -> [Int] {
    let places = vector.places(rows).map { Int($0) }
    switch vector.values {
    case .terms(let terms):
      return ranked(places.map { terms[$0] == 0 ? nil : key(of: terms[$0], table) }, by: <)
    case .termLists(let lists):
      return ranked(places.map { lists[$0].isEmpty ? nil : lists[$0].map { key(of: $0, table) } }) {
        $0.lexicographicallyPrecedes($1)
      }
    case .texts(let texts, _): return ranked(places.map { texts.isEmpty($0) ? nil : texts[$0] }, by: <)
    case .textLists(let lists):
      return ranked(places.map { lists[$0].isEmpty ? nil : lists[$0] }) { $0.lexicographicallyPrecedes($1) }
    case .numbers(let numbers, _): return ranked(places.map { numbers[$0].isNaN ? nil : numbers[$0] }, by: <)
    case .dates(let dates):
      return ranked(places.map { dates.key($0) }, by: <)
    case .choices(let codes, _): return places.map { codes[$0] == 0 ? missing : Int(codes[$0]) }
    case .claims(let ids): return ranked(places.map { ids[$0] == 0 ? nil : ids[$0] }, by: <)
    }
  }

  private static func key(of term: TermID, _ table: NounTable) -> String {
    table.terms.key(of: term)
  }

  private static func ranked<Value: Hashable>(
    _ values: [Value?], by precedes: (Value, Value) -> Bool
  ) -> [Int] {
    let distinct = Array(Set(values.compactMap(\.self))).sorted(by: precedes)
    let ranks = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    return values.map { value in value.flatMap { ranks[$0] } ?? missing }
  }
}

extension DateColumn {
  /// First and last day of a row as one number, in their order; nil for a missing interval.
  func key(_ row: Int) -> Int64? {
    if isMissing(row) { return nil }
    return Int64(first(row)) << 32 + (Int64(last(row)) - Int64(Int32.min))
  }
}
