/// What is wrong with a record that is no CSV.
enum CSVFailure: Hashable {
  case cells(found: Int, expected: Int)
  case badQuote
  case notUTF8

  /// What a message says of it.
  var words: String {
    switch self {
    case .cells(let found, let expected): "it has \(found) cells; expected \(expected)"
    case .badQuote: "a quote stands within a cell that has none around it, or a cell with quotes has no end"
    case .notUTF8: "it is not UTF-8"
    }
  }
}
