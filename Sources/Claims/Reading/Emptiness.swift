import Language

/// Tells which clauses state nothing by themselves: their words only stand for what another clause says, or ask for it.
///
/// "It is the Senate that will fail" says of the Senate that it will fail; "who came?" and "what he did" say nothing of who
/// and what; "did so" says what the clause before it says.
struct Emptiness {
  let reading: SentenceReading

  private var tree: SyntaxTree { reading.tree }

  /// Whether `clause` states nothing by itself.
  func isEmpty(_ clause: Clause) -> Bool {
    isCleft(clause) || isProVerb(clause) || isCompared(clause) || isCommonplace(clause) || isWithheld(clause)
      || isDegreeAsked(clause) || isProposed(clause) || isOfNobody(clause)
      || [clause.subject, clause.object].contains { $0.map { asks($0, in: clause) } ?? false }
  }

  /// "It is the Senate that will fail": the first part only stresses a noun of the second.
  private func isCleft(_ clause: Clause) -> Bool {
    guard clause.kind == .copula, let subject = clause.subject, tree.lemmas[subject] == "it",
      reading.referents[subject] == nil, let noun = clause.object, tree.tokens[noun].tag.isNominal,
      let relative = tree.child(of: noun, .aclRelcl), let pronoun = tree.child(of: relative, .nsubj, .obj)
    else { return false }
    let isDefinite = tree.tokens[noun].tag == .propn || tree.children(of: noun).contains { tree.lemmas[$0] == "the" }
    return isDefinite && ["that", "who"].contains(tree.lemmas[pronoun])
  }

  /// "as expected", "as planned", "delivered 44 aircraft, compared with 60"
  private func isCompared(_ clause: Clause) -> Bool {
    guard clause.kind == .verb, clause.head == clause.predicate,
      [.advcl, .acl].contains(tree.tokens[clause.head].dependency), tree.tokens[clause.head].fineTag == "VBN"
    else { return false }
    if tree.tokens[clause.head].form == "compared", clause.head + 1 < tree.count {
      return ["with", "to"].contains(tree.lemmas[clause.head + 1])
    }
    return tree.tokens[clause.head].dependency == .advcl && tree.markerText(of: clause.head, .mark) == "as"
      && tree.children(of: clause.head).allSatisfy { [.mark, .punct, .advmod].contains(tree.tokens[$0].dependency) }
  }

  /// "as we all know"
  private func isCommonplace(_ clause: Clause) -> Bool {
    clause.kind == .verb && tree.tokens[clause.head].dependency == .advcl && clause.object == nil
      && tree.markerText(of: clause.head, .mark) == "as"
      && ["know", "see", "understand"].contains(tree.lemmas[clause.head])
      && tree.child(of: clause.predicate, .ccomp, .obj, .xcomp) == nil
  }

  /// A pronoun that asks, or whose clause is a noun to another: "what", "who" without a noun that it stands for.
  private func asks(_ argument: Int, in clause: Clause) -> Bool {
    // "WHO" is a name.
    if tree.tokens[argument].form == tree.tokens[argument].form.uppercased() { return false }
    guard tree.tokens[argument].tag == .pron || tree.tokens[argument].fineTag.hasPrefix("W"),
      ["what", "who", "whom", "whoever", "whatever"].contains(tree.lemmas[argument])
        || tree.tokens[argument].fineTag == "WDT" && ["which", "that"].contains(tree.lemmas[argument])
    else { return false }
    // "know what that truth is" has the clause as its object.
    return !RelativeClauses.isFree(argument, in: tree) || tree.isWord(clause.head, within: argument)
  }

  /// "how severe it is"
  private func isDegreeAsked(_ clause: Clause) -> Bool {
    clause.kind == .copula && tree.tokens[clause.predicate].tag == .adj
      && tree.children(of: clause.predicate).contains { tree.lemmas[$0] == "how" && $0 < clause.predicate }
  }

  /// "nobody who threatens us": nobody is said to do so, nor not to.
  private func isOfNobody(_ clause: Clause) -> Bool {
    guard tree.tokens[clause.head].dependency == .aclRelcl, let noun = tree.head(of: clause.head) else { return false }
    return ["nobody", "none", "nothing", "noone"].contains(tree.lemmas[noun]) && clause.subject == noun
  }

  /// "let's say"
  private func isProposed(_ clause: Clause) -> Bool {
    if clause.kind == .verb, tree.lemmas[clause.predicate] == "let", clause.subject == nil { return true }
    guard let subject = clause.subject, let verb = tree.head(of: clause.head), tree.lemmas[verb] == "let" else {
      return false
    }
    return ["'s", "’s", "us"].contains(tree.tokens[subject].form.lowercased())
  }

  /// "withheld military aid to the country", "call for an attack": nobody is said to have aided or attacked.
  private func isWithheld(_ clause: Clause) -> Bool {
    guard clause.kind == .event, clause.subject == nil, let verb = tree.head(of: clause.predicate) else { return false }
    return tree.tokens[clause.predicate].dependency == .obj && Self.withholding.contains(tree.lemmas[verb])
  }

  private static let withholding: Set<String> = [
    "withhold", "block", "prevent", "avoid", "refuse", "deny", "reject", "cancel", "suspend", "oppose", "lack", "avert",
    "demand", "request", "await", "seek", "propose", "plan", "want", "need", "forbid",
  ]

  /// "They did so."
  private func isProVerb(_ clause: Clause) -> Bool {
    guard clause.kind == .verb, clause.object == nil, tree.lemmas[clause.predicate] == "do" else { return false }
    return tree.children(of: clause.predicate).contains {
      tree.lemmas[$0] == "so" && tree.tokens[$0].dependency == .advmod
    }
  }
}
