import Output
import TextForms

/// Lines of several parts that stand under one another, the last one wrapped: what `help` and `set` show.
enum AlignedLines {
  /// The lines of `rows`, which all have the same number of parts; the first part leads.
  static func text(of rows: [[String]], style: Style, width: Int?) -> String {
    guard let first = rows.first else { return "" }
    let widths = first.indices.map { part in rows.map { $0[part].cellWidth }.max() ?? 0 }
    let indent = widths.dropLast().reduce(2) { $0 + $1 + 2 }
    var text = ""
    for row in rows {
      text += "  "
      for part in row.indices.dropLast() {
        let space = String(repeating: " ", count: widths[part] - row[part].cellWidth + 2)
        text += (part == 0 ? style.paint(row[part], .heading) : row[part]) + space
      }
      let lines = (row.last ?? "").wrapped(to: width.map { max(24, $0 - indent) } ?? Int.max)
      text += lines.joined(separator: "\n" + String(repeating: " ", count: indent)) + "\n"
    }
    return text
  }
}
