import ClaimModel
import Language
import Vocabulary

/// Makes the claims of one sentence from its clauses.
struct ClaimBuilder {
  let rules: SentenceRules
  let article: Article
  let vocabulary: Vocabulary
  /// Who speaks where the article credits nobody.
  let author: Argument
  /// What the sentence quotes, and who says it.
  let quoted: [QuotedWords]
  /// The sentence's number, text and place in the original.
  let sentence: (number: Int, text: String, span: TextRange)
  /// Entities that claims name, by name.
  private(set) var entities: [String: Entity] = [:]
  private(set) var claims: [Claim] = []
  private var made: [Int: [ClaimID]] = [:]
  /// What the sentence names or refers to.
  private let named: [String: Entity]

  /// A builder of the claims of `sentence`.
  init(
    rules: SentenceRules, article: Article, vocabulary: Vocabulary, author: Argument, quoted: [QuotedWords],
    sentence: (number: Int, text: String, span: TextRange)
  ) {
    self.rules = rules
    self.article = article
    self.vocabulary = vocabulary
    self.author = author
    self.quoted = quoted
    let entities =
      rules.reading.mentions.map(\.entity) + rules.reading.referents.values + quoted.flatMap(\.voice.entities)
      + rules.speakers.takenEntities
    named = Dictionary(entities.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.sentence = sentence
  }

  /// Makes all claims.
  mutating func build() {
    for index in rules.reading.clauses.indices { _ = ids(ofClause: index) }
  }

  /// The ids of the claims of the clause at `index`, made when they are first asked for.
  private mutating func ids(ofClause index: Int) -> [ClaimID] {
    if let known = made[index] { return known }
    // A statement inside its own content would go round in a circle; the tree has none, a cue beside it may seem one.
    made[index] = []
    let clause = rules.reading.clauses[index]
    if rules.reading.isVoid(clause) { return [] }
    let contents = contentIDs(of: clause)
    var ids: [ClaimID] = []
    for claim in claims(of: clause, contents: contents) where !ids.contains(claim.id) {
      ids.append(claim.id)
      // "the company Chatline Corp." may be read twice where a name's words hang apart.
      if !claims.contains(where: { $0.id == claim.id }) { claims.append(claim) }
    }
    made[index] = ids
    return ids
  }

  private mutating func contentIDs(of clause: Clause) -> [ClaimID] {
    guard clause.kind == .verb else { return [] }
    var heads = rules.attribution.contents(of: clause.predicate)
    if let stated = rules.attribution.statedBeside(clause.predicate) { heads.append(stated) }
    let tree = rules.reading.tree
    heads += quotedHeads(by: clause.predicate).filter { !heads.contains($0) }
    heads += [raisedStatement(of: clause)].compactMap { $0 }
    // "made sure that it was safe"
    if let state = clause.object, tree.tokens[state].dependency == .xcomp {
      heads += tree.children(of: state).filter { tree.tokens[$0].dependency == .ccomp }
    }
    heads += heads.flatMap { head in
      tree.children(of: head).filter {
        tree.tokens[$0].dependency == .conj && rules.reading.kinds[$0] != nil
          && !rules.attribution.isStatement($0, behind: clause.predicate)
      }
    }
    return heads.flatMap { head in
      rules.reading.index(ofClause: head).map { ids(ofClause: $0) } ?? []
    }
  }

  /// "caused a crane to fall": what is caused is that it falls, not the crane.
  private func raisedStatement(of clause: Clause) -> Int? {
    let tree = rules.reading.tree
    guard !clause.isPassive, let object = clause.object,
      rules.cues.lists(tree.lemmas[clause.predicate], in: .raisingVerbs),
      let below = tree.child(of: clause.predicate, .xcomp), let statement = rules.reading.clause(of: below),
      [statement.subject, statement.surfaceSubject].contains(object), !rules.reading.isVoid(statement)
    else { return nil }
    return below
  }

  /// The predicates of the quotations that the cue `verb` of this sentence introduces without being tied to them.
  private func quotedHeads(by verb: Int) -> [Int] {
    let tree = rules.reading.tree
    return quoted.filter { $0.voice.sentence == sentence.number - 1 && $0.voice.attribution.cueWord == verb }.flatMap {
      quotation in
      quotation.words.filter { word in
        rules.reading.kinds[word] != nil && !tree.isWord(verb, within: word)
          && !(tree.head(of: word).map { quotation.words.contains($0) } ?? false)
      }
    }
  }

  /// The claims of one clause: one for each combination of conjoined subjects and objects.
  private mutating func claims(of clause: Clause, contents: [ClaimID]) -> [Claim] {
    let tree = rules.reading.tree
    let named = rules.relations.name(of: clause)
    let quantity = rules.quantities.quantity(of: clause)
    let common = common(of: clause, named: named, quantity: quantity)
    let subjects = clause.subject.map { conjoined(with: $0, of: clause) } ?? []
    var objects = named.object.map { conjoined(with: $0, of: clause) } ?? []
    // "know what he has done": a clause that states nothing by itself.
    if objects.isEmpty, contents.isEmpty, let asked = rules.attribution.question(of: clause) {
      objects = [asked]
    }
    if let act = anticipated(by: clause) { objects = [act] }
    // Conjoined predicate nouns are clauses of their own.
    if clause.kind == .copula { objects = Array(objects.prefix(1)) }
    var made: [Claim] = []
    for subject in subjects.isEmpty ? [nil] : subjects.prefix(6).map(Optional.some) {
      for object in objects.isEmpty ? [nil] : objects.prefix(8).map(Optional.some) {
        made.append(claim(from: common, clause, named, subject: subject, object: object, quantity: quantity))
      }
    }
    made += contrasted(with: common, clause, named, subject: subjects.first, object: objects.first)
    let isEmpty = raisedStatement(of: clause) != nil || named.object.map { tree.lemmas[$0] == "it" } ?? true
    if isEmpty, !contents.isEmpty {
      made = made.flatMap { claim in contents.map { id in with(claim) { $0.object = Argument(.claim(id)) } } }
    }
    return made.flatMap { [$0] + excluded($0, of: clause) }.map { finished($0) }
  }

  /// The argument and those conjoined with it; where the clause describes the argument, only those before the clause.
  private func conjoined(with argument: Int, of clause: Clause) -> [Int] {
    let tree = rules.reading.tree
    if rules.reading.kinds[argument] == .verb { return [argument] }
    let describes = tree.isWord(clause.head, within: argument)
    let exclusions = Exclusions(tree: tree, cues: rules.cues)
    return tree.conjoinedNouns(of: argument).filter {
      $0 == argument || (!describes || $0 < clause.head) && !exclusions.isExcluded($0)
    }
  }

  private func with(_ claim: Claim, _ change: (inout Claim) -> Void) -> Claim {
    var copy = claim
    change(&copy)
    return copy
  }

  private func finished(_ claim: Claim) -> Claim {
    with(claim) { $0.id = ClaimIdentity.id(of: claim, digest: article.digest) }
  }

  /// "Iran, not Iraq, shelters them" denies that Iraq does.
  private mutating func contrasted(
    with common: Claim, _ clause: Clause, _ named: RelationRule.Named, subject: Int?, object: Int?
  ) -> [Claim] {
    guard clause.kind == .verb else { return [] }
    let exclusions = Exclusions(tree: rules.reading.tree, cues: rules.cues)
    let denied = with(common) { $0.polarity = common.polarity == .affirmed ? .denied : .affirmed }
    let subjects = subject.map { exclusions.excluded(beside: $0) } ?? []
    let objects = object.map { exclusions.excluded(beside: $0) } ?? []
    return subjects.prefix(6).map {
      claim(from: denied, clause, named, subject: $0, object: object, quantity: nil)
    } + objects.prefix(6).map { claim(from: denied, clause, named, subject: subject, object: $0, quantity: nil) }
  }

  /// "remain in Afghanistan, not Pakistan" denies that they are in Pakistan.
  private mutating func excluded(_ claim: Claim, of clause: Clause) -> [Claim] {
    rules.places.excludedPlaces(of: clause).map { place in
      note(place)
      return with(claim) {
        $0.location = place.name
        $0.locationResolvedFrom = nil
        $0.polarity = claim.polarity == .affirmed ? .denied : .affirmed
        $0.obliques.removeAll { $0.argument.text == claim.location }
        $0.obliques.append(Oblique("in", Argument(.entity(place.name))))
      }
    }
  }

  // MARK: What all claims of a clause share.

  private mutating func common(of clause: Clause, named: RelationRule.Named, quantity: QuantityRule.Found?) -> Claim {
    let attributions = rules.attribution.chain(of: clause)
    let voice = voice(of: clause, within: attributions)
    let all =
      (voice?.speakers ?? []) + attributions.compactMap { $0.source.map { rules.speakers.speaker(at: $0) } }
    // "“I think it failed,” she said": who thinks it is the one who says so.
    let speakers = all.indices.filter { $0 == 0 || all[$0].text != all[$0 - 1].text }.map { all[$0] }
    let innermost = speakers.last
    var claim = Claim(
      relation: named.relation, speaker: innermost ?? author, speakerIsAuthor: innermost == nil,
      text: sentence.text, sentence: sentence.number, span: sentence.span, words: sentence.span, confidence: 0)
    claim.cue = attributions.last?.cue ?? voice?.attribution.cue
    claim.stance = attributions.last?.stance ?? voice?.attribution.stance
    claim.via = speakers.dropLast().map(\.text)
    let factuality = rules.factuality.factuality(of: clause)
    claim.polarity = factuality.isDenied && !isNamedInDenial(clause) ? .denied : .affirmed
    claim.certainty = factuality.certainty
    if let place = rules.locations.location(of: clause) {
      note(place)
      claim.location = place.name
      claim.locationResolvedFrom = rules.locations.reference(to: place, in: clause).map {
        rules.arguments.resolvedWords(at: $0)
      }
    }
    let ends = rules.movements.ends(of: clause)
    for place in [ends.from, ends.to].compactMap({ $0 }) { note(place) }
    (claim.from, claim.to) = (ends.from?.name, ends.to?.name)
    claim.date = rules.times.date(of: clause) ?? dateOfStatement(attributions.last, clause)
    if claim.date == nil, let carried = rules.carriedDates[clause.head] {
      (claim.date, claim.dateResolvedFrom) = (carried.days, carried.words)
    }
    claim.quantity = quantity?.quantity
    claim.obliques = obliques(of: clause, named: named)
    return claim
  }

  /// Who says the quotation in which `clause` stands, where no cue of its chain stands outside of it.
  private func voice(of clause: Clause, within attributions: [Attribution]) -> Voice? {
    let quotation = quoted.last { $0.words.contains(clause.head) }
    guard let quotation, attributions.allSatisfy({ quotation.words.contains($0.cueWord) }) else { return nil }
    return quotation.voice
  }

  // MARK: What is each claim's own.

  private mutating func claim(
    from common: Claim, _ clause: Clause, _ named: RelationRule.Named, subject: Int?, object: Int?,
    quantity: QuantityRule.Found?
  ) -> Claim {
    var claim = common
    // "for treatments to work": what they do is no part of what they are called.
    func phrase(at noun: Int) -> Argument {
      let counted = isMeasure(noun) ? [] : quantity?.words ?? []
      return rules.arguments.argument(at: noun, omitting: Set(counted).union([clause.head]))
    }
    claim.subject = subject.map { subjectClause(at: $0) ?? rules.speakers.resolved(at: $0) ?? phrase(at: $0) }
    claim.object = object.map { object in
      // "its leader, Noor Wali": what he is, not who.
      clause.kind == .apposition
        ? rules.arguments.description(at: object, omitting: countsBeside(object))
        : (isClausalSubject(object) ? subjectClause(at: object) : nil) ?? phrase(at: object)
    }
    // "spread to Syria and Libya": each goes to its own place.
    if let object, object != named.object, claim.to != nil, let place = rules.places.place(at: object) {
      note(place)
      claim.to = place.name
    }
    claim.topic = rules.topics.topic(of: named, clause: clause, object: object)
    let words = ClauseWords(tree: rules.reading.tree, kinds: rules.reading.kinds)
      .words(of: clause, subject: subject, object: object)
    if let range = rules.arguments.span(of: words) { claim.words = range }
    claim.about = about(words, claim)
    let links = [claim.subject, claim.object].count { $0?.resolvedFrom != nil }
    claim.confidence = rules.confidence.confidence(of: clause, subject: subject, object: object, links: links)
    return claim
  }

  private func isClausalSubject(_ head: Int) -> Bool {
    [.csubj, .csubjPass].contains(rules.reading.tree.tokens[head].dependency)
  }

  /// "It is clear that the plan failed": the subject is what is said to be clear; in "The dam broke, leading to floods" it is
  /// that the dam broke.
  private mutating func subjectClause(at head: Int) -> Argument? {
    guard rules.reading.kinds[head] == .verb || isClausalSubject(head), rules.reading.kinds[head] != nil,
      !rules.reading.tree.tokens[head].dependency.isNominalSubject,
      let index = rules.reading.index(ofClause: head), let id = ids(ofClause: index).first
    else { return nil }
    return Argument(.claim(id), span: claims.first { $0.id == id }?.words)
  }

  /// The entities that `words` name or refer to, capitals that act as their country's government included.
  private mutating func about(_ words: [Int], _ claim: Claim) -> [String] {
    var names = Set([claim.location, claim.from, claim.to].compactMap { $0 })
    for word in words {
      guard let entity = rules.reading.entity(at: word) else { continue }
      if names.insert(entity.name).inserted { note(entity) }
      guard entity.kind == .place, rules.places.actsAsGovernment(word) else { continue }
      if let country = vocabulary.country(ofCapital: entity.name), names.insert(country.name).inserted { note(country) }
    }
    for argument in [claim.subject, claim.object, claim.speaker].compactMap({ $0 }) + claim.obliques.map(\.argument) {
      noteEntities(of: argument)
    }
    return names.sorted()
  }

  private mutating func noteEntities(of argument: Argument) {
    var names = [argument.partOf].compactMap { $0 }
    if case .entity(let name) = argument.value { names.append(name) }
    for name in names {
      if let entity = named[name] { note(entity) }
    }
  }

  private mutating func note(_ entity: Entity) { entities[entity.name] = entities[entity.name] ?? entity }
}
