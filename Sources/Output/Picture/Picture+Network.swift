import Query
import TextForms

/// A network as boxes in columns and lines between them.
extension Picture {
  private static let boxWidth = 180
  private static let gap = 120
  private static let boxHeight = 26
  private static let step = 44
  /// How many cells of text fit into a box, and between two.
  private static let boxCells = 24
  private static let edgeCells = 16

  init(_ network: Network) {
    let layout = NetworkLayout(network)
    let (columns, rows) = layout.size
    self.init(
      title: "\(layout.places.count) names, \(network.nodes.map(\.edges.count).reduce(0, +)) ways between them",
      width: 2 * Self.margin + columns * (Self.boxWidth + Self.gap), height: 2 * Self.margin + rows * Self.step)
    for node in network.nodes {
      for (edge, weight) in node.edges { draw(edge, weight, layout) }
    }
    for (name, place) in layout.places {
      let (x, y) = Self.corner(place)
      shapes.append(.box(x: x, y: y, width: Self.boxWidth, height: Self.boxHeight))
      shapes.append(
        .words(name.clipped(to: Self.boxCells), x: x + Self.boxWidth / 2, y: y + 17, anchor: .middle, .boxed))
    }
  }

  private static func corner(_ place: NetworkLayout.Place) -> (x: Int, y: Int) {
    (margin + place.column * (boxWidth + gap), margin + place.row * step)
  }

  /// A line from the right of one box to the left of the other, or round to its right where that does not lie to the right;
  /// with an arrow at its end and what it means at its middle.
  private mutating func draw(_ edge: Network.Edge, _ weight: Double, _ layout: NetworkLayout) {
    let (from, to) = (layout[edge.from], layout[edge.to])
    let (start, end) = (Self.corner(from), Self.corner(to))
    let isForward = to.column > from.column
    let (x, y) = (start.x + Self.boxWidth, start.y + Self.boxHeight / 2)
    let endX = isForward ? end.x : end.x + Self.boxWidth
    // A ring that leads to itself leaves above its middle and comes back below it.
    let endY = end.y + Self.boxHeight / 2 + (edge.from == edge.to ? 8 : 0)
    let bend = isForward ? (endX - x) / 2 : Self.gap / 2
    let middle = isForward ? endX - bend : endX + bend
    shapes.append(
      .curve(
        from: Point(x: x, y: y), Point(x: x + bend, y: y), Point(x: middle, y: endY), to: Point(x: endX, y: endY)))
    shapes.append(.arrow(tip: Point(x: endX, y: endY), length: isForward ? -6 : 6))
    let text = Network.text(of: edge, weight)
    if !text.isEmpty {
      let (x, y) = ((x + bend + middle) / 2, (y + endY) / 2 - 3)
      shapes.append(.words(text.clipped(to: Self.edgeCells), x: x, y: y, anchor: .middle, .small))
    }
    words.append("\(edge.from) → \(text.isEmpty ? "" : text + " → ")\(edge.to)")
  }
}
