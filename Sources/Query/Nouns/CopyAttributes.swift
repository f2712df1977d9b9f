import Store

extension Nouns {
  /// How many near-identical sentences there are.
  static func copies(_ sentences: @escaping @Sendable (KnowledgeBase) -> Column<UInt32>) -> Attribute {
    Attribute("copies", .number, "how many sentences are the same or nearly so, here or in other articles") {
      let counts = NumberColumn($0.knowledgeBase.passages.counts.map { Double($0) })
      return Vector(.numbers(counts, isWhole: true), through: sentences($0.knowledgeBase))
    }
  }

  /// Where the first of several near-identical sentences stands.
  static func passage(_ sentences: @escaping @Sendable (KnowledgeBase) -> Column<UInt32>) -> Attribute {
    Attribute("passage", .text, "where the first stands of sentences that are the same or nearly so: source and number")
    {
      let base = $0.knowledgeBase
      let passages = base.passages
      let places = passages.first.indices.map { row -> String in
        guard passages.counts[row] > 1 else { return "" }
        let first = Int(passages.first[row])
        let source = base.articleColumns.source[Int(base.sentences.article[first])]
        return "\(base.terms.texts[Int(source)]) \(base.sentences.number[first])"
      }
      return Vector(.texts(TextColumn(places), words: nil), through: sentences(base))
    }
  }
}
