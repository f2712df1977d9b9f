import Query
import TextForms

/// Who is joined with whom, as a tree for each that something comes from.
struct GraphFormat: PictureFormat {
  let name = "graph"
  let isForPeople = true

  func picture(of columns: ChartColumns) -> SVGPicture? {
    let network = Network(columns)
    return network.nodes.isEmpty ? nil : SVGPicture(network)
  }

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let columns = ChartColumns(table, layout)
    let network = Network(columns)
    guard !network.nodes.isEmpty else {
      output.write(layout.style.paint("no two names to join", .faint) + "\n")
      return TableFormat().write(table, layout: layout, to: &output)
    }
    let width = layout.width.map { max($0, 20) } ?? Int.max / 2
    for node in network.nodes {
      output.write(layout.style.paint(node.name.clipped(to: width), .heading) + "\n")
      for (place, (edge, weight)) in node.edges.enumerated() {
        let text = Network.text(of: edge, weight)
        let branch = place == node.edges.count - 1 ? "└─" : "├─"
        let line = branch + (text.isEmpty ? "" : " \(text) ") + "→ " + edge.to
        output.write(line.clipped(to: width) + "\n")
      }
    }
    let footer = RowFooter.text(shown: columns.shown, of: table.rows.count, after: layout.skippedRows)
    output.write(layout.style.paint(footer, .faint) + "\n")
  }
}

/// Who is joined with whom, in the language of Graphviz.
struct DOTFormat: ResultFormat {
  let name = "dot"

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    output.write("digraph {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n")
    for node in Network(ChartColumns(table, layout)).nodes {
      for (edge, weight) in node.edges {
        let text = Network.text(of: edge, weight)
        let label = text.isEmpty ? "" : " [label=\(Self.quoted(text))]"
        output.write("  \(Self.quoted(edge.from)) -> \(Self.quoted(edge.to))\(label);\n")
      }
    }
    output.write("}\n")
  }

  /// A text as a quoted string; nothing in it is read as an escape or as markup.
  private static func quoted(_ text: String) -> String {
    let escaped = text.replacing("&", with: "&amp;").replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
