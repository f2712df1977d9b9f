/// The line under an answer: how many rows there are, and how to see what is not shown.
public enum RowFooter {
  /// For instance "12 rows" or "40 of 312 rows; `more` shows the next, `set limit off` all".
  ///
  /// - Parameters:
  ///   - shown: How many rows stand above.
  ///   - total: How many the answer has, those that were shown before left out.
  ///   - skipped: How many were shown before.
  ///   - cutsCells: Whether a cell above ends in `…`.
  ///   - hiddenColumns: The columns for which there is no room.
  /// - Returns: The line, without its end.
  public static func text(
    shown: Int, of total: Int, after skipped: Int = 0, cutsCells: Bool = false, hiddenColumns: [String] = []
  ) -> String {
    let all = skipped + total
    var footer = all == 1 ? "1 row" : "\(all) rows"
    if skipped > 0 {
      let last = skipped + shown
      footer = (shown == 1 ? "row \(last)" : "rows \(skipped + 1) to \(last)") + " of \(all)"
    } else if shown < total {
      footer = "\(shown) of \(footer)"
    }
    if shown < total { footer += "; `more` shows the next, `set limit off` all" }
    if !hiddenColumns.isEmpty {
      footer += "; without \(hiddenColumns.joined(separator: ", ")): `as list` shows all"
    } else if cutsCells {
      footer += "; what ends in … is cut, `as list` shows it whole"
    }
    return footer
  }
}
