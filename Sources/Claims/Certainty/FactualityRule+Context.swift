import ClaimModel
import Language

extension FactualityRule {
  /// Follows the words above `start` up to the one who says it, and applies what each does to what is below it.
  func applyContext(of start: Int, to result: inout Factuality) {
    var current = start
    var isAsked = false
    while var parent = tree.head(of: current) {
      // "declined to comment, citing the appeal": the participle is of what was done, not of what was not.
      if isSetBeside(current) { parent = controller(of: parent) }
      switch tree.tokens[current].dependency {
      case .advcl, .advclRelcl:
        if isPresupposed(current) { return }
        applyAdverbial(current, under: parent, to: &result)
      case .ccomp, .csubj, .csubjPass, .csubjOuter:
        if !applyComplement(current, under: parent, to: &result) { return }
      case .xcomp: applyControlled(current, under: parent, to: &result)
      case .acl:
        applyNoun(parent, above: current, to: &result)
        return
      case .aclRelcl: return
      case .conj: break
      case .parataxis:
        if isImperative(current) || isUnasserted && questions.asks(current) { result.weaken(to: .unknown) }
        return
      default:
        // An argument of another predicate: what is presupposed there is not asserted less.
        return
      }
      isAsked = isAsked || isUnasserted && questions.asks(current)
      current = parent
    }
    let isQuestioned = isUnasserted && (isAsked || !questions.isBesideQuestion(current))
    if isQuestioned || isImperative(current) { result.weaken(to: .unknown) }
  }

  /// Whether `word` is a participle behind a comma that no conjunction ties.
  private func isSetBeside(_ word: Int) -> Bool {
    guard tree.tokens[word].dependency == .advcl, tree.tokens[word].fineTag == "VBG", !tree.has(.mark, below: word),
      let first = tree.subtree(of: word).first(where: { tree.tokens[$0].tag != .punct })
    else { return false }
    return first > 0 && tree.tokens[first - 1].form == ","
  }

  /// The verb that controls the infinitive `word`; itself where none does.
  private func controller(of word: Int) -> Int {
    guard tree.tokens[word].dependency == .xcomp, tree.isInfinitive(word), let verb = tree.head(of: word) else {
      return word
    }
    return verb
  }

  /// "because he left", "as he is known to", "when he left": a clause of cause or of a past time is taken for granted
  /// whatever is said, asked or demanded above it.
  private func isPresupposed(_ word: Int) -> Bool {
    guard !tree.isNonFinite(word) || tree.has(.cop, below: word) else { return false }
    let mark = tree.markerText(of: word, .mark)
    if Self.causes.contains(mark) { return true }
    // "as long as he leaves" is a condition.
    let hasSubject = tree.children(of: word).contains { tree.tokens[$0].dependency.isSubject }
    if Self.openCauses.contains(mark), hasSubject, !isConditional(word) { return true }
    let adverb = tree.child(of: word, .advmod).map { tree.lemmas[$0] } ?? ""
    // "would not leave until they were paid": the past of what lay ahead.
    if cues.lists(mark, in: .openTimes), tree.head(of: word).map(isForeseen) ?? false { return false }
    return (Self.times.contains(mark) || adverb == "when") && isPastClause(word)
  }

  private func isForeseen(_ word: Int) -> Bool {
    tree.children(of: word).contains { tree.tokens[$0].dependency == .aux && tree.lemmas[$0] == "would" }
  }

  private static let times: Set<String> = ["after", "before", "until", "till", "when", "while", "as"]
  /// Conjunctions of cause that mean something else where no subject follows: "as stated".
  private static let openCauses: Set<String> = ["as", "since"]
  private static let causes: Set<String> = ["because", "although", "though", "even though", "whereas", "now that"]

