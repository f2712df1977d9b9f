/// The line under an answer: how many rows there are, and how to see what is not shown.
public enum RowFooter {
  /// For instance "12 rows" or "40 of 312 rows; `set limit 312` shows all".
  ///
  /// - Parameters:
  ///   - shown: How many rows stand above.
  ///   - total: How many the answer has.
  ///   - cutsCells: Whether a cell above ends in `…`.
  ///   - hiddenColumns: The columns for which there is no room.
  /// - Returns: The line, without its end.
  public static func text(shown: Int, of total: Int, cutsCells: Bool = false, hiddenColumns: [String] = []) -> String {
    var footer = total == 1 ? "1 row" : "\(total) rows"
    if shown < total { footer = "\(shown) of \(footer); `set limit \(total)` shows all" }
    if !hiddenColumns.isEmpty {
      footer += "; without \(hiddenColumns.joined(separator: ", ")): `as list` shows all"
    } else if cutsCells {
      footer += "; what ends in … is cut, `as list` shows it whole"
    }
    return footer
  }
}
