/// Tags and trees by a network: long sentences in pieces, sentences of similar length together.
package struct NeuralAnnotator: Sendable {
  /// The tags that its numbers stand for.
  package let tags: TagSet
  private let network: QuantisedNetwork
  private let labels: [Dependency]

  /// How many words a tree has at most; its arcs take memory and time by the square.
  private static let longestTree = 256
  /// How many sentences go through the network together.
  private static let batchSize = 24

  /// The model in a network file's bytes; nil if they are none, or damaged.
  package init?(_ bytes: ModelBytes) {
    guard var file = NetworkFile(bytes), let network = QuantisedNetwork(&file) else { return nil }
    tags = TagSet(parsing: file.tagNames)
    labels = file.labelNames.split(separator: "\n").map { Dependency(rawValue: String($0)) ?? .dep }
    guard tags.count == file.shape.tags, labels.count == file.shape.labels else { return nil }
    self.network = network
  }

  /// What the network makes of each sentence's words.
  ///
  /// - Complexity: O(words).
  package func analyses(of sentences: [[String]]) -> [TreeAnalysis] {
    let pieces = sentences.enumerated().flatMap { index, words in Self.pieces(of: words).map { (index, $0) } }
    let order = pieces.indices.sorted { (pieces[$1].1.count, $0) < (pieces[$0].1.count, $1) }
    var parts = [TreeAnalysis?](repeating: nil, count: pieces.count)
    let batch = NetworkBatch(network, tags: tags, labels: labels)
    for start in stride(from: 0, to: order.count, by: Self.batchSize) {
      let members = order[start..<min(start + Self.batchSize, order.count)]
      for (member, analysis) in zip(members, batch.analyses(of: members.map { pieces[$0].1 })) {
        parts[member] = analysis
      }
    }
    var results = sentences.map { _ in TreeAnalysis(tags: [], heads: [], labels: []) }
    for (piece, part) in zip(pieces, parts) {
      if let part { results[piece.0].append(part) }
    }
    return results
  }

  /// The words in pieces that a tree can have, cut behind a sign where there is one.
  private static func pieces(of words: [String]) -> [ArraySlice<String>] {
    var pieces: [ArraySlice<String>] = []
    var rest = words[...]
    while rest.count > longestTree {
      let signs: Set = [",", ";", ".", ":", "!", "?", "-", ")", "—"]
      let end = rest.prefix(longestTree).suffix(longestTree / 2).lastIndex(where: signs.contains)
      let cut = (end ?? rest.startIndex + longestTree - 1) + 1
      pieces.append(rest[..<cut])
      rest = rest[cut...]
    }
    return rest.isEmpty ? pieces : pieces + [rest]
  }
}

extension TreeAnalysis {
  /// Adds the words of a sentence's next piece; its root hangs from the first piece's.
  fileprivate mutating func append(_ piece: TreeAnalysis) {
    let count = heads.count
    let root = heads.firstIndex(of: 0)
    tags += piece.tags
    for (head, label) in zip(piece.heads, piece.labels) {
      if head == 0, let root {
        heads.append(root + 1)
        labels.append(.parataxis)
      } else {
        heads.append(head == 0 ? 0 : head + count)
        labels.append(label)
      }
    }
  }
}