  private func applyAdverbial(_ word: Int, under parent: Int, to result: inout Factuality) {
    let mark = tree.markerText(of: word, .mark)
    if tree.tokens[parent].tag == .adj, tree.isInfinitive(word),
      let scale = cues.value(of: tree.lemmas[parent], in: .raisingAdjectives)
    {
      // "was lucky to have it"
      apply(scale: scale, to: &result)
    } else if ["as if", "as though"].contains(mark), Self.impressions.contains(tree.lemmas[parent]) {
      // "sounds as though it failed"
      result.weaken(to: .probable)
    } else if isConditional(word) {
      result.weaken(to: .unknown)
    } else if tree.isInfinitive(word) {
      // "called on Kabul to stop"
      if isDemand(parent) { result.weaken(to: .unknown) } else { result.leaveOpen() }
    } else if mark == "from", cues.lists(tree.lemmas[parent], in: .preventingVerbs) {
      result.isDenied.toggle()
    } else if tree.tokens[parent].tag == .adj, mark == "of", tree.tokens[word].fineTag == "VBG" {
      // "incapable of mounting it", but not "late in filing it"
      apply(scale: cues.value(of: tree.lemmas[parent], in: .raisingAdjectives) ?? "unknown", to: &result)
    } else if ["of", "with"].contains(mark), cues.lists(tree.lemmas[parent], in: .accusingVerbs) {
      result.weaken(to: .possible)
    } else if tree.tokens[word].fineTag == "VBG", Self.aboutness.contains(mark), isTalk(parent) || isDemand(parent) {
      // "warned against leaving", "talked about leaving"
      result.weaken(to: .unknown)
    } else if cues.lists(mark, in: .openTimes) {
      // "Before she left, …": what is past has come.
      if isForeseen(parent) || !isPastClause(word) && !isPastClause(parent) { result.leaveOpen() }
    } else if tree.isNonFinite(word) && tree.tokens[word].tag == .verb {
      result.weaken(to: own(parent).certainty)
    }
  }

  private static let impressions: Set<String> = ["sound", "look", "feel", "seem", "appear"]

  private func isPastClause(_ word: Int) -> Bool {
    tree.tokens[word].fineTag == "VBD" || tree.children(of: word).contains { isPast($0) }
  }

  private func isPast(_ auxiliary: Int) -> Bool {
    [.aux, .cop, .auxPass].contains(tree.tokens[auxiliary].dependency) && tree.tokens[auxiliary].fineTag == "VBD"
  }

  /// - Returns: whether what stands further up matters still.
  private func applyComplement(_ word: Int, under parent: Int, to result: inout Factuality) -> Bool {
    let lemma = tree.lemmas[parent]
    let mark = tree.markerText(of: word, .mark)
    if mark == "whether" || mark == "if" {
      result.weaken(to: .unknown)
      return false
    }
    let matrix = own(parent)
    if kinds[parent] == .copula {
      if let scale = cues.value(of: lemma, in: .raisingAdjectives) {
        if scale.hasPrefix("certain"), matrix.isDenied, lemma != "possible" {
          // "I am not sure that they realise it": they may.
          result.weaken(to: .unknown)
        } else if scale.hasSuffix("not") != matrix.isDenied {
          result.isDenied.toggle()
        }
        if let certainty = scale.split(separator: " ").first.flatMap({ Certainty(rawValue: String($0)) }) {
          result.weaken(to: certainty)
        }
      } else if tree.isInfinitive(word), tree.has(.expl, below: parent) {
        // "It was hard to find her"
        result.leaveOpen()
      } else if tree.has(.expl, below: parent), !cues.lists(lemma, in: .factiveAdjectives) {
        // "It is crucial that they have it": they may not.
        result.weaken(to: .unknown)
      }
      return false
    }
    if cues.lists(lemma, in: .preventingVerbs) { result.isDenied.toggle() }
    // "Nobody disputes that it fell": that is left as it is.
    if cues.lists(lemma, in: .denialVerbs), !answersBesides(word, to: parent), !matrix.isDenied {
      result.isDenied.toggle()
    }
    if isReport(parent) {
      // What somebody should say, or did not say, is not said.
      let factive = cues.lists(lemma, in: .knowledgeVerbs) || cues.value(of: lemma, in: .reportingVerbs) == "endorses"
      if !factive, matrix.isDenied || matrix.certainty == .unknown { result.weaken(to: .unknown) }
      if let opinion = cues.value(of: lemma, in: .opinionVerbs).flatMap(Certainty.init(rawValue:)) {
        result.weaken(to: opinion)
      }
      if cues.lists(lemma, in: .demandVerbs), isSubjunctive(word) { result.weaken(to: .unknown) }
      return false
    }
    // "No evidence exists that …"
    if isDemand(parent) && !isLiked(word, by: parent) || matrix.isDenied && mark == "that" {
      result.weaken(to: .unknown)
    }
    result.weaken(to: matrix.certainty)
    return true
  }

