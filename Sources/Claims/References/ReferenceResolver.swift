import ClaimModel
import Language
import Vocabulary

/// Resolves pronouns and descriptions ("it", "he", "the group", "the country") to entities, where that is safe.
///
/// A pronoun stands for the most salient of those that agree with it and that the grammar of its sentence allows. Where
/// that one has no name, or another is nearly as salient, the word stays what it is. Linear in the text.
struct ReferenceResolver {
  let cues: CueTable
  private var descriptions: DescriptionRule
  /// Those that the article has spoken of lately, the last ones last.
  private var known: [DiscourseEntity] = []
  private var genders: [String: Gender] = [:]
  private var quotations = QuotationTracker()
  private var sentence = 0
  private var order = 0

  /// A resolver at the start of an article.
  init(cues: CueTable, vocabulary: Vocabulary) {
    self.cues = cues
    descriptions = DescriptionRule(cues: cues, vocabulary: vocabulary)
  }

  /// Resolves the words of `reading`, which follows the sentences given before.
  mutating func resolve(_ reading: inout SentenceReading) {
    sentence += 1
    quotations.read(reading.tree, cues: cues)
    known.removeAll { $0.salience(at: sentence) < Self.forgotten }
    for word in 0..<reading.tree.count {
      order += 1
      if let pronoun = Pronoun(reading.tree.tokens[word]) {
        resolve(pronoun, at: word, in: &reading)
      } else if let mention = reading.mention(at: word) {
        if mention.head == word { meet(mention, at: word, in: reading) }
      } else if isNounPhrase(word, in: reading.tree) {
        meetNoun(word, in: &reading)
      }
      if known.count > Self.most { known.removeFirst(Self.most / 2) }
    }
    resolveSpeaker(in: &reading)
  }

  /// "I" within a quotation is the one who is quoted.
  private mutating func resolveSpeaker(in reading: inout SentenceReading) {
    quotations.identify(quotations.source.flatMap { reading.entity(at: $0) })
    guard let speaker = quotations.speaker, speaker.kind == .person else { return }
    for word in 0..<reading.tree.count where quotations.quoted[word] {
      let token = reading.tree.tokens[word]
      if token.tag == .pron, Self.speakers.contains(token.form.lowercased()) { reading.referents[word] = speaker }
    }
  }

  // MARK: Names and nouns

  private mutating func meet(_ mention: Mention, at word: Int, in reading: SentenceReading) {
    let tree = reading.tree
    let entity = mention.entity
    if let gender = gender(of: mention, at: word, in: tree) { genders[entity.name] = gender }
    if mention.isDemonym { return }
    descriptions.meet(mention, at: word, in: tree, order: order)
    take(entity, at: word, in: tree)
    if tree.has(.conj, below: word) { meetSeveral(word, in: tree) }
  }

  private mutating func take(_ entity: Entity, at word: Int, in tree: SyntaxTree) {
    let weight = weight(of: word, in: tree)
    if let index = known.lastIndex(where: { $0.entity?.name == entity.name }) {
      known[index].mention(word, in: sentence, weight: weight)
      known[index].gender = genders[entity.name]
      known.append(known.remove(at: index))
      return
    }
    // "the United States" is one.
    let isPluralForm = tree.tokens[word].fineTag == "NNPS" && entity.kind != .place
    known.append(
      DiscourseEntity(
        entity: entity, kind: kind(of: entity, at: word, in: tree), isPlace: entity.kind == .place,
        isSingular: !isPluralForm,
        isPlural: entity.kind == .group || isPluralForm && entity.kind == .other, gender: genders[entity.name],
        sentence: sentence, word: word, weight: weight))
  }

  /// A name of no known kind may be a person's where it stands as one's does.
  private func kind(of entity: Entity, at word: Int, in tree: SyntaxTree) -> DiscourseEntity.Kind {
    guard entity.kind == .other else { return entity.kind == .person ? .person : .thing }
    if genders[entity.name] != nil { return .person }
    let dependency = tree.tokens[word].dependency
    let mayBePerson = dependency.isSubject || dependency == .obj || dependency == .nmodPoss
    let isSingular = tree.tokens[word].fineTag != "NNPS"
    return mayBePerson && isSingular && !tree.has(.det, below: word) ? .unknown : .thing
  }

