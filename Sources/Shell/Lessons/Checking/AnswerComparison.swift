import TextForms

/// Compares an answer that stands in a lesson with one that has come: cell by cell, whatever the width of the drawings.
struct AnswerComparison {
  /// Whether the rows may come in any order.
  var isUnordered = false
  private(set) var differences: [LessonDifference] = []

  /// No more than this many differences of one answer are told.
  private static let most = 10

  init(isUnordered: Bool) {
    self.isUnordered = isUnordered
  }

  /// What is other in `came` than in `expected`, whose first line is `line`.
  mutating func compare(_ expected: DrawnAnswer, with came: DrawnAnswer, line: Int) {
    for place in 0..<max(expected.parts.count, came.parts.count) {
      let wanted = place < expected.parts.count ? expected.parts[place] : nil
      let got = place < came.parts.count ? came.parts[place] : nil
      switch (wanted, got) {
      case (.table(let wanted), .table(let got)): compare(wanted, got)
      case (.words(let wanted), .words(let got)): compare(wanted, got, line)
      case (let wanted?, let got): add(wanted.line, "expected \(wanted.summary), \(got?.summary ?? "nothing") came")
      case (nil, let got?): add(expected.lastLine ?? line, "\(got.summary) came in addition")
      case (nil, nil): break
      }
    }
  }

  private mutating func add(_ line: Int, _ message: String) {
    if differences.count < Self.most { differences.append(LessonDifference(line, message)) }
  }

  // MARK: Tables

  private mutating func compare(_ expected: DrawnTable, _ came: DrawnTable) {
    let found = expected.columns.map { name in came.columns.firstIndex { $0.fits(name) } }
    let places = found.compactMap(\.self)
    for (name, place) in zip(expected.columns, found) where place == nil {
      add(expected.line, "no column \(name) came")
    }
    for (place, name) in came.columns.enumerated() where !places.contains(place) && !expected.hidden.contains(name) {
      add(expected.line, "a column more came: \(name)")
    }
    guard places.count == expected.columns.count else { return }
    if places != places.sorted() { add(expected.line, "the columns came in another order") }
    if let wanted = expected.total, let got = came.total, wanted != got {
      add(expected.line, "expected \(wanted.counted("row")), \(got) came")
    }
    let rows = came.rows.map { row in
      DrawnAnswer.Row(cells: places.map { $0 < row.cells.count ? row.cells[$0] : "" }, line: row.line)
    }
    if isUnordered {
      compareSets(expected, rows)
    } else if expected.rows.count == rows.count, expected.isAlike(rows) {
      for (wanted, got) in zip(expected.rows, rows) { compareCells(wanted, got, expected.columns) }
    } else {
      compareLists(expected, rows)
    }
  }

  private mutating func compareCells(_ expected: DrawnAnswer.Row, _ came: DrawnAnswer.Row, _ columns: [String]) {
    for (name, (wanted, got)) in zip(columns, zip(expected.cells, came.cells)) where !got.fits(wanted) {
      add(expected.line, "\(name): expected \(wanted), \(got) came")
    }
  }

  /// Rows that have gone and rows that have come, by a longest common subsequence.
  private mutating func compareLists(_ expected: DrawnTable, _ came: [DrawnAnswer.Row]) {
    let changes = came.difference(from: expected.rows) { $0.fits($1) || $1.fits($0) }
    for change in changes {
      switch change {
      case .remove(_, let row, _): add(row.line, "this row did not come: \(row.words)")
      case .insert(let place, let row, _):
        let line = expected.rows.isEmpty ? expected.line : expected.rows[min(place, expected.rows.count - 1)].line
        add(line, "a row more came: \(row.words)")
      }
    }
  }

  private mutating func compareSets(_ expected: DrawnTable, _ came: [DrawnAnswer.Row]) {
    var left = came
    for row in expected.rows {
      if let place = left.firstIndex(where: { $0.fits(row) }) {
        left.remove(at: place)
      } else {
        add(row.line, "this row did not come: \(row.words)")
      }
    }
    for row in left { add(expected.line, "a row more came: \(row.words)") }
  }

  // MARK: Words

  /// Word by word; after one that is cut (`…`) words are passed over up to the next that is the same.
  private mutating func compare(_ expected: [DrawnWord], _ came: [DrawnWord], _ line: Int) {
    var next = 0
    var isCut = false
    for word in expected {
      if isCut, let found = came[next...].firstIndex(where: { $0.text.fits(word.text) }) { next = found }
      guard next < came.count else { return add(word.line, "expected \(word.text), nothing more came") }
      guard came[next].text.fits(word.text) else {
        return add(word.line, "expected \(word.text), \(came[next].text) came")
      }
      isCut = word.text.hasSuffix("…") && came[next].text != word.text
      next += 1
    }
    if next < came.count, !isCut {
      add(expected.last?.line ?? line, "more came: \(came[next...].prefix(8).map(\.text).joined(separator: " "))")
    }
  }
}

extension String {
  /// Whether it is what a lesson shows, which may be cut short.
  fileprivate func fits(_ shown: String) -> Bool {
    if self == shown { return true }
    guard shown.hasSuffix("…") else { return false }
    return hasPrefix(shown.dropLast().trimmed)
  }
}

extension DrawnAnswer.Row {
  /// Whether it is a row that a lesson shows.
  fileprivate func fits(_ shown: DrawnAnswer.Row) -> Bool {
    cells.count == shown.cells.count && zip(cells, shown.cells).allSatisfy { $0.fits($1) }
  }

  /// The row in one line.
  fileprivate var words: String { cells.joined(separator: " | ") }
}

extension DrawnTable {
  /// Whether each of as many rows has a cell that is the same, so that they can be compared one by one.
  fileprivate func isAlike(_ other: [DrawnAnswer.Row]) -> Bool {
    zip(rows, other).allSatisfy { row, came in zip(came.cells, row.cells).contains { $0.fits($1) } }
  }
}

extension DrawnAnswer {
  fileprivate var lastLine: Int? { parts.last?.line }
}

extension DrawnAnswer.Part {
  /// The line on which it starts.
  fileprivate var line: Int {
    switch self {
    case .table(let table): table.line
    case .words(let words): words.first?.line ?? 1
    }
  }

  /// What it is, in a few words.
  fileprivate var summary: String {
    switch self {
    case .table(let table): "a table of \(table.columns.joined(separator: ", "))"
    case .words(let words): words.prefix(12).map(\.text).joined(separator: " ")
    }
  }
}
