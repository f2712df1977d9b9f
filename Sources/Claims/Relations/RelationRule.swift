import ClaimModel
import Language

/// Names the relation that a clause states: the predicate's dictionary form, with what changes its sense.
///
/// Particles ("carry out"), the preposition of an argument where there is no object ("serve as", "point to"), the verbs
/// that begin, try or go on ("begin to relocate"), the verb that an event's noun stands for ("assassinate").
struct RelationRule {
  let reading: SentenceReading
  let cues: CueTable
  /// Whether a word belongs to a date.
  let isDate: (Int) -> Bool
  /// The place that a phrase names.
  let placeAt: (Int) -> Entity?

  /// A relation, with the argument that its preposition takes as object.
  struct Named {
    var relation: String
    /// The lemma by which its topic is known.
    var lemma: String
    var object: Int?
  }

  private var tree: SyntaxTree { reading.tree }

  /// The relation of `clause`.
  func name(of clause: Clause) -> Named {
    switch clause.kind {
    case .event:
      let verb = EventFrame(of: tree.lemmas[clause.predicate], cues: cues)?.verb ?? tree.lemmas[clause.predicate]
      return Named(relation: verb, lemma: verb, object: clause.object)
    case .apposition: return Named(relation: "be", lemma: "be", object: clause.object)
    case .copula: return copula(clause)
    case .verb: return verb(clause)
    }
  }

  private func verb(_ clause: Clause) -> Named {
    var relation = withParticles(clause.predicate)
    // "wants to be elected"
    if !clause.isPassive, tree.has(.auxPass, below: clause.predicate), !clause.chain.isEmpty {
      let particles = relation.split(separator: " ").dropFirst().map(String.init)
      relation = (["be", tree.tokens[clause.predicate].form.lowercased()] + particles).joined(separator: " ")
    }
    // "There is a risk"
    if relation == "be", tree.has(.expl, below: clause.predicate) { relation = "exist" }
    let lemma = relation
    var object = clause.object
    if let state = resultingState(of: clause) {
      relation += " " + text(ofState: state)
      if state == object { object = nil }
    }
    if object == nil, clause.complement == nil, !clause.isPassive, relation != "exist",
      let tied = prepositionalObject(of: clause)
    {
      relation += " " + tied.marker
      object = tied.head
    }
    // "called for her to go"
    if object == nil, !clause.isPassive, let act = tree.child(of: clause.predicate, .advcl), tree.isInfinitive(act),
      tree.markerText(of: act, .mark).hasPrefix("for"), tree.child(of: act, .nsubj, .nsubjPass) != nil
    {
      relation += " for"
    }
    return Named(relation: prefix(clause) + inChain(relation, of: clause), lemma: lemma, object: object)
  }

  /// "hold accountable", "make sure that": the adjective that says how the object ends up, or what is made sure.
  private func resultingState(of clause: Clause) -> Int? {
    if let state = clause.complement, clause.object != nil, tree.tokens[state].tag == .adj { return state }
    guard let state = clause.object, tree.tokens[state].tag == .adj, tree.tokens[state].dependency == .xcomp else {
      return nil
    }
    return tree.has(.ccomp, below: state) ? state : nil
  }

  private func text(ofState state: Int) -> String {
    // "declared not guilty"
    let degrees = tree.children(of: state).filter {
      tree.tokens[$0].dependency == .advmod && [.adv, .part].contains(tree.tokens[$0].tag) && $0 < state
    }
    // "all but impossible"
    let words = degrees.flatMap { [$0] + tree.children(of: $0).filter { tree.tokens[$0].dependency == .fixed } }
    return (words + [state]).map { tree.tokens[$0].form.lowercased() }.joined(separator: " ")
  }

  private func withParticles(_ verb: Int) -> String {
    let particles = tree.children(of: verb).filter { isParticle($0, of: verb) }
    let words = [verb] + particles
    // "do better"
    return words.map {
      ["RBR", "JJR"].contains(tree.tokens[$0].fineTag) ? tree.tokens[$0].form.lowercased() : tree.lemmas[$0]
    }
    .joined(separator: " ")
  }

