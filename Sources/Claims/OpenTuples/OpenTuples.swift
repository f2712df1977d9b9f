import Language

/// Writes the clauses of a sentence as tuples in its own words.
///
/// CaRB (Bhardwaj et al., EMNLP 2019), by which they are measured, asks for whole arguments and for the words of the
/// relation as they stand, with auxiliaries, negation and preposition; lists are split, one fact a tuple.
struct OpenTuples {
  let reading: SentenceReading
  let confidence: ConfidenceRule

  /// The tuples of `reading`.
  init(reading: SentenceReading) {
    self.reading = reading
    confidence = ConfidenceRule(reading: reading)
  }

  private var tree: SyntaxTree { reading.tree }

  /// The tuples, in the order of their predicates.
  func tuples() -> [OpenTuple] {
    reading.clauses.flatMap { clause -> [OpenTuple] in
      switch clause.kind {
      case .verb, .copula: predicateTuples(clause)
      case .apposition: appositionTuple(clause)
      case .event: []
      }
    }
  }

  private func predicateTuples(_ clause: Clause) -> [OpenTuple] {
    guard let subject = clause.surfaceSubject else { return [] }
    let words = ArgumentWords(reading: reading, clause: clause)
    var relation = words.relation
    var arguments = objectHeads(of: clause).map { head in conjuncts(of: head, clause).map { words.argument(at: $0) } }
    for (index, argument) in tied(to: clause).enumerated() {
      var phrase = words.argument(at: argument.head)
      if index == 0, arguments.isEmpty, argument.head > clause.predicate {
        relation += argument.markers
      } else {
        phrase = Array(Set(phrase).union(argument.markers)).sorted()
      }
      arguments.append([phrase])
    }
    arguments += (words.adverbs + words.clauses).map { [$0] }
    let subjects = conjuncts(of: subject, clause).map { words.argument(at: $0) }
    let score = confidence(of: clause)
    return combinations([subjects] + arguments).filter { $0.count > 1 }.map { slots in
      OpenTuple(confidence: score, relation: text(of: relation.sorted()), arguments: slots.map { text(of: $0) })
    }
  }

  /// The arguments that a preposition ties, each with its whole list.
  private func tied(to clause: Clause) -> [Clause.Tied] {
    let own = clause.tied.filter { argument in
      argument.head != clause.predicate && !(tree.tokens[argument.head].dependency == .conj)
    }
    // "In 1879, he was elected and died": what stands before the first of several verbs is of all.
    guard tree.tokens[clause.head].dependency == .conj, let first = tree.head(of: clause.head),
      tree.child(of: clause.head, .nsubj, .nsubjPass) == nil, let main = reading.clause(of: first)
    else { return own }
    return tied(to: main).filter { $0.head < (main.surfaceSubject ?? 0) } + own
  }

  /// The words of an argument's head and of those conjoined with it, as far as they are a list of things.
  private func conjuncts(of head: Int, _ clause: Clause) -> [Int] {
    guard clause.kind == .verb, head != clause.predicate, reading.kinds[head] == nil else { return [head] }
    return Array(tree.conjoinedNouns(of: head).prefix(5))
  }

  /// Every choice of one phrase from each list, the empty ones left out; twelve at most.
  private func combinations(_ lists: [[[Int]]]) -> [[[Int]]] {
    var found: [[[Int]]] = [[]]
    for list in lists {
      let phrases = list.filter { !$0.isEmpty }
      if phrases.isEmpty { continue }
      found = Array(found.flatMap { start in phrases.map { start + [$0] } }.prefix(12))
    }
    return found
  }

  private func appositionTuple(_ clause: Clause) -> [OpenTuple] {
    guard let subject = clause.subject, let object = clause.object else { return [] }
    let words = ArgumentWords(reading: reading, clause: clause)
    let arguments = [subject, object].map { text(of: words.argument(at: $0)) }
    return [OpenTuple(confidence: confidence(of: clause), relation: "is", arguments: arguments)]
  }

  private func objectHeads(of clause: Clause) -> [Int] {
    if clause.kind == .copula { return [clause.predicate] }
    let heads = [clause.recipient, clause.object, clause.complement].compactMap { $0 }
    return heads.filter { $0 != clause.surfaceSubject }
  }

  private func text(of words: [Int]) -> String { words.map { tree.tokens[$0].form }.joined(separator: " ") }

  private func confidence(of clause: Clause) -> Double {
    confidence.confidence(of: clause, subject: clause.subject, object: clause.object, as: .tuples)
  }
}