  private mutating func meetNoun(_ word: Int, in reading: inout SentenceReading) {
    let tree = reading.tree
    if let entity = descriptions.referent(of: word, in: tree, order: order) {
      reading.referents[word] = entity
      return take(entity, at: word, in: tree)
    }
    let lemma = tree.lemmas[word]
    let gender = (cues.value(of: lemma, in: .personNouns) ?? cues.value(of: lemma, in: .roleNouns)).flatMap(Gender.init)
    let isPerson = [.personNouns, .roleNouns, .personMembers].contains { cues.lists(lemma, in: $0) }
    let isNoun = [.noun, .propn].contains(tree.tokens[word].tag) && !["first", "second", "third"].contains(lemma)
    let isPlural = tree.tokens[word].fineTag.hasSuffix("S") || isSeveral(word, in: tree)
    known.append(
      DiscourseEntity(
        kind: isPerson ? .person : isNoun ? .thing : .unknown, isPlace: cues.lists(lemma, in: .placeNouns),
        isSingular: !isPlural,
        isPlural: isPlural, gender: gender,
        sentence: sentence, word: word, weight: weight(of: word, in: tree)))
    if tree.has(.conj, below: word) { meetSeveral(word, in: tree) }
  }

  /// "Two", "38", but not "one" or "a third".
  private func isSeveral(_ word: Int, in tree: SyntaxTree) -> Bool {
    tree.tokens[word].tag == .num && !tree.tokens[word].form.hasSuffix("th")
      && !["one", "first", "second", "third", "half"].contains(tree.lemmas[word])
  }

  /// "Obama and Biden" together.
  private mutating func meetSeveral(_ word: Int, in tree: SyntaxTree) {
    known.append(
      DiscourseEntity(
        kind: .unknown, isSingular: false, isPlural: true, sentence: sentence, word: word,
        weight: weight(of: word, in: tree)))
  }

  private func isNounPhrase(_ word: Int, in tree: SyntaxTree) -> Bool {
    let token = tree.tokens[word]
    // "A third fled before he was caught", "one of them": somebody without a name.
    if token.tag == .num || token.tag == .adj {
      let parts = [word] + tree.children(of: word).filter { tree.tokens[$0].dependency == .nmod }
      return token.dependency.isNominalSubject && !tree.has(.cop, below: word)
        && !parts.contains { tree.has(.appos, below: $0) }
    }
    guard token.tag == .noun || token.tag == .propn else { return false }
    switch token.dependency {
    case .compound, .flat, .fixed, .nmodDesc, .goeswith, .amod, .oblUnmarked: return false
    default: return true
    }
  }

  /// "Mrs. Omar", "Angela Merkel", "his wife Zainab".
  private func gender(of mention: Mention, at word: Int, in tree: SyntaxTree) -> Gender? {
    guard mention.entity.kind == .person || mention.entity.kind == .other else { return nil }
    for child in tree.children(of: word) {
      guard [.nmodDesc, .compound, .flat, .appos].contains(tree.tokens[child].dependency) else { continue }
      let noun = tree.lemmas[child]
      if let gender = cues.value(of: noun, in: .roleNouns).flatMap(Gender.init) { return gender }
      if let gender = cues.value(of: noun, in: .personNouns).flatMap(Gender.init) { return gender }
    }
    if tree.tokens[word].dependency == .appos, let noun = tree.head(of: word),
      let gender = cues.value(of: tree.lemmas[noun], in: .personNouns).flatMap(Gender.init)
    {
      return gender
    }
    let first = mention.words.first { !cues.lists(tree.tokens[$0].form.lowercased(), in: .roleNouns) }
    return first.flatMap { cues.value(of: tree.tokens[$0].form.lowercased(), in: .givenNames) }.flatMap(Gender.init)
  }

  /// How much a mention counts by its place in the sentence.
  private func weight(of word: Int, in tree: SyntaxTree) -> Int {
    switch tree.tokens[word].dependency {
    case .nsubj, .nsubjPass, .nsubjOuter: 310
    case .obj, .iobj: 280
    case .root: 250
    case .obl, .oblAgent: 220
    case .conj, .appos: tree.head(of: word).map { weight(ofFirst: $0, in: tree) } ?? 150
    case .nmodPoss: 150
    case .compound, .amod, .nmodDesc, .flat: 60
    default: 130
    }
  }

