import Query
import TextForms

/// A network as boxes in columns and lines between them.
extension SVGPicture {
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
      shapes.append(
        "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Self.boxWidth)\" height=\"\(Self.boxHeight)\" rx=\"6\" fill=\"#eef3f8\" "
          + "stroke=\"#4878a8\"/>")
      let text = name.clipped(to: Self.boxCells).htmlEscaped
      shapes.append(
        "<text x=\"\(x + Self.boxWidth / 2)\" y=\"\(y + 17)\" text-anchor=\"middle\" fill=\"#102030\">\(text)</text>")
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
      "<path d=\"M\(x) \(y) C\(x + bend) \(y) \(middle) \(endY) \(endX) \(endY)\" fill=\"none\" stroke=\"#4878a8\"/>")
    let back = isForward ? -6 : 6
    shapes.append(
      "<path d=\"M\(endX) \(endY) l\(back) -4 v8 z\" fill=\"#4878a8\"/>")
    let text = Network.text(of: edge, weight)
    if !text.isEmpty {
      let place = "x=\"\((x + bend + middle) / 2)\" y=\"\((y + endY) / 2 - 3)\""
      shapes.append(
        "<text \(place) text-anchor=\"middle\" font-size=\"11\" fill=\"currentColor\">"
          + "\(text.clipped(to: Self.edgeCells).htmlEscaped)</text>")
    }
    words.append("\(edge.from) → \(text.isEmpty ? "" : text + " → ")\(edge.to)")
  }
}
