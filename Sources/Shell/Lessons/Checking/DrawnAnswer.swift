import TextForms

/// An answer as it was drawn for people, read back: tables and lists as rows of cells, anything else as words.
struct DrawnAnswer: Hashable {
  enum Part: Hashable {
    case table(DrawnTable)
    case words([DrawnWord])
  }

  /// The parts, in order.
  private(set) var parts: [Part] = []

  /// A row of cells, and the line on which it starts.
  struct Row: Hashable {
    var cells: [String]
    var line: Int
  }

  /// Reads a drawing whose first line is line `firstLine` of its file. Linear.
  init(_ text: String, firstLine: Int) {
    var table: DrawnTable?
    var words: [DrawnWord] = []
    func close(_ parts: inout [Part]) {
      if !words.isEmpty { parts.append(.words(words)) }
      if let table { parts.append(.table(table)) }
      (words, table) = ([], nil)
    }
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let number = firstLine + place
      if let form = DrawnTable.form(startedBy: line), form != .list || table == nil {
        close(&parts)
        table = DrawnTable(line: number, form: form)
      }
      if table != nil {
        if table?.take(line, number: number) == true { continue }
        if !line.isEmpty { close(&parts) }
      }
      words += DrawnWord.words(of: line, number: number)
    }
    close(&parts)
  }
}

/// A word of an answer, and its line.
struct DrawnWord: Hashable {
  var text: String
  var line: Int

  /// What pictures are drawn with: rulers, blocks and marks, which depend on the width.
  private static func isDrawing(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2500...0x25FF).contains(scalar.value) || character == "·"
  }

  /// The words of a line, without what is drawn.
  static func words(of line: Substring, number: Int) -> [DrawnWord] {
    line.split { $0.isWhitespace || isDrawing($0) }.map { DrawnWord(text: String($0), line: number) }
  }
}

/// A table or list that was drawn.
struct DrawnTable: Hashable {
  /// How a table is drawn: a row a line, rows between rules, or an attribute a line.
  enum Form: Hashable {
    case ruled, box, list
  }

  /// The line on which it starts.
  var line: Int
  /// How it is drawn.
  var form: Form
  var columns: [String] = []
  var rows: [DrawnAnswer.Row] = []
  /// How many rows the answer has, as the line under it says.
  var total: Int?
  /// The columns for which there was no room, as that line says.
  var hidden: [String] = []

  /// Whether a rule has come since the last line of a box.
  private var isAfterRule = false

  init(line: Int, form: Form) {
    self.line = line
    self.form = form
  }

  /// How a table is drawn that starts with a line; nil where none does.
  static func form(startedBy line: Substring) -> Form? {
    switch line.first {
    case "┌": .ruled
    case "╭": .box
    default: startsList(line) ? .list : nil
    }
  }

  /// Whether a line starts a row of a list.
  static func startsList(_ line: Substring) -> Bool {
    line.hasPrefix("row ") && Int(line.dropFirst(4)) != nil
  }

  /// Takes the next line; false where it is no part of the table.
  mutating func take(_ line: Substring, number: Int) -> Bool {
    guard total == nil else { return false }
    if readFooter(line) { return true }
    return form == .list ? takeListed(line, number) : takeRuled(line, number)
  }

  private mutating func takeRuled(_ line: Substring, _ number: Int) -> Bool {
    switch line.first {
    case "┌", "├", "└", "╭", "╰":
      isAfterRule = true
      return true
    case "│":
      let cells = line.dropFirst().dropLast().split(separator: "│", omittingEmptySubsequences: false).map {
        $0.collapsed
      }
      if columns.isEmpty {
        columns = cells
      } else if form == .box, !isAfterRule, let last = rows.indices.last {
        // What goes on in another line.
        rows[last].cells = zip(rows[last].cells, cells).map { $0 + ($1.isEmpty ? "" : " " + $1) }
      } else {
        rows.append(.init(cells: cells, line: number))
      }
      isAfterRule = false
      return true
    default: return false
    }
  }

  /// A line `  name  value`, or one that goes on with a value, which stands farther in.
  private mutating func takeListed(_ line: Substring, _ number: Int) -> Bool {
    if line.isEmpty { return true }
    if Self.startsList(line) {
      rows.append(.init(cells: [], line: number))
      return true
    }
    guard line.hasPrefix("  "), !rows.isEmpty else { return false }
    let last = rows.count - 1
    let text = line.dropFirst(2)
    guard text.first != " ", let gap = text.firstRange(of: "  ") else {
      guard let cell = rows[last].cells.indices.last else { return false }
      rows[last].cells[cell] += " " + text.collapsed
      return true
    }
    if last == 0 { columns.append(String(text[..<gap.lowerBound])) }
    rows[last].cells.append(text[gap.upperBound...].collapsed)
    return true
  }

  /// The line under a table: `2 rows`, `40 of 312 rows; …`.
  private mutating func readFooter(_ line: Substring) -> Bool {
    let words = line.prefix { $0 != ";" }.split(separator: " ")
    guard let word = words.last, word == "row" || word == "rows" else { return false }
    guard words.count == 2 || words.count == 4 && words[1] == "of", words.allSatisfy({ $0.first != "-" }),
      let count = Int(words[words.count - 2])
    else { return false }
    total = count
    if let start = line.firstRange(of: "without ") {
      let names = line[start.upperBound...].prefix { $0 != ":" }
      hidden = names.split(separator: ",").map { $0.trimmed }
    }
    return true
  }
}

extension StringProtocol {
  /// The text with one space for each run of white space, and none around it.
  fileprivate var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
