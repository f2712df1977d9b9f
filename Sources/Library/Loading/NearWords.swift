/// Words that a slip of the finger turns into one another.
package enum NearWords {
  /// The word of `words` that is nearest to `word`, where it is near enough to be meant; the first of several.
  package static func nearest(to word: String, among words: [String]) -> String? {
    let wanted = word.lowercased()
    let near = words.map { (word: $0, distance: distance($0, wanted)) }.filter {
      $0.distance <= max(1, $0.word.count / 3)
    }
    return near.min { $0.distance < $1.distance }?.word
  }

  /// How many characters have to be put in, left out, replaced or swapped with their neighbour to turn one into the
  /// other (optimal string alignment). O(product of the lengths).
  package static func distance(_ left: String, _ right: String) -> Int {
    let (left, right) = (Array(left), Array(right))
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