  /// "carry out", "go away"
  private func isParticle(_ word: Int, of verb: Int) -> Bool {
    switch tree.tokens[word].dependency {
    case .compoundPrt: true
    case .advmod where Self.manners.contains(tree.lemmas[word]):
      ["take", "treat"].contains(tree.lemmas[verb]) && word > verb
    // "ran out of medicines"
    case .advmod where tree.lemmas[word] == "out":
      word == verb + 1 && word + 1 < tree.count && tree.lemmas[word + 1] == "of"
    // "did better", "voted no"
    case .advmod where Self.adverbsOfSense[tree.lemmas[verb]]?.contains(tree.tokens[word].form.lowercased()) ?? false:
      word == verb + 1
    // "came third", "finished last"
    case .advmod where ["come", "finish", "rank", "place"].contains(tree.lemmas[verb]):
      word == verb + 1 && Self.ranks.contains(tree.lemmas[word])
    case .advmod:
      Self.directions.contains(tree.lemmas[word]) && (word == verb + 1 || isBehindObject(word, of: verb))
    default: false
    }
  }

  /// "put the people back"
  private func isBehindObject(_ word: Int, of verb: Int) -> Bool {
    // "windows up to a kilometre away"
    let isMeasure = tree.lemmas[word] == "up" && word + 1 < tree.count && tree.lemmas[word + 1] == "to"
    return !isMeasure && tree.child(of: verb, .obj).map { $0 > verb && $0 == word - 1 } ?? false
  }

  private func copula(_ clause: Clause) -> Named {
    guard clause.object == nil, let tied = clause.tied.first, tied.head == clause.predicate else {
      return Named(relation: prefix(clause) + "be", lemma: "be", object: clause.object)
    }
    // "is in Afghanistan" tells the place; "is against the plan" needs its preposition.
    if isDate(tied.head) || placeAt(tied.head) != nil { return Named(relation: prefix(clause) + "be", lemma: "be") }
    return Named(relation: prefix(clause) + "be " + tied.marker, lemma: "be", object: tied.head)
  }

  /// The argument that completes a verb without an object: "struggle with terrorism", "serve as a refuge".
  private func prepositionalObject(of clause: Clause) -> Clause.Tied? {
    if let asked = personAsked(by: clause) { return asked }
    if tree.child(of: clause.predicate, .ccomp, .xcomp) != nil { return nil }
    for tied in clause.tied where tied.head > clause.predicate || tree.tokens[tied.head].dependency == .root {
      guard let marker = tied.markers.first, marker > clause.predicate, !isDate(tied.head), !tree.isDay(tied.head)
      else { continue }
      if Self.argumentPrepositions.contains(tied.marker) { return tied }
      // "depends on China" says nothing of where.
      if tied.marker == "on", Self.withOn.contains(tree.lemmas[clause.predicate]) { return tied }
      let isNext = tree.children(of: clause.predicate).allSatisfy {
        $0 < clause.predicate || $0 >= tied.head || tree.tokens[$0].dependency == .compoundPrt
      }
      if isNext, Self.besideVerb.contains(tied.marker), placeAt(tied.head) == nil, !isDuration(tied.head) {
        return tied
      }
      if !cues.lists(tied.marker, in: .circumstances), !tied.marker.isEmpty, placeAt(tied.head) == nil { return tied }
    }
    return nil
  }

  /// "called on Kabul to stop"
  private func personAsked(by clause: Clause) -> Clause.Tied? {
    let infinitives = tree.children(of: clause.predicate).filter { tree.isInfinitive($0) }
    let asked = infinitives.compactMap {
      AskedPerson(tree: tree, cues: cues).asked(by: clause.predicate, infinitive: $0)
    }
    return clause.tied.first { asked.contains($0.head) }
  }

  private func isDuration(_ head: Int) -> Bool { Self.durations.contains(tree.lemmas[head]) }

