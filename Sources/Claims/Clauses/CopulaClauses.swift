import Language

extension ClauseFinder {
  /// The clause that a noun, an adjective or a prepositional phrase states of its subject.
  ///
  /// "ISKP is fractured, on the run": object the noun or adjective; a prepositional phrase is an argument tied by its
  /// preposition.
  mutating func clause(ofCopula word: Int) -> Clause {
    let chain = copularChain(above: word)
    var clause = Clause(kind: .copula, predicate: word, head: chain.first ?? word, chain: chain)
    clause.surfaceSubject = surfaceSubject(of: clause.head)
    clause.subject = clause.surfaceSubject
    clause.tied = leadingModifiers(of: word) + tiedArguments(of: word) + chain.flatMap { tiedArguments(of: $0) }
    let markers = tree.markers(of: word)
    if markers.isEmpty {
      clause.object = word
    } else {
      clause.tied.insert(Clause.Tied(markers: markers, marker: tree.markerText(of: word), head: word), at: 0)
    }
    return clause
  }

  /// "In the history of our nation it is an exception": what stands before a predicate noun is of the clause.
  private func leadingModifiers(of word: Int) -> [Clause.Tied] {
    tree.children(of: word).filter { tree.tokens[$0].dependency == .nmod && $0 < word }.map {
      Clause.Tied(markers: tree.markers(of: $0), marker: tree.markerText(of: $0), head: $0)
    }
  }

  private func copularChain(above word: Int) -> [Int] {
    var chain: [Int] = []
    var current = word
    while let head = tree.head(of: current), tree.tokens[current].dependency == .xcomp,
      controlledVerb(below: head) == current
    {
      chain.insert(head, at: 0)
      current = head
    }
    return chain
  }
}
