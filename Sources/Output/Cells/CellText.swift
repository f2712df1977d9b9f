import ClaimModel
public import Query
import TextForms

extension ResultTable.Cell {
  /// What people are shown where a value is missing.
  static let missingMark = "—"

  /// The cell in one line as people read it, hidden characters made visible; nil where it is missing.
  public var shownText: String? {
    switch self {
    case .missing: nil
    case .text(let text): text.visibleForm()
    case .integer(let number): String(number)
    case .number(let number): Self.rounded(number)
    case .date(let range): range.shortForm
    case .list(let items): items.map { $0.visibleForm() }.joined(separator: ", ")
    }
  }

  /// The cell as data in plain text: nothing rounded, list items parted by `; `; nil where it is missing.
  var dataText: String? {
    switch self {
    case .missing: nil
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Quantity.text(of: number)
    case .date(let range): range.shortForm
    case .list(let items): items.joined(separator: "; ")
    }
  }

  /// Whether it is a number, which no spreadsheet takes for a formula.
  var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }

  private static func rounded(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e12 else { return Quantity.text(of: number) }
    return Quantity.text(of: (number * 1000).rounded() / 1000)
  }
}

extension ResultTable.Column {
  /// Whether its cells stand to the right.
  var isNumeric: Bool { type == .number }
}
