import Query
import TextForms

/// Names under what they lie within or are parts of, each with its number: a map without distances, of which nothing is known.
///
/// What has no number of its own stands there only for what lies within it.
struct NameMap {
  /// A name as a line of the map.
  struct Line {
    var name: String
    /// How many names stand above it.
    var depth: Int
    /// Whether it is the last one of those under the same name, for each name above it and for itself.
    var isLast: [Bool]
    /// Its own number, without those of what lies within it; nil where it has none.
    var value: Double?
    var text: String
  }

  private(set) var lines: [Line] = []
  /// What the numbers are.
  let title: String

  private var children: [String: [String]] = [:]
  /// The names that have their place.
  private var hung: Set<String> = []
  private var values: [String: Double] = [:]
  private var totals: [String: Double] = [:]

  /// The first column of names, and the first of numbers; without that each row counts for one.
  init?(_ columns: ChartColumns) {
    let entities = columns.table.columns.indices.filter { columns.table.columns[$0].type == .entity }
    guard let name = entities.first ?? columns.words.first else { return nil }
    let number = columns.numbers.first
    title = number.map { columns.table.columns[$0].name.visibleForm() } ?? "rows"
    var missing: Double?
    for row in 0..<columns.shown {
      guard let value = number.map({ columns.number(row, $0) }) ?? 1 else { continue }
      guard case .text(let text) = columns.table.rows[row][name], !text.isEmpty else {
        missing = (missing ?? 0) + value
        continue
      }
      if values[text] == nil { hang(text, columns.table.nesting) }
      values[text, default: 0] += value
    }
    let roots = sorted(children[""] ?? [])
    for root in roots { draw(root, [], root == roots.last) }
    if let missing {
      // It stands nowhere, so that its bar would only make those of the others small.
      let name = "no \(columns.table.columns[name].name.visibleForm())"
      lines.append(Line(name: name, depth: 0, isLast: [true], value: nil, text: Self.text(missing)))
    }
  }

  /// Puts a name, and all that it lies within, under what that lies within.
  private mutating func hang(_ name: String, _ nesting: Nesting) {
    var inner = name
    var below: Set<String> = []
    for outer in nesting[name] + [""] {
      guard hung.insert(inner).inserted else { return }
      below.insert(inner)
      // Where wholes go round in a ring, the last one of them lies within nothing.
      let isRing = below.contains(outer)
      children[isRing ? "" : outer, default: []].append(inner)
      if isRing { return }
      inner = outer
    }
  }

  /// The most first, with what lies within each; those with as many by name.
  private mutating func sorted(_ names: [String]) -> [String] {
    let sums = names.map { ($0, total(of: $0)) }
    return sums.sorted { $0.1 == $1.1 ? $0.0 < $1.0 : $0.1 > $1.1 }.map(\.0)
  }

  private mutating func total(of name: String) -> Double {
    if let known = totals[name] { return known }
    let inner = (children[name] ?? []).sorted().map { total(of: $0) }
    let sum = inner.reduce(values[name] ?? 0, +)
    totals[name] = sum
    return sum
  }

  private mutating func draw(_ name: String, _ above: [(name: String, isLast: Bool)], _ isLast: Bool) {
    let value = values[name]
    lines.append(
      Line(
        name: name.visibleForm(), depth: above.count, isLast: above.map(\.isLast) + [isLast], value: value,
        text: value.map { Self.text($0) } ?? ""))
    let inner = sorted(children[name] ?? [])
    for child in inner { draw(child, above + [(name, isLast)], child == inner.last) }
  }

  private static func text(_ number: Double) -> String { ResultTable.Cell.number(number).shownText ?? "" }

  /// The part of the longest bar that each takes, 0 to 1.
  var lengths: [Double] {
    let longest = lines.compactMap(\.value).max() ?? 0
    return lines.map { longest > 0 ? max(0, ($0.value ?? 0) / longest) : 0 }
  }
}
