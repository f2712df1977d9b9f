import Store

extension Nouns {
  /// How many pairs of a kind a claim is one of. What an article says twice has the pairs of its first mention.
  static func pairCount(
    _ name: String, _ summary: String, _ pairs: @escaping @Sendable (KnowledgeBase) -> ClaimPairs
  ) -> Attribute {
    Attribute(name, .number, summary) { table in
      let base = table.knowledgeBase
      let found = pairs(base)
      var counts = [Double](repeating: 0, count: base.claimCount)
      for row in found.left + found.right { counts[Int(row)] += 1 }
      let first = base.mentionGroups.first
      return Vector(.numbers(NumberColumn(first.map { counts[Int($0)] }), isWhole: true))
    }
  }
}
