import ClaimModel
import Query
import TextForms

/// An answer on a page: a picture where one is asked for, and the rows, each cell of which leads to the words behind it.
struct PageAnswer {
  let table: ResultTable
  let number: Int
  /// What each row that is written rests on.
  let rows: [PageWords.Row]

  /// The answer in a format of `OutputFormats`; what is for programs stands as its text.
  func html(_ name: String) -> String {
    let format = OutputFormats.named(name)
    if format is ListFormat { return "<div class=\"answer\" id=\"a\(number)\">\n\(list)</div>\n" }
    var parts = ""
    if format is any PictureFormat || format is SVGFormat, !rows.isEmpty {
      parts =
        "<div class=\"wide chart\" role=\"region\" aria-label=\"Picture of answer \(number)\" tabindex=\"0\">\n"
        + SVGFormat().text(of: picture(name)) + "</div>\n"
    } else if let format, !(format is any RowsFormat) {
      let text = format.text(of: shownTable, layout: Layout(isTerminal: true, width: 80))
      parts = "<pre class=\"text\">\(text.visibleForm(keepingLines: true).htmlEscaped)</pre>\n"
    }
    return "<div class=\"answer\" id=\"a\(number)\">\n\(parts)\(ruled)</div>\n"
  }

  private var shownTable: ResultTable {
    var shown = table
    shown.rows = Array(table.rows.prefix(rows.count))
    return shown
  }

  /// The table, for the picture of this name.
  private func picture(_ name: String) -> ResultTable {
    var table = shownTable
    table.picture = name
    return table
  }

  private var caption: String {
    let count = RowFooter.text(shown: table.rows.count, of: table.rows.count)
    let part = rows.count < table.rows.count ? ", of which the first \(rows.count) stand here" : ""
    return "Answer \(number): \(count)\(part)"
  }

  // MARK: Rows as a table

  private var ruled: String {
    let heads = table.columns.map { column in
      let type = column.isNumeric ? " class=\"number\"" : ""
      return "<th scope=\"col\"\(type)><button type=\"button\">\(column.name.visibleForm().htmlEscaped)</button></th>"
    }
    let lines = zip(table.rows, rows).enumerated().map { place, row in
      let cells = zip(table.columns, row.0).map { column, cell in
        let type = cell == .missing ? " class=\"missing\"" : column.isNumeric ? " class=\"number\"" : ""
        return "<td\(type)>\(linked(cell, column, row.1))</td>"
      }
      return "<tr id=\"a\(number)-r\(place + 1)\">\(cells.joined())</tr>\n"
    }
    return """
      <div class="wide" role="region" aria-labelledby="a\(number)-caption" tabindex="0">
      <table class="sortable">
      <caption id="a\(number)-caption">\(caption)</caption>
      <thead>
      <tr>\(heads.joined())</tr>
      </thead>
      <tbody>
      \(lines.joined())</tbody>
      </table>
      </div>

      """
  }

  // MARK: Rows as a list

  private var list: String {
    let items = zip(table.rows, rows).enumerated().map { place, row in
      let pairs = zip(table.columns, row.0).map { column, cell in
        "<dt>\(column.name.visibleForm().htmlEscaped)</dt><dd>\(linked(cell, column, row.1))</dd>\n"
      }
      return "<li id=\"a\(number)-r\(place + 1)\">\n<dl>\n\(pairs.joined())</dl>\n</li>\n"
    }
    return "<p class=\"caption\">\(caption)</p>\n<ol class=\"rows\">\n\(items.joined())</ol>\n"
  }

  /// A cell that leads to the words behind it; those of the claim's subject or object where the column is that.
  private func linked(_ cell: ResultTable.Cell, _ column: ResultTable.Column, _ row: PageWords.Row) -> String {
    guard let text = cell.shownText else { return ResultTable.Cell.missingMark }
    guard let place = row.place(of: column.name) else { return text.htmlEscaped }
    return "<a href=\"#\(place)\">\(text.isEmpty ? "“”" : text.htmlEscaped)</a>"
  }
}
