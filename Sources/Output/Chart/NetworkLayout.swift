/// Where the names of a network are drawn: in columns, each name to the right of one that leads to it.
///
/// A name stands in the column after the first one from which it is reached, in the order of the network; so edges that lead
/// back, or around, are those that do not go to the right. Linear in the edges.
struct NetworkLayout {
  /// A place for a name: its column and its place in it, from the top.
  struct Place: Hashable {
    var column: Int
    var row: Int
  }

  private(set) var places: [(name: String, place: Place)] = []
  private var placeOfName: [String: Place] = [:]
  private var heights: [Int] = []

  init(_ network: Network) {
    let edges = Dictionary(uniqueKeysWithValues: network.nodes.map { ($0.name, $0.edges.map(\.edge.to)) })
    let reached = Set(network.nodes.flatMap { node in node.edges.map(\.edge.to).filter { $0 != node.name } })
    // First what nothing leads to, then the rings that are left.
    let starts = network.nodes.map(\.name).filter { !reached.contains($0) } + network.nodes.map(\.name)
    for start in starts where placeOfName[start] == nil {
      var front = [start]
      var column = 0
      while !front.isEmpty {
        var next: [String] = []
        for name in front where placeOfName[name] == nil {
          put(name, column)
          next += edges[name] ?? []
        }
        front = next
        column += 1
      }
    }
  }

  private mutating func put(_ name: String, _ column: Int) {
    if heights.count <= column { heights.append(0) }
    let place = Place(column: column, row: heights[column])
    heights[column] += 1
    placeOfName[name] = place
    places.append((name, place))
  }

  /// Where a name stands.
  subscript(name: String) -> Place { placeOfName[name] ?? Place(column: 0, row: 0) }

  /// How many columns there are, and how many names the longest has.
  var size: (columns: Int, rows: Int) { (heights.count, heights.max() ?? 0) }
}
