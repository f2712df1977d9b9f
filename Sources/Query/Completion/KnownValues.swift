import ClaimModel
import Store
import TextForms

/// The values that stand in a column, for completion: those with most rows first.
struct KnownValues {
  /// A value that can be typed.
  struct Value {
    /// How it is written.
    var text: String
    /// What it is.
    var detail: String
    var key: String
    var count: Int
  }

  private(set) var values: [Value] = []

  /// The values of a column of a noun's rows: names with their aliases, the words of a list, years.
  init(of column: BoundQuery.Column, in table: NounTable) {
    guard case .attribute(let attribute) = column.expression else { return }
    switch attribute.askedType.element {
    case .entity, .topic, .label: values = NameIndex(of: column, in: table).values(noun: "claim")
    case .choice(let words):
      values = words.map { Value(text: $0, detail: column.name, key: $0, count: 0) }
    case .date: values = Self.years((attribute.sides.first ?? attribute).column(table))
    default: break
    }
  }

  /// Those that start with what has been typed, or have a word that does; names before aliases where they tie.
  func starting(with typed: String) -> [Value] {
    let key = typed.foldedKey
    let starting = values.filter { $0.key.hasPrefix(key) }
    let inside = values.filter { !$0.key.hasPrefix(key) && $0.key.contains(" " + key) }
    return starting + (key.isEmpty ? [] : inside)
  }

  /// The years that dates begin in.
  private static func years(_ vector: Vector) -> [Value] {
    guard case .dates(let dates) = vector.values else { return [] }
    var counts: [String: Int] = [:]
    let place = vector.place
    for row in 0..<UInt32(vector.count) {
      guard let first = dates.range(place(row))?.first else { continue }
      counts[String(first.civil.year), default: 0] += 1
    }
    return counts.sorted { $0.key > $1.key }.map { year, count in
      Value(text: year, detail: counted(count, "claim"), key: year, count: count)
    }
  }

  /// `1 claim`, `2 claims`.
  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
