import TextForms

/// What a terminal shows of the bytes that it is sent: as much of an xterm as libedit and we make use of.
struct Screen {
  private var columns: Int
  private var rows: Int
  /// The cells of every line, those that have scrolled out at the top included; the second cell of a wide character is "".
  private var lines: [[String]] = [[]]
  /// The first line that is on the screen.
  private var top = 0
  private var row = 0
  private var column = 0
  /// Whether the last cell of a line was filled, so that the next character starts a line.
  private var isFull = false
  private var inserts = false
  /// Whether changes of colour are shown, as `{1}`.
  private let showsColours: Bool
  private var mark = ""
  /// Bytes of a character or an escape sequence that has not ended.
  private var waiting: [UInt8] = []
  /// How often it was asked what it is.
  private(set) var questions = 0
  /// The characters that came, without escape sequences.
  private(set) var plain = ""

  init(columns: Int, rows: Int, showsColours: Bool) {
    self.columns = columns
    self.rows = rows
    self.showsColours = showsColours
  }

  /// The lines, without the spaces at their ends.
  var text: String {
    var shown = lines.map { Self.trimmed($0.joined()) }
    while shown.last == "" { shown.removeLast() }
    return shown.joined(separator: "\n") + "\n"
  }

  /// The line on which the cursor is, up to the cursor and without marks of colour.
  var lineBeforeCursor: String {
    lines[top + row].prefix(column).joined().replacing(/\{[0-9;]*\}/, with: "")
  }

  /// Whether the cursor's line is just `line`, with the cursor at its end.
  func isAtEnd(of line: String) -> Bool {
    lineBeforeCursor == line && lines[top + row].dropFirst(column).allSatisfy { $0 == " " }
  }

  mutating func resize(columns: Int, rows: Int) {
    self.columns = columns
    // The last lines stay on the screen.
    let bottom = top + row
    self.rows = rows
    top = max(0, bottom - rows + 1)
    row = bottom - top
    column = min(column, columns - 1)
    isFull = false
  }

  /// Forgets what came up to the end of `text`, or all of it; what is shown stays.
  mutating func forgetPlain(through text: String? = nil) {
    plain = text.flatMap { plain.firstRange(of: $0) }.map { String(plain[$0.upperBound...]) } ?? ""
  }

  mutating func take(_ bytes: [UInt8]) {
    for byte in bytes {
      waiting.append(byte)
      if waiting[0] == 0x1B {
        if takeEscape() { waiting.removeAll() }
      } else if let text = String(validating: waiting, as: UTF8.self) {
        waiting.removeAll()
        text.unicodeScalars.forEach { put($0) }
      }
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\r": (column, isFull) = (0, false)
    case "\n":
      plain += "\n"
      feedLine()
    case "\u{8}": (column, isFull) = (max(0, column - 1), false)
    case "\t":
      column = min(columns - 1, column / 8 * 8 + 8)
      fill(to: column)
    case "\u{0}"..."\u{1F}": return
    default:
      plain.unicodeScalars.append(scalar)
      show(String(scalar), width: Character(scalar).cellWidth)
    }
  }

  private mutating func show(_ text: String, width: Int) {
    if width == 0 {
      // A mark belongs to what stands before it.
      var place = isFull ? column : column - 1
      while place > 0, lines[top + row][place].isEmpty { place -= 1 }
      if lines[top + row].indices.contains(place) { lines[top + row][place] += text }
      return
    }
    if isFull || column + width > columns {
      column = 0
      feedLine()
    }
    fill(to: column)
    let cells = [mark + text] + Array(repeating: "", count: width - 1)
    let line = top + row
    let end = inserts ? column : min(lines[line].count, column + width)
    lines[line].replaceSubrange(column..<end, with: cells)
    if lines[line].count > columns { lines[line].removeLast(lines[line].count - columns) }
    column += width
    mark = ""
    isFull = column >= columns
    if isFull { column = columns - 1 }
  }

  private mutating func feedLine() {
    isFull = false
    if !mark.isEmpty, !lines[top + row].isEmpty { lines[top + row][lines[top + row].count - 1] += mark }
    mark = ""
    if row < rows - 1 { row += 1 } else { top += 1 }
    while lines.count <= top + row { lines.append([]) }
  }

  private mutating func fill(to column: Int) {
    let missing = column - lines[top + row].count
    if missing > 0 { lines[top + row] += Array(repeating: " ", count: missing) }
  }

  /// Carries out the escape sequence that waits; false where it has not ended.
  private mutating func takeEscape() -> Bool {
    guard waiting.count > 1 else { return false }
    switch waiting[1] {
    case UInt8(ascii: "["):
      guard waiting.count > 2, let last = waiting.last, (0x40...0x7E).contains(last) else { return false }
      let text = String(decoding: waiting[2..<(waiting.count - 1)], as: UTF8.self)
      control(Character(Unicode.Scalar(last)), text)
    case UInt8(ascii: "("), UInt8(ascii: ")"): return waiting.count > 2
    case UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "]"):
      guard waiting.count > 3, waiting.suffix(2) == [0x1B, UInt8(ascii: "\\")] else { return false }
      picture(String(decoding: waiting.dropFirst().dropLast(2), as: UTF8.self))
    case UInt8(ascii: "M"): move(rows: -1)
    default: break
    }
    return true
  }

  private mutating func control(_ kind: Character, _ text: String) {
    let numbers = text.split(separator: ";").map { Int($0) }
    let count = max(1, (numbers.first ?? nil) ?? 1)
    let line = top + row
    switch kind {
    case "A": move(rows: -count)
    case "B": move(rows: count)
    case "C": (column, isFull) = (min(columns - 1, column + count), false)
    case "D": (column, isFull) = (max(0, column - count), false)
    case "G": (column, isFull) = (min(columns, count) - 1, false)
    case "H":
      row = min(rows, count) - 1
      column = min(columns, (numbers.count > 1 ? numbers[1] : nil) ?? 1) - 1
      while lines.count <= top + row { lines.append([]) }
      isFull = false
    case "J":
      if text == "2" { for place in top..<lines.count { lines[place] = [] } }
      if text.isEmpty || text == "0" { lines.removeSubrange((line + 1)...) }
      if text.isEmpty || text == "0" { lines[line] = Array(lines[line].prefix(column)) }
    case "K": lines[line] = Array(text == "2" ? [] : lines[line].prefix(column))
    case "P": lines[line].removeSubrange(min(column, lines[line].count)..<min(column + count, lines[line].count))
    case "@":
      fill(to: column)
      lines[line].insert(contentsOf: Array(repeating: " ", count: count), at: column)
    case "c" where text.isEmpty: questions += 1
    case "m" where showsColours: mark += "{\(text)}"
    case "h" where text == "4": inserts = true
    case "l" where text == "4": inserts = false
    default: break
    }
  }

  /// Shows of a picture what it is: kitty's by its first piece, sixels by their size.
  private mutating func picture(_ text: String) {
    if text.hasPrefix("_Ga=T") { "[picture in PNG]".unicodeScalars.forEach { put($0) } }
    guard text.hasPrefix("P"), let start = text.firstIndex(of: "\"") else { return }
    let size = text[start...].dropFirst().prefix { $0 != "#" }.split(separator: ";").suffix(2).joined(separator: " by ")
    "[picture of \(size) sixels]".unicodeScalars.forEach { put($0) }
  }

  private mutating func move(rows count: Int) {
    row = min(max(0, row + count), rows - 1)
    while lines.count <= top + row { lines.append([]) }
    isFull = false
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
