import TextForms

/// A line of a query or file with carets under some of its characters, both counted in terminal cells.
struct SourceExcerpt {
  private static let tabWidth = 4

  /// The line as it is shown: tabs as spaces, hidden characters visible, cut on either side where it is too long.
  private(set) var line: String
  /// What stands before the carets.
  private(set) var indent: String
  /// A caret for each cell of the marked characters, at least one.
  private(set) var carets: String

  /// The excerpt of `text` in at most `width` cells with `length` characters from `column` (from 1) on marked.
  init(of text: String, column: Int, length: Int, width: Int) {
    var cells = Self.shownCells(of: text)
    var start = min(max(0, column - 1), cells.count)
    let end = min(max(start + 1, start + length), max(cells.count, start + 1))
    var marked = end - start
    if cells.reduce(0, { $0 + $1.cellWidth }) > width {
      // A third of the room goes to what stands before the mark.
      (cells, start) = Self.window(cells, around: start, width: width)
      marked = min(marked, max(1, cells.count - start))
    }
    line = cells.joined()
    indent = String(repeating: " ", count: cells[..<start].reduce(0) { $0 + $1.cellWidth })
    let under = cells[start..<min(cells.count, start + marked)].reduce(0) { $0 + $1.cellWidth }
    carets = String(repeating: "^", count: max(1, under))
  }

  /// What is shown for each character.
  private static func shownCells(of text: String) -> [String] {
    var cells: [String] = []
    var position = 0
    for character in text {
      let shown =
        character == "\t"
        ? String(repeating: " ", count: tabWidth - position % tabWidth) : String(character).visibleForm()
      position += shown.cellWidth
      cells.append(shown)
    }
    return cells
  }

  private static func window(_ cells: [String], around start: Int, width: Int) -> ([String], Int) {
    var first = start
    var before = 0
    while first > 0, before + cells[first - 1].cellWidth <= width / 3 {
      first -= 1
      before += cells[first].cellWidth
    }
    var window: [String] = first > 0 ? ["…"] : []
    var used = window.count
    var next = first
    while next < cells.count, used + cells[next].cellWidth < width {
      window.append(cells[next])
      used += cells[next].cellWidth
      next += 1
    }
    if next < cells.count { window.append("…") }
    return (window, start - first + (first > 0 ? 1 : 0))
  }
}
