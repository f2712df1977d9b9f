import Query
import TextForms

/// A `<table>` to put into a page; its classes are `number` and `missing`.
struct HTMLFormat: RowsFormat {
  let name = "html"

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let names = table.columns.map { "<th scope=\"col\">\($0.name.visibleForm().htmlEscaped)</th>" }
    output.write("<table>\n<thead>\n<tr>\(names.joined())</tr>\n</thead>\n<tbody>\n")
    for row in table.rows.prefix(layout.shownRows(of: table)) {
      let cells = zip(table.columns, row).map { column, cell in
        guard let text = cell.shownText else { return "<td class=\"missing\">\(ResultTable.Cell.missingMark)</td>" }
        return "<td\(column.isNumeric ? " class=\"number\"" : "")>\(text.htmlEscaped)</td>"
      }
      output.write("<tr>\(cells.joined())</tr>\n")
    }
    output.write("</tbody>\n</table>\n")
  }
}

extension String {
  /// The text with what HTML reads as markup replaced by references; fit for elements and quoted attributes.
  var htmlEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
