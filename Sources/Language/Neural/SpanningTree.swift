/// The best tree over a sentence's words (maximum spanning arborescence; Chu and Liu 1965, Edmonds 1967).
package enum SpanningTree {
  /// The heads that make the best tree in which one word hangs from the root.
  ///
  /// - Parameters:
  ///   - scores: for each word in turn, the score of each head: first the root, then the words. Higher is better; a
  ///     word's score as its own head is not read.
  ///   - count: how many words there are.
  /// - Returns: each word's head, counted from 1; 0 is the root.
  /// - Complexity: O(count²) if each word's best head makes a tree, else O(count²) for each cycle.
  package static func heads(scores: [Float], count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let greedy = [0] + (1...count).map { best(for: $0, scores[(($0 - 1) * (count + 1))..<($0 * (count + 1))]) }
    if greedy.dropFirst().count(where: { $0 == 0 }) == 1, cycle(in: greedy) == nil { return Array(greedy.dropFirst()) }
    return Array(arborescence(matrix(scores, count)).dropFirst())
  }

  private static func best(for word: Int, _ scores: ArraySlice<Float>) -> Int {
    var best = 0
    for head in 1..<scores.count
    where head != word && scores[scores.startIndex + head] > scores[scores.startIndex + best] {
      best = head
    }
    return best
  }

  /// The scores by dependent and head, node 0 being the root. An arc from the root costs more than all others can
  /// bring, so that the best tree has one.
  private static func matrix(_ scores: [Float], _ count: Int) -> [[Double]] {
    let fine = 2 * Double(count + 1) * (1 + scores.reduce(0) { max($0, Double(abs($1))) })
    var matrix = [[Double]](repeating: [Double](repeating: -.infinity, count: count + 1), count: count + 1)
    for word in 1...count {
      for head in 0...count where head != word {
        matrix[word][head] = Double(scores[(word - 1) * (count + 1) + head]) - (head == 0 ? fine : 0)
      }
    }
    return matrix
  }

  /// The nodes of a cycle among `heads`, if there is one; node 0 has no head.
  private static func cycle(in heads: [Int]) -> [Int]? {
    var visitor = [Int](repeating: 0, count: heads.count)
    for start in heads.indices.dropFirst() {
      var node = start
      while node != 0 && visitor[node] == 0 {
        visitor[node] = start
        node = heads[node]
      }
      guard node != 0, visitor[node] == start else { continue }
      var cycle = [node]
      while heads[cycle[cycle.count - 1]] != node { cycle.append(heads[cycle[cycle.count - 1]]) }
      return cycle
    }
    return nil
  }

  /// The best heads of all nodes but 0: each node's best, and if they have a cycle, the best heads of a graph in which
  /// the cycle is one node.
  private static func arborescence(_ scores: [[Double]]) -> [Int] {
    var heads = scores.indices.map { node in
      node == 0 ? 0 : scores.indices.max { scores[node][$0] < scores[node][$1] } ?? 0
    }
    guard let cycle = cycle(in: heads) else { return heads }
    let graph = ContractedGraph(scores, cycle: cycle, heads: heads)
    let found = arborescence(graph.scores)
    for (index, node) in graph.outside.enumerated().dropFirst() {
      heads[node] = found[index] == graph.outside.count ? graph.exits[index] : graph.outside[found[index]]
    }
    let source = found[graph.outside.count]
    heads[graph.entries[source]] = graph.outside[source]
    return heads
  }
}

/// A graph in which a cycle has become its last node.
private struct ContractedGraph {
  /// The nodes that are not on the cycle; their indices are the nodes of this graph.
  let outside: [Int]
  private(set) var scores: [[Double]]
  /// For each node, which node of the cycle would be its head.
  private(set) var exits: [Int]
  /// For each node, which node of the cycle it would be the head of.
  private(set) var entries: [Int]

  init(_ full: [[Double]], cycle: [Int], heads: [Int]) {
    let outside = full.indices.filter { !cycle.contains($0) }
    self.outside = outside
    exits = [Int](repeating: cycle[0], count: outside.count)
    entries = exits
    scores = outside.map { dependent in outside.map { full[dependent][$0] } + [-.infinity] }
    scores.append([Double](repeating: -.infinity, count: outside.count + 1))
    for (index, node) in outside.enumerated() {
      for member in cycle {
        if full[node][member] > scores[index][outside.count] {
          scores[index][outside.count] = full[node][member]
          exits[index] = member
        }
        let gain = full[member][node] - full[member][heads[member]]
        if gain > scores[outside.count][index] {
          scores[outside.count][index] = gain
          entries[index] = member
        }
      }
    }
  }
}