  /// "denied it: “The loan has not been suspended.”": what is denied is the object; the words behind it are what the one
  /// who denies it says instead.
  private func answersBesides(_ content: Int, to verb: Int) -> Bool {
    if tree.child(of: verb, .obj) != nil { return true }
    let first = tree.subtree(of: content).first { tree.tokens[$0].tag != .punct } ?? content
    return first > verb && tree.tokens[verb..<first].contains { $0.form == ":" || Self.openingMarks.contains($0.form) }
  }

  private static let openingMarks: Set<String> = ["“", "\"", "``", "«"]

  private func isDemand(_ word: Int) -> Bool {
    cues.lists(tree.lemmas[word], in: .demandVerbs) || cues.lists(tree.lemmas[word], in: .intentionVerbs)
  }

  /// "love how it works", "hate that he left": what is liked is so.
  private func isLiked(_ clause: Int, by verb: Int) -> Bool {
    ["love", "like", "hate"].contains(tree.lemmas[verb]) && !tree.isNonFinite(clause) && !isSubjunctive(clause)
  }

  /// "says", "talks", "thinks", but not "admits".
  private func isTalk(_ word: Int) -> Bool {
    ["talk", "speak"].contains(tree.lemmas[word])
      || isReport(word) && cues.value(of: tree.lemmas[word], in: .reportingVerbs) != "endorses"
  }

  /// Prepositions by which words are about a thing that need not be: "declarations about leaving".
  static let aboutness: Set<String> = ["about", "against", "on", "for", "toward", "towards", "regarding", "concerning"]

  /// "demanded that he leave".
  func isSubjunctive(_ word: Int) -> Bool {
    let finite = tree.children(of: word).contains {
      ["MD", "VBD", "VBZ", "VBP"].contains(tree.tokens[$0].fineTag) && tree.tokens[$0].tag == .aux
    }
    let hasBe = tree.children(of: word).contains { tree.tokens[$0].fineTag == "VB" && tree.tokens[$0].tag == .aux }
    return !finite && (tree.tokens[word].fineTag == "VB" || hasBe)
  }

  /// Whether `word` says, shows, thinks or knows.
  func isReport(_ word: Int) -> Bool {
    let lemma = tree.lemmas[word]
    return kinds[word] == .verb
      && (cues.lists(lemma, in: .reportingVerbs) || cues.lists(lemma, in: .evidenceVerbs)
        || cues.lists(lemma, in: .opinionVerbs) || cues.lists(lemma, in: .knowledgeVerbs)
        || cues.lists(lemma, in: .denialVerbs))
  }

  /// A clause that the object of another verb controls: "allowed the group to remain", "urged them to act".
  private func applyControlled(_ word: Int, under parent: Int, to result: inout Factuality) {
    let lemma = tree.lemmas[parent]
    let matrix = own(parent)
    if let scale = cues.value(of: lemma, in: .raisingAdjectives), tree.tokens[parent].tag == .adj {
      apply(scale: scale, to: &result)
    } else if cues.lists(lemma, in: .preventingVerbs) {
      result.isDenied = result.isDenied != !matrix.isDenied
    } else if cues.lists(lemma, in: .causingVerbs) {
      result.isDenied = result.isDenied != matrix.isDenied
    } else if fails(parent) {
      result.isDenied = result.isDenied != !matrix.isDenied
    } else if isDemand(parent) {
      result.weaken(to: .unknown)
    } else if let modal = cues.value(of: lemma, in: .modalVerbs).flatMap(Certainty.init(rawValue:)),
      tree.isInfinitive(word)
    {
      result.weaken(to: modal)
    } else if kinds[parent] == .copula || cues.lists(lemma, in: .appointingVerbs) {
      result.leaveOpen()
    }
    result.weaken(to: matrix.certainty)
  }

  /// "Leave the town", "Do not leave".
  private func isImperative(_ root: Int) -> Bool {
    guard tree.tokens[root].tag == .verb, tree.tokens[root].fineTag == "VB",
      tree.child(of: root, .nsubj, .nsubjPass, .csubj, .expl, .mark) == nil
    else { return false }
    let auxiliaries = tree.children(of: root).filter { tree.tokens[$0].dependency == .aux }
    return auxiliaries.allSatisfy { ["do", "don't", "don’t", "dont"].contains(tree.tokens[$0].form.lowercased()) }
  }
}
