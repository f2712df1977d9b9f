extension ListColumn {
  /// For each of these rows, which are stems of sentences, whether it holds all of the phrases, or any.
  ///
  /// One pass over the stems of the rows for each phrase; a phrase without stems stands nowhere.
  package func holding(_ phrases: [[UInt32]], needsAll: Bool, at rows: [UInt32]) -> [Bool] {
    rows.map { row in
      let start = Int(offsets[Int(row)])
      let end = Int(offsets[Int(row) + 1])
      for phrase in phrases where holds(phrase, start, end) != needsAll { return !needsAll }
      return needsAll
    }
  }

  private func holds(_ phrase: [UInt32], _ start: Int, _ end: Int) -> Bool {
    guard !phrase.isEmpty else { return false }
    var place = start
    while place + phrase.count <= end {
      if elements[place] == phrase[0], (1..<phrase.count).allSatisfy({ elements[place + $0] == phrase[$0] }) {
        return true
      }
      place += 1
    }
    return false
  }
}
