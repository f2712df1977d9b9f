import ClaimModel
import Language

/// What a noun does to the clause or the event that hangs on it.
///
/// "No proof of the killing", "the claim that he left", which was rejected, "the goal of leaving", "declarations about
/// leaving" and "the money to pay them" leave it open; "the failure to act", "denied the presence of troops" and, less
/// surely, "no evidence that it works" deny it; "its success in leaving" and "no doubt that it works" do nothing to it.
extension FactualityRule {
  /// Applies what `noun` does to the clause of `word` below it.
  func applyNoun(_ noun: Int, above word: Int, to result: inout Factuality) {
    let lemma = tree.lemmas[noun]
    if isNone(noun), Self.doubts.contains(lemma) { return }
    if isNone(noun) || isLacked(noun), Self.proofs.contains(lemma), !tree.isInfinitive(word) {
      // "no evidence that it works"
      result.isDenied.toggle()
      result.weaken(to: .probable)
    } else if isNone(noun) || isRejected(noun) || isLacked(noun) {
      result.weaken(to: .unknown)
    }
    let mark = tree.markerText(of: word, .mark)
    let isOpen = cues.lists(lemma, in: .demandNouns) || cues.lists(lemma, in: .aimNouns)
    if isOpen, !mark.isEmpty {
      result.weaken(to: .unknown)
    } else if tree.isInfinitive(word), cues.lists(lemma, in: .failingNouns) {
      result.isDenied.toggle()
    } else if tree.isInfinitive(word) {
      result.leaveOpen()
    } else if tree.tokens[word].fineTag == "VBG", Self.aboutness.contains(mark), cues.lists(lemma, in: .reportingNouns)
    {
      result.weaken(to: .unknown)
    } else if isSubjunctive(word), !mark.isEmpty, tree.tokens[word].fineTag == "VB" {
      result.weaken(to: .unknown)
    }
  }

  private static let doubts: Set<String> = ["doubt", "question", "mistake", "denying"]
  private static let proofs: Set<String> = ["evidence", "proof", "sign", "indication", "hint", "suggestion"]

  /// "no evidence"
  private func isNone(_ noun: Int) -> Bool { tree.children(of: noun).contains { tree.lemmas[$0] == "no" } }

  /// "denied the presence of troops"
  private func isContradicted(_ noun: Int, by verb: Int) -> Bool {
    [.obj, .nsubjPass].contains(tree.tokens[noun].dependency) && cues.lists(tree.lemmas[verb], in: .contradictingVerbs)
  }

  /// "rejected the claim that …"
  private func isRejected(_ noun: Int) -> Bool {
    guard let verb = tree.head(of: noun), [.obj, .nsubjPass].contains(tree.tokens[noun].dependency) else {
      return false
    }
    return cues.lists(tree.lemmas[verb], in: .denialVerbs)
  }

  /// "lacks the money to pay them"
  private func isLacked(_ noun: Int) -> Bool {
    tree.head(of: noun).map { tree.lemmas[$0] == "lack" } ?? false
  }

  /// An event that is the object of an aim, a demand or a denial is not said to have happened.
  func applyNominalContext(of clause: Clause, to result: inout Factuality) {
    if isNone(clause.head) { result.isDenied.toggle() }
    var current = clause.head
    while let parent = tree.head(of: current) {
      if kinds[parent] != nil {
        let isSubject = tree.tokens[current].dependency.isSubject
        let lemma = tree.lemmas[parent]
        let isAim =
          cues.lists(lemma, in: .demandVerbs) || cues.lists(lemma, in: .intentionVerbs)
          || cues.lists(lemma, in: .preventingVerbs) || cues.lists(lemma, in: .denialVerbs)
        var above = own(parent)
        if current == clause.head, isContradicted(current, by: parent) {
          // "did not deny the presence of troops" leaves it open.
          if above.isDenied { result.weaken(to: .unknown) } else { result.isDenied.toggle() }
        } else if !isSubject, isAim || above.isDenied {
          result.weaken(to: .unknown)
        }
        if kinds[parent] == .copula, parent != clause.head { return }
        if isSubject, !isFutureOrModal(above) { return }
        applyContext(of: parent, to: &above)
        result.weaken(to: above.certainty)
        return
      }
      if isNone(parent) { result.weaken(to: .unknown) }
      // "talk of an attack", "plans for the destruction of the town"
      if cues.lists(tree.lemmas[parent], in: .aimNouns) || cues.lists(tree.lemmas[parent], in: .demandNouns),
        tree.tokens[current].dependency == .nmod
      {
        result.weaken(to: .unknown)
      }
      current = parent
    }
    if isUnasserted { result.weaken(to: .unknown) }
  }

  private func isFutureOrModal(_ factuality: Factuality) -> Bool { factuality.certainty.rank > Certainty.probable.rank }
}
