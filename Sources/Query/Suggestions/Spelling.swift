/// Finds words that are near to a misspelt one.
enum Spelling {
  /// The words near to `word`, nearest first, at most three.
  static func near(_ word: String, in words: [String]) -> [String] {
    var seen: Set<String> = []
    let ranked = words.filter { seen.insert($0).inserted }.enumerated().compactMap { place, candidate in
      distance(word, candidate.lowercased()).map { (distance: $0, place: place, word: candidate) }
    }
    return ranked.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }.prefix(3).map(\.word)
  }

  /// How many letters have to be put in, left out, replaced or swapped with the next to make one of the other; nil where
  /// that is too many for the two to be confused.
  ///
  /// Method: optimal string alignment (Damerau 1964; Wagner and Lowrance 1975), over scalars, O(product of lengths) at
  /// most; words whose lengths differ too much are not compared.
  static func distance(_ left: String, _ right: String) -> Int? {
    let one = Array(left.unicodeScalars.prefix(64))
    let other = Array(right.unicodeScalars.prefix(64))
    let most = max(1, (min(one.count, other.count) + 1) / 3)
    guard abs(one.count - other.count) <= most else {
      return isStart(one, of: other) ? most : nil
    }
    let found = alignment(one, other)
    if found <= most { return found }
    return isStart(one, of: other) ? most : nil
  }

  /// Whether what has been typed is the start of the word: three letters or more.
  private static func isStart(_ typed: [Unicode.Scalar], of word: [Unicode.Scalar]) -> Bool {
    typed.count >= 3 && word.starts(with: typed)
  }

  private static func alignment(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var current = [row + 1]
      for (column, opposite) in other.enumerated() {
        var least = min(last[column + 1], current[column]) + 1
        least = min(least, last[column] + (letter == opposite ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == opposite {
          least = min(least, before[column - 1] + 1)
        }
        current.append(least)
      }
      before = last
      last = current
    }
    return last[other.count]
  }
}
