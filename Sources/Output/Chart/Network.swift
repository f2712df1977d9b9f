import Query

/// Who is joined with whom: of each row its first two columns of entities, or else of words, and what stands between them.
struct Network {
  struct Edge: Hashable {
    var from: String
    var to: String
    /// What joins them; empty where nothing is said.
    var label: String
  }

  /// The edges of each node, the heaviest first, and the nodes with the heaviest edges first; what is equal by name.
  private(set) var nodes: [(name: String, edges: [(edge: Edge, weight: Double)])] = []

  init(_ columns: ChartColumns) {
    let entities = columns.table.columns.indices.filter { columns.table.columns[$0].type == .entity }
    let ends = entities.count > 1 ? entities : columns.words
    guard ends.count > 1 else { return }
    let (from, to) = (ends[0], ends[1])
    let between = columns.words.first { $0 > from && $0 < to }
    let number = columns.numbers.first
    var weights: [Edge: Double] = [:]
    for row in 0..<columns.shown {
      guard let start = columns.table.rows[row][from].shownText, let end = columns.table.rows[row][to].shownText,
        let weight = number.map({ columns.number(row, $0) }) ?? 1
      else { continue }
      let label = between.flatMap { columns.table.rows[row][$0].shownText } ?? ""
      weights[Edge(from: start, to: end, label: label), default: 0] += weight
    }
    arrange(weights)
  }

  private mutating func arrange(_ weights: [Edge: Double]) {
    let groups = Dictionary(grouping: weights.map { (edge: $0.key, weight: $0.value) }) { $0.edge.from }
    let sorted = groups.map { name, edges in
      let edges = edges.sorted { left, right in
        if left.weight != right.weight { return left.weight > right.weight }
        return (left.edge.to, left.edge.label) < (right.edge.to, right.edge.label)
      }
      return (name: name, edges: edges)
    }
    nodes = sorted.sorted { left, right in
      // The sum in the order of the edges, which is fixed.
      let (one, other) = (left.edges.reduce(0) { $0 + $1.weight }, right.edges.reduce(0) { $0 + $1.weight })
      return one == other ? left.name < right.name : one > other
    }
  }

  /// What is written at an edge: `kill ×3`.
  static func text(of edge: Edge, _ weight: Double) -> String {
    let times = weight == 1 ? "" : "×" + (ResultTable.Cell.number(weight).shownText ?? "")
    return [edge.label, times].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
