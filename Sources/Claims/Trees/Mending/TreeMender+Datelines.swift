import ClaimModel
import Language

extension TreeMender {
  /// "JAKARTA (Reuters) - A landslide buried a camp": the place and the agency before the dash are of no clause.
  mutating func freeDateline() {
    guard let dash = endOfDateline(), let place = tokens[..<dash].firstIndex(where: { $0.tag == .propn }) else {
      return
    }
    let line = 0..<dash
    // What stands behind the dash and hangs on the place takes its part in the clause.
    if let noun = tokens.indices.first(where: { $0 > dash && tokens[$0].tag != .punct && isBelow($0, line) }),
      let outer = line.first(where: { tokens[$0].head.map { !line.contains($0) } ?? true && tokens[$0].tag != .punct })
    {
      tokens[noun].head = tokens[outer].head == noun ? nil : tokens[outer].head
      tokens[noun].dependency = tokens[noun].head == nil ? .root : tokens[outer].dependency
      for word in tokens.indices where word > dash && word != noun && isBelow(word, line) { tokens[word].head = noun }
    }
    guard let root = tokens.indices.first(where: { $0 > dash && tokens[$0].head == nil }) else { return }
    for word in line where word != place { tokens[word].head = place }
    tokens[place].head = root
    tokens[place].dependency = .dep
    tokens[dash].head = root
  }

  private func isBelow(_ word: Int, _ words: Range<Int>) -> Bool {
    tokens[word].head.map { words.contains($0) } ?? false
  }

  /// The dash behind a name with an agency in brackets, or behind a name in capitals.
  private func endOfDateline() -> Int? {
    guard let first = tokens.first, first.tag == .propn,
      let dash = tokens.prefix(14).firstIndex(where: { Self.dashes.contains($0.form) }), dash > 0,
      dash + 2 < tokens.count,
      tokens[dash].range.start > tokens[dash - 1].range.end,
      tokens[..<dash].allSatisfy({ [.propn, .punct, .num].contains($0.tag) })
    else { return nil }
    let isInCapitals = first.form.count > 3 && first.form == first.form.uppercased()
    return tokens[dash - 1].form == ")" || isInCapitals ? dash : nil
  }

  private static let dashes: Set<String> = ["-", "–", "—", "--"]
}
