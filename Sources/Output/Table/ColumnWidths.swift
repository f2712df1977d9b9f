import Query

/// How many cells each column of a table gets.
struct ColumnWidths {
  /// The narrowest a column of names may become.
  private static let narrowest = 10
  /// The narrowest a column of words may become where most of its cells are at least as wide.
  private static let narrowestWords = 32
  /// What a claim's id is cut to where there is no room for all of it: seven digits and the mark.
  private static let shortID = 8

  /// What a column needs to be shown whole, and what it needs at least.
  struct Need {
    var whole: Int
    var least: Int
    /// What it may get where not every column is shown whole.
    var most: Int

    /// The need of a column whose name takes `name` cells and whose cells take as many as `widths` says.
    ///
    /// Numbers are never cut, since a cut number is another number. Of a claim's id a few digits are enough, of a name its
    /// beginning; a sentence or a reason says nothing in so little.
    init(name: Int, widths: [Int], type: ResultTable.ColumnType) {
      let whole = max(name, widths.max() ?? 0)
      let usual = type == .text ? widths.sorted().dropFirst(widths.count / 2).first ?? 0 : 0
      let words = min(usual, ColumnWidths.narrowestWords)
      let short = min(whole, max(ColumnWidths.narrowest, words, min(name, 2 * ColumnWidths.narrowest)))
      let shortID = min(whole, max(name, ColumnWidths.shortID))
      self.whole = whole
      switch type {
      case .number: (least, most) = (whole, whole)
      case .claim: (least, most) = (shortID, shortID)
      default: (least, most) = (short, whole)
      }
    }
  }

  /// Widths that take no more than `available` cells together: columns that need little get it, the wide ones share
  /// what is left evenly. O(columns · log available).
  ///
  /// - Returns: nil where not even the least fits.
  static func fitting(_ needs: [Need], into available: Int) -> [Int]? {
    let whole = needs.map(\.whole)
    if whole.reduce(0, +) <= available { return whole }
    func widths(under cap: Int) -> [Int] { needs.map { max($0.least, min($0.most, cap)) } }
    func total(under cap: Int) -> Int { widths(under: cap).reduce(0, +) }
    guard total(under: 0) <= available else { return nil }
    var low = 0
    var high = needs.map(\.most).max() ?? 0
    while low < high {
      let middle = (low + high + 1) / 2
      if total(under: middle) <= available { low = middle } else { high = middle - 1 }
    }
    var fitted = widths(under: low)
    var spare = available - fitted.reduce(0, +)
    for column in needs.indices where spare > 0 && fitted[column] < needs[column].most {
      fitted[column] += 1
      spare -= 1
    }
    return fitted
  }
}
