import Language

/// Headlines without articles, whose verb was taken for a noun or a modifier: "Regulator orders bank to pay", "Rebels seize
/// town", "Closures anger parents".
extension TreeMender {
  /// Finds the verb of a headline that has none.
  mutating func mendHeadline() {
    guard tokens.count > 2, tokens.count < 24, let last = tokens.last,
      ![".", "!", "?", ":", "”", "\""].contains(last.form),
      let root = tokens.indices.first(where: { tokens[$0].head == nil }), tokens[root].tag == .noun,
      !tokens.contains(where: { ["VBD", "VBZ", "MD"].contains($0.fineTag) && [.verb, .aux].contains($0.tag) })
    else { return }
    if isVerbOfHeadline(root) {
      makeHeadlineVerb(root, subject: root - 1)
    } else if root + 2 < tokens.count, tokens[root].fineTag == "NNS", isVerbBehindSubject(root + 1, of: root) {
      let verb = root + 1
      tokens[verb].head = nil
      tokens[verb].dependency = .root
      for child in children(of: root) where child > verb { tokens[child].head = verb }
      tokens[root].head = verb
      tokens[root].dependency = .nsubj
      finishHeadlineVerb(verb, tag: "VBP")
    }
  }

  /// "Bank cuts 700 jobs": a plural behind a noun and right before the start of a noun phrase or an infinitive.
  private func isVerbOfHeadline(_ root: Int) -> Bool {
    guard root > 0, root + 1 < tokens.count, tokens[root].fineTag == "NNS", tokens[root - 1].dependency == .compound,
      tokens[root - 1].head == root, isStartOfObject(root + 1), isKnownVerb(lemmas[root])
    else { return false }
    return isWithin(root + 1, root)
  }

  /// "Rebels seize town", "Closures anger parents": no noun is described by a verb or a noun right behind it.
  private func isVerbBehindSubject(_ verb: Int, of subject: Int) -> Bool {
    guard tokens[verb].head == subject, isStartOfObject(verb + 1) else { return false }
    switch tokens[verb].dependency {
    case .amod, .acl: return ["VBP", "VB"].contains(tokens[verb].fineTag)
    case .compound: return tokens[verb].fineTag == "NN" && !children(of: verb).isEmpty
    default: return false
    }
  }

  private func isStartOfObject(_ word: Int) -> Bool {
    if lemmas[word] == "to", word + 1 < tokens.count, tokens[word + 1].fineTag == "VB" { return true }
    return [.noun, .propn, .adj, .num, .det].contains(tokens[word].tag) || tokens[word].fineTag == "PRP$"
  }

  private func isKnownVerb(_ lemma: String) -> Bool {
    Self.verbsOfHeadlines.contains(lemma) || Self.verbSections.contains { cues.lists(lemma, in: $0) }
  }

  private mutating func makeHeadlineVerb(_ verb: Int, subject: Int) {
    for child in children(of: verb) where child < subject {
      attach(child, to: subject, as: tokens[child].dependency)
    }
    tokens[subject].dependency = .nsubj
    finishHeadlineVerb(verb, tag: "VBZ")
  }

  private mutating func finishHeadlineVerb(_ verb: Int, tag: String) {
    tokens[verb].tag = .verb
    tokens[verb].fineTag = tag
    setLemma(lemmas[verb], of: verb)
    let below = children(of: verb).filter { $0 > verb }
    let object = below.first { tokens[$0].tag.isNominal && !hasPreposition($0) && isWithin(verb + 1, $0) }
    if let object { tokens[object].dependency = .obj }
    for child in below where child != object {
      switch tokens[child].dependency {
      case .acl where tokens[child].fineTag == "VB": tokens[child].dependency = .xcomp
      case .acl: tokens[child].dependency = .advcl
      case .nmod: tokens[child].dependency = .obl
      case .nmodUnmarked, .compound, .appos: tokens[child].dependency = .oblUnmarked
      default: break
      }
    }
  }

  private static let verbSections: [CueTable.Section] = [
    .reportingVerbs, .demandVerbs, .transitiveVerbs, .objectVerbs, .givingVerbs, .resultVerbs, .preventingVerbs,
    .appointingVerbs, .failingVerbs, .intentionVerbs, .promisingVerbs, .denialVerbs,
  ]
  private static let verbsOfHeadlines: Set<String> = [
    "cut", "back", "link", "face", "eye", "win", "seek", "slam", "lose", "raise", "hit", "vow", "sue", "fine", "halt",
    "ban",
    "boost", "delay", "name", "sack", "jail", "mull", "weigh", "probe", "quit", "plan", "urge", "warn", "beat", "top",
    "near",
    "blast", "launch", "target", "tackle", "tap", "pick", "oust", "mark", "honour", "honor", "shut", "open", "close",
    "find",
  ]
}