  private func weight(ofFirst word: Int, in tree: SyntaxTree) -> Int {
    let dependency = tree.tokens[word].dependency
    return dependency.isSubject ? 290 : dependency == .obj ? 260 : 140
  }

  // MARK: Pronouns

  private mutating func resolve(_ pronoun: Pronoun, at word: Int, in reading: inout SentenceReading) {
    let tree = reading.tree
    guard mayRefer(pronoun, at: word, in: tree),
      let index = clearlyBest(of: candidates(for: pronoun, at: word, in: reading), for: pronoun)
    else { return }
    known[index].mention(word, in: sentence, weight: weight(of: word, in: tree))
    known[index].learn(from: pronoun)
    if let entity = known[index].entity {
      genders[entity.name] = known[index].gender
      reading.referents[word] = entity
    }
    known.append(known.remove(at: index))
  }

  private func mayRefer(_ pronoun: Pronoun, at word: Int, in tree: SyntaxTree) -> Bool {
    // "Galois himself": only stress.
    if pronoun.isReflexive { return tree.head(of: word).map { tree.tokens[$0].tag.isVerbal } ?? false }
    guard pronoun.kind == .thing, !pronoun.isPossessive else { return true }
    // As an object, "it" stands for what was said as often as for a thing.
    let isSubject = tree.tokens[word].dependency.isSubject || isRaised(word, in: tree)
    return isSubject && !PleonasticRule(tree: tree, cues: cues).holds(of: word)
  }

  /// "expect it to fall": the subject of what is expected.
  private func isRaised(_ word: Int, in tree: SyntaxTree) -> Bool {
    guard tree.tokens[word].dependency == .obj, let verb = tree.head(of: word) else { return false }
    return cues.lists(tree.lemmas[verb], in: .raisingVerbs)
      && tree.child(of: verb, .xcomp).map { tree.isInfinitive($0) } ?? false
  }

  /// Those that the pronoun can stand for, by their place in `known`, with their salience.
  private func candidates(
    for pronoun: Pronoun, at word: Int, in reading: SentenceReading
  ) -> [(index: Int, salience: Int)] {
    var limits = AntecedentLimits(of: word, pronoun, in: reading)
    if quotations.quoted[word] { limits.exclude(quotations.source, orEntity: quotations.speaker, in: reading) }
    let isOfPlace = isPossessorOfPlace(pronoun, at: word, in: reading.tree)
    return known.indices.compactMap { index in
      let candidate = known[index]
      if isOfPlace, !candidate.isPlace { return nil }
      guard pronoun.agrees(with: candidate), sentence - candidate.sentence <= pronoun.reach,
        candidate.weight >= pronoun.leastWeight,
        candidate.sentence < sentence || !limits.excludes(candidate.word),
        !(candidate.entity.map { limits.excludes(entity: $0.name) } ?? false)
      else { return nil }
      // A name of which nobody knows whether it is a person's is less likely to be "she".
      let isDoubtful = pronoun.kind == .person && candidate.kind == .unknown && candidate.entity != nil
      return (index, candidate.salience(at: sentence) * (isDoubtful ? 7 : 10) / 10)
    }
  }

  /// "its soil", "its provinces".
  private func isPossessorOfPlace(_ pronoun: Pronoun, at word: Int, in tree: SyntaxTree) -> Bool {
    guard pronoun.kind == .thing, pronoun.isPossessive, let noun = tree.head(of: word) else { return false }
    return cues.lists(tree.lemmas[noun], in: .partsOfPlaces)
  }

  /// The most salient candidate, where the next one is clearly less so; of two alike, the later one.
  private func clearlyBest(of candidates: [(index: Int, salience: Int)], for pronoun: Pronoun) -> Int? {
    var best: (index: Int, salience: Int)?
    var second = 0
    for candidate in candidates {
      if candidate.salience >= best?.salience ?? 0 {
        second = best?.salience ?? 0
        best = candidate
      } else {
        second = max(second, candidate.salience)
      }
    }
    guard let best, second * 100 < best.salience * pronoun.mostDoubt else { return nil }
    return best.index
  }

  private static let speakers: Set<String> = ["i", "me", "my", "mine", "myself"]
  /// Below this salience nobody thinks of it any more.
  private static let forgotten = 20
  /// How many are kept in mind.
  private static let most = 64
}
