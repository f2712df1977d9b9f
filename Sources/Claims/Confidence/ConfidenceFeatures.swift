import Language

/// Reads what tells how hard a claim was to read: the kind of its clause and its place in the sentence, where its
/// arguments stand, and whether they are its own.
struct ConfidenceFeatures {
  private let reading: SentenceReading
  private let ofSentence: [ConfidenceFeature]
  private let isQuoted: [Bool]
  private var tree: SyntaxTree { reading.tree }

  /// The features of the claims of `reading`. Linear in the sentence.
  init(_ reading: SentenceReading) {
    self.reading = reading
    let tree = reading.tree
    var features: [ConfidenceFeature] = [.everyClaim]
    if tree.count > 15 { features.append(.words15) }
    if tree.count > 25 { features.append(.words25) }
    if tree.count > 40 { features.append(.words40) }
    if !tree.tokens.contains(where: { Self.finiteTags.contains($0.fineTag) }) { features.append(.noFiniteVerb) }
    ofSentence = features
    var isInside = false
    isQuoted = tree.tokens.map { token in
      if Self.quotes.contains(token.form) {
        isInside = Self.opening.contains(token.form) || token.form == "\"" && !isInside
      }
      return isInside
    }
  }

  /// The features of the claim that `clause` states of `subject` and `object`, words of the sentence; no feature twice.
  func features(of clause: Clause, subject: Int?, object: Int?) -> [ConfidenceFeature] {
    var features = ofSentence
    let surface = Self.surface(of: clause, subject: subject, object: object)
    addKind(of: clause, to: &features)
    addPlace(of: clause, to: &features)
    addSubject(surface.subject, of: clause, to: &features)
    addObject(surface.object, of: clause, to: &features)
    return features
  }

  /// Subject and object as grammar has them, a passive not turned round, where the claim has these.
  static func surface(of clause: Clause, subject: Int?, object: Int?) -> (subject: Int?, object: Int?) {
    if clause.surfaceSubject == clause.subject { return (subject, object) }
    if clause.surfaceSubject == clause.object { return (object, subject) }
    return (clause.surfaceSubject, object)
  }

  private func addKind(of clause: Clause, to features: inout [ConfidenceFeature]) {
    switch clause.kind {
    case .verb:
      if clause.isPassive { features.append(.passive) }
      if tree.isNonFinite(clause.head) { features.append(.nonFinite) }
      if Self.lightWords.contains(tree.lemmas[clause.predicate]) { features.append(.lightWord) }
    case .copula: features.append(tree.has(.cop, below: clause.predicate) ? .copula : .bareCopula)
    case .event: features.append(.event)
    case .apposition: features.append(clause.predicate < (clause.surfaceSubject ?? 0) ? .title : .apposition)
    }
    if !clause.chain.isEmpty { features.append(.chained) }
  }

  private func addPlace(of clause: Clause, to features: inout [ConfidenceFeature]) {
    if isQuoted[clause.predicate] { features.append(.quoted) }
    guard clause.kind == .verb || clause.kind == .copula else { return }
    switch tree.tokens[clause.head].dependency {
    case .aclRelcl: features.append(.relative)
    case .acl: features.append(.reducedRelative)
    case .advcl, .advclRelcl: features.append(.adverbial)
    case .ccomp, .xcomp, .csubj, .csubjPass: features.append(.complement)
    case .conj: features.append(.conjunct)
    case .root: break
    default: features.append(.aside)
    }
    if clausesAbove(clause.head) > 1 { features.append(.depth2) }
  }

  /// How many predicates stand above `word`, counted to the second.
  private func clausesAbove(_ word: Int) -> Int {
    var count = 0
    var current = tree.head(of: word)
    while let above = current, count < 2 {
      if reading.kinds[above] != nil { count += 1 }
      current = tree.head(of: above)
    }
    return count
  }

  private func addSubject(_ subject: Int?, of clause: Clause, to features: inout [ConfidenceFeature]) {
    guard let subject else { return features.append(.noSubject) }
    if clause.kind == .verb || clause.kind == .copula {
      let distance = abs(subject - clause.predicate)
      if distance > 8 { features.append(.subjectFar8) }
      if distance > 15 { features.append(.subjectFar15) }
      if subject > clause.predicate { features.append(.subjectBehind) }
      let owner = tree.tokens[subject].dependency == .conj ? tree.head(of: subject) ?? subject : subject
      if tree.head(of: owner) != clause.head { features.append(.inherited) }
      let between = tree.tokens[min(subject, clause.predicate)..<max(subject, clause.predicate)]
      if between.contains(where: { $0.form == "," }) {
        features.append(.commaAfterSubject)
      }
    }
    switch tree.tokens[subject].tag {
    case .propn: features.append(.subjectName)
    case .pron: features.append(Self.personal.contains(tree.lemmas[subject]) ? .subjectPersonal : .subjectPronoun)
    case .det: features.append(.subjectPronoun)
    default: break
    }
    if tree.tokens[subject].dependency == .conj { features.append(.subjectConjunct) }
  }

  private func addObject(_ object: Int?, of clause: Clause, to features: inout [ConfidenceFeature]) {
    let tied = clause.tied.count
    if tied > 1 { features.append(.tied2) }
    if tied > 2 { features.append(.tied3) }
    guard let object else {
      features.append(.noObject)
      if tied == 0 { features.append(.noArgument) }
      return
    }
    if object < clause.predicate { features.append(.objectBefore) }
    if abs(object - clause.predicate) > 6 { features.append(.objectFar) }
    if tree.tokens[object].tag == .propn { features.append(.objectName) }
    if tree.tokens[object].tag == .pron { features.append(.objectPronoun) }
    if object != clause.predicate, tree.tokens[object].dependency == .conj { features.append(.objectConjunct) }
  }

  private static let finiteTags: Set<String> = ["VBD", "VBZ", "VBP", "MD"]
  private static let lightWords: Set<String> = ["have", "do", "make"]
  private static let personal: Set<String> = ["he", "she", "they", "i", "we"]
  private static let opening: Set<String> = ["“", "``"]
  private static let quotes: Set<String> = ["“", "”", "``", "''", "\""]
}
