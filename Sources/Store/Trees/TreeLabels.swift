/// The trees of places, organisations and topics as intervals: a term is `whole` or a part of it exactly where its
/// position lies between the position and the end of `whole`.
///
/// Method: preorder interval labels (Agrawal, Borgida and Jagadish, "Efficient Management of Transitive Relationships").
/// A phrase has the position of what it is a part of. Made in one pass over the terms.
package struct TreeLabels: Sendable {
  /// The place of each term in a walk through the trees, from 1; 0 for a term that stands in no tree.
  package private(set) var position: [UInt32]
  /// The greatest position among a term and its parts.
  package private(set) var end: [UInt32]
  /// The terms in the order of their positions.
  package private(set) var walk: [TermID] = [0]
  /// The phrases with each position.
  private var phrases = ListColumn()

  /// The labels of all terms. A loop of parts is cut at its member with the least id.
  init(_ terms: TermDictionary) {
    position = [UInt32](repeating: 0, count: terms.count)
    end = position
    let isNode = terms.kindCodes.map { $0 == TermKind.entity.rawValue || $0 == TermKind.topic.rawValue }
    let parents = Self.parents(terms, isNode)
    let children = ListColumn(
      rows: terms.count,
      pairs: isNode.indices.filter { isNode[$0] && parents[$0] != 0 }.map { (parents[$0], UInt32($0)) })
    for root in isNode.indices where isNode[root] && parents[root] == 0 {
      label(from: TermID(root), children)
    }
    var pairs: [(row: UInt32, element: UInt32)] = []
    for term in 0..<terms.count where terms.kind(TermID(term)) == .phrase {
      position[term] = position[Int(terms.broader[term])]
      if position[term] > 0 { pairs.append((position[term], TermID(term))) }
    }
    phrases = ListColumn(rows: walk.count, pairs: pairs)
  }

  /// Whether `term` is `whole` or a part of it.
  package func isPart(_ term: TermID, of whole: TermID) -> Bool {
    position[Int(term)] >= position[Int(whole)] && position[Int(term)] <= end[Int(whole)] && position[Int(term)] > 0
  }

  /// The parts of a term at any depth, phrases left out.
  package func parts(of whole: TermID) -> ArraySlice<TermID> {
    let first = Int(position[Int(whole)])
    return first == 0 ? [] : walk[(first + 1)..<(Int(end[Int(whole)]) + 1)]
  }

  /// A term, its parts at any depth, and the phrases for one of them.
  package func partsAndPhrases(of whole: TermID) -> [TermID] {
    let first = Int(position[Int(whole)])
    guard first > 0 else { return [whole] }
    return (first...Int(end[Int(whole)])).flatMap { [walk[$0]] + Array(phrases[$0]) }
  }

  private mutating func label(from root: TermID, _ children: ListColumn) {
    var open: [(term: TermID, next: Int)] = [(root, 0)]
    enter(root)
    while let (term, next) = open.last {
      let below = children[Int(term)]
      guard next < below.count else {
        end[Int(term)] = UInt32(walk.count - 1)
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      let child = below[below.startIndex + next]
      enter(child)
      open.append((child, 0))
    }
  }

  private mutating func enter(_ term: TermID) {
    position[Int(term)] = UInt32(walk.count)
    walk.append(term)
  }

  /// What each node is a part of, with every loop cut.
  private static func parents(_ terms: TermDictionary, _ isNode: [Bool]) -> [TermID] {
    var parents = terms.broader.indices.map { isNode[$0] ? terms.broader[$0] : 0 }
    // The walk that settled each term; a walk that meets itself has gone round a loop.
    var settled = [UInt32](repeating: 0, count: parents.count)
    for start in parents.indices where isNode[start] && settled[start] == 0 {
      var term = TermID(start)
      while term != 0, settled[Int(term)] == 0 {
        settled[Int(term)] = UInt32(start)
        term = parents[Int(term)]
      }
      if term != 0, settled[Int(term)] == UInt32(start) { parents[Int(term)] = 0 }
    }
    return parents
  }
}
