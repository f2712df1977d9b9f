import ClaimModel
import Language

/// What a claim's other arguments are, and what a clause says of them.
extension ClaimBuilder {
  /// "neither the speaker nor the whip, Jim Clyburn, came": that he is the whip is not denied.
  func isNamedInDenial(_ clause: Clause) -> Bool {
    let tree = rules.reading.tree
    guard clause.kind == .apposition else { return false }
    return [clause.subject, clause.object].compactMap { $0 }.contains { noun in
      tree.children(of: noun).contains { ["nor", "neither"].contains(tree.lemmas[$0]) }
    }
  }

  /// "The UN's July 2025 report confirmed that hubs remain …": what is told in the present holds when it is told.
  func dateOfStatement(_ attribution: Attribution?, _ clause: Clause) -> DateRange? {
    guard let attribution, let statement = rules.reading.clause(of: attribution.cueWord) else { return nil }
    let tree = rules.reading.tree
    let isPresent =
      ["VBP", "VBZ"].contains(tree.tokens[clause.predicate].fineTag)
      || tree.children(of: clause.predicate).contains {
        tree.tokens[$0].dependency == .cop && ["VBP", "VBZ"].contains(tree.tokens[$0].fineTag)
      }
    return isPresent && tree.tokens[clause.head].dependency == .ccomp ? rules.times.date(of: statement) : nil
  }

  func obliques(of clause: Clause, named: RelationRule.Named) -> [Oblique] {
    let taken = named.object.map { rules.reading.tree.conjoinedNouns(of: $0) } ?? []
    let shown = clause.tied.filter {
      !taken.contains($0.head) && $0.head != clause.predicate && !rules.places.isDenied($0.head)
    }
    var obliques = shown.map {
      Oblique($0.marker, rules.arguments.argument(at: $0.head))
    }
    if clause.kind == .copula, named.object == nil, let tied = clause.tied.first, tied.head == clause.predicate {
      obliques.insert(Oblique(tied.marker, rules.arguments.argument(at: tied.head)), at: 0)
    }
    if let recipient = clause.recipient {
      obliques.insert(Oblique("to", rules.arguments.argument(at: recipient)), at: 0)
    }
    if let complement = clause.complement, rules.reading.tree.tokens[complement].tag != .adj || clause.object == nil {
      obliques.insert(Oblique("as", rules.arguments.argument(at: complement)), at: 0)
    }
    return obliques
  }

  /// "fell 12%", "is worth $3 billion": a measure says nothing without its number.
  func isMeasure(_ noun: Int) -> Bool {
    let token = rules.reading.tree.tokens[noun]
    return token.tag == .sym || ["%", "percent", "$", "€", "£"].contains(token.form)
  }

  /// "Two directors, Ann Lee and Bo Tan, left": neither is two directors.
  func countsBeside(_ noun: Int) -> Set<Int> {
    let tree = rules.reading.tree
    guard tree.tokens[noun].fineTag == "NNS" else { return [] }
    return Set(tree.children(of: noun).filter { tree.tokens[$0].dependency == .nummod })
  }

  /// "made it harder to win": what is made harder is to win.
  func anticipated(by clause: Clause) -> Int? {
    let tree = rules.reading.tree
    guard let object = clause.object, tree.lemmas[object] == "it", rules.reading.referents[object] == nil,
      let state = clause.complement, tree.tokens[state].tag == .adj
    else { return nil }
    return tree.children(of: state).first { tree.isInfinitive($0) && $0 > state }
  }
}