  private func prefix(_ clause: Clause) -> String {
    var words = ""
    for (index, word) in clause.chain.enumerated() {
      let lemma = tree.lemmas[word]
      if reading.kinds[word] == .copula || isFailure(word) || Self.seeming.contains(lemma) { continue }
      // "is said to have died", "is believed to have fled"
      let isCue = [.opinionVerbs, .reportingVerbs].contains { cues.lists(lemma, in: $0) }
      let isParticiple = tree.tokens[word].dependency == .acl && tree.tokens[word].fineTag == "VBN"
      if isCue, !cues.lists(lemma, in: .demandVerbs), tree.has(.auxPass, below: word) || isParticiple { continue }
      // "is going to leave" is the future of leaving.
      if lemma == "go", tree.tokens[word].fineTag == "VBG", tree.has(.aux, below: word) { continue }
      // "has yet to answer" denies that somebody answered.
      if ["have", "be"].contains(lemma), word + 1 < tree.count, tree.lemmas[word + 1] == "yet" { continue }
      let next = index + 1 < clause.chain.count ? clause.chain[index + 1] : clause.predicate
      let keepsGerund = tree.tokens[next].fineTag == "VBG" && !Self.aspects.contains(lemma)
      // "a tool created to help"
      let isPassive =
        tree.has(.auxPass, below: word)
        || tree.tokens[word].dependency == .acl && tree.tokens[word].fineTag == "VBN" && tree.isInfinitive(next)
      words += (isPassive ? "be " + tree.tokens[word].form.lowercased() : withParticles(word))
      words += keepsGerund ? " " : " to "
    }
    return words
  }

  /// "failed to act", "denied acting": the claim is the denied act.
  private func isFailure(_ word: Int) -> Bool { FactualityRule.fails(word, in: tree, cues: cues) }

  /// "stop operating": some verbs keep the gerund.
  private func inChain(_ relation: String, of clause: Clause) -> String {
    guard let last = clause.chain.last, tree.tokens[clause.predicate].fineTag == "VBG",
      !Self.aspects.contains(tree.lemmas[last]), !isFailure(last)
    else { return relation }
    let words = relation.split(separator: " ").dropFirst()
    return ([tree.tokens[clause.predicate].form.lowercased()] + words.map(String.init)).joined(separator: " ")
  }

  private static let manners: Set<String> = ["seriously", "lightly"]
  /// Adverbs without which a verb says something else.
  private static let adverbsOfSense: [String: Set<String>] = [
    "do": ["well", "better", "best", "badly", "worse", "poorly"],
    "fare": ["well", "better", "badly", "worse", "poorly"],
    "vote": ["no", "yes"], "mean": ["well"], "think": ["twice", "otherwise", "differently"], "lie": ["low"],
    "perform": ["well", "better", "badly", "poorly", "worse"], "go": ["well", "badly", "wrong"],
    "behave": ["well", "badly"], "feel": ["well", "better", "worse"], "play": ["well", "badly"],
  ]
  private static let ranks: Set<String> = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last",
  ]
  private static let directions: Set<String> = [
    "away", "back", "forward", "ahead", "apart", "together", "aside", "down", "up", "along", "off",
  ]
  /// Verbs that mean the same before a gerund and before an infinitive.
  private static let aspects: Set<String> = ["begin", "start", "continue", "go"]
  private static let seeming: Set<String> = ["seem", "appear"]
  private static let argumentPrepositions: Set<String> = ["as", "to", "with", "of", "upon", "about", "against", "into"]
  private static let withOn: Set<String> = [
    "depend", "rely", "focus", "concentrate", "insist", "count", "hinge", "impinge", "comment", "dwell", "border",
  ]
  private static let besideVerb: Set<String> = ["in", "for", "at", "from", "on", "around", "over", "through", "under"]
  private static let durations: Set<String> = [
    "year", "month", "week", "day", "hour", "minute", "decade", "century", "time", "while", "moment", "second",
  ]
}
