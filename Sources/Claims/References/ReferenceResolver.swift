import ClaimModel
import Language
import Vocabulary

/// Resolves pronouns and descriptions ("it", "he", "the group", "the country") to entities, where that is safe.
///
/// Recency and agreement in number and kind, subjects before the rest, the present sentence before the last one; a noun
/// that agrees and names no entity stands in the way of all before it. In doubt the word stays what it is.
struct ReferenceResolver {
  let cues: CueTable
  let vocabulary: Vocabulary
  private var lastSubjects: [Candidate] = []
  private var lastPersons: [Candidate] = []
  private var recent: [Candidate] = []
  private var genders: [String: String] = [:]
  /// Who was met as president, minister …; nil where several were.
  private var holders: [String: Entity?] = [:]
  /// When each noun was last met with more than an article.
  private var lastNouns: [String: Int] = [:]
  private var order = 0

  /// A noun phrase that a later word may refer to.
  private struct Candidate {
    var head: Int
    var entity: Entity?
    var isPlural: Bool
    var isPerson: Bool
    /// `f`, `m`, or empty where it is not known.
    var gender = ""
    /// When it was met, in words from the start of the article.
    var order = 0
  }

  /// A resolver at the start of an article.
  init(cues: CueTable, vocabulary: Vocabulary) {
    self.cues = cues
    self.vocabulary = vocabulary
  }

  /// Resolves the words of `reading`, which follows the sentences given before.
  mutating func resolve(_ reading: inout SentenceReading) {
    var subjects: [Candidate] = []
    for word in 0..<reading.tree.count {
      order += 1
      if let entity = referent(of: word, in: reading, subjects: subjects) { reading.referents[word] = entity }
      learnGender(of: word, in: reading)
      learnHolder(of: word, in: reading)
      if reading.tree.tokens[word].tag == .noun, reading.referents[word] == nil, reading.mentionOfWord[word] == nil {
        lastNouns[reading.tree.lemmas[word]] = order
      }
      if let mention = reading.mention(at: word), mention.head == word { remember(word, mention.entity) }
      if isSubject(word, in: reading.tree) { subjects.append(candidate(word, in: reading)) }
    }
    // A person is still spoken of after a sentence without one.
    lastPersons = lastSubjects.filter(\.isPerson)
    lastSubjects = ordered(subjects, in: reading)
  }

  private mutating func remember(_ word: Int, _ entity: Entity) {
    recent.append(
      Candidate(head: word, entity: entity, isPlural: false, isPerson: entity.kind == .person, order: order))
    if recent.count > 24 { recent.removeFirst(8) }
  }

  private func isSubject(_ word: Int, in tree: SyntaxTree) -> Bool {
    let dependency = tree.tokens[word].dependency
    return (dependency == .nsubj || dependency == .nsubjPass) && !Self.relatives.contains(tree.lemmas[word])
      && !Self.speakers.contains(tree.tokens[word].form.lowercased())
  }

  private func candidate(_ word: Int, in reading: SentenceReading) -> Candidate {
    let tree = reading.tree
    let mention = reading.mention(at: word)
    let namesIt = mention.map { $0.head == word && !$0.isDemonym } ?? false
    let entity = namesIt ? mention?.entity : reading.referents[word]
    let tag = tree.tokens[word].fineTag
    let isPlural = tree.has(.conj, below: word) || entity == nil && ["NNS", "NNPS", "EX"].contains(tag)
    let lemma = tree.lemmas[word]
    let isPerson =
      entity.map { $0.kind == .person } ?? (cues.lists(lemma, in: .roleNouns) || cues.lists(lemma, in: .personNouns))
    return Candidate(
      head: word, entity: entity, isPlural: isPlural, isPerson: isPerson,
      gender: entity.map { genders[$0.name] ?? "" } ?? cues.value(of: lemma, in: .personNouns) ?? "")
  }

  /// Learns from "President Obama" who "the president" is.
  private mutating func learnHolder(of word: Int, in reading: SentenceReading) {
    guard let mention = reading.mention(at: word), mention.head == word, mention.entity.kind == .person else { return }
    let tree = reading.tree
    for child in tree.children(of: word)
    where [.nmodDesc, .appos, .compound, .flat].contains(tree.tokens[child].dependency) {
      let title = tree.lemmas[child]
      guard cues.lists(title, in: .roleNouns) else { continue }
      let others = holders[title].map { $0?.name != mention.entity.name } ?? false
      holders[title] = others ? .some(nil) : .some(mention.entity)
    }
  }

  /// Learns from "Mrs." and from "she" what gender an entity has.
  private mutating func learnGender(of word: Int, in reading: SentenceReading) {
    let tree = reading.tree
    if let entity = reading.referents[word], let gender = Self.genders[tree.tokens[word].form.lowercased()] {
      genders[entity.name] = genders[entity.name] ?? gender
    }
    guard let mention = reading.mention(at: word), mention.head == word, mention.entity.kind == .person else { return }
    let title = tree.children(of: word).lazy.compactMap { Self.titles[tree.lemmas[$0]] }.first
    let noun = tree.head(of: word).flatMap { cues.value(of: tree.lemmas[$0], in: .personNouns) }
    if let gender = title ?? (tree.tokens[word].dependency == .appos ? noun : nil), !gender.isEmpty {
      genders[mention.entity.name] = gender
    }
  }

  /// The subject of the main clause first, then the others, the last one first.
  private func ordered(_ subjects: [Candidate], in reading: SentenceReading) -> [Candidate] {
    let main = subjects.filter { subject in
      guard let verb = reading.tree.head(of: subject.head) else { return false }
      return [.root, .conj].contains(reading.tree.tokens[verb].dependency)
    }
    return main.reversed() + subjects.reversed().filter { subject in !main.contains { $0.head == subject.head } }
  }

  private func referent(of word: Int, in reading: SentenceReading, subjects: [Candidate]) -> Entity? {
    let token = reading.tree.tokens[word]
    if token.tag == .pron { return pronoun(word, in: reading, subjects: subjects) }
    guard token.tag == .noun || token.tag == .propn, reading.mentionOfWord[word] == nil,
      isBareDescription(word, in: reading.tree)
    else {
      return nil
    }
    let lemma = reading.tree.lemmas[word]
    if let person = holders[lemma] ?? nil { return person }
    // "the group" after "a group of teenagers" is not the last organisation.
    if let noun = lastNouns[lemma], recent.last.map({ $0.order < noun }) ?? true { return nil }
    if let kinds = cues.value(of: lemma, in: .groupNouns) {
      if kinds == "group" { return recent.last { $0.entity?.kind == .group }?.entity }
      return recent.last { $0.entity?.kind == .group }?.entity
        ?? recent.last { $0.entity?.kind == .organisation }?.entity
    }
    guard cues.lists(lemma, in: .countryNouns) else { return nil }
    return recent.last { candidate in
      candidate.entity.map { $0.kind == .place && vocabulary.country(of: $0.name)?.name == $0.name } ?? false
    }?.entity
  }

  /// "the group", "this organization": nothing but the noun and its article, in the singular.
  private func isBareDescription(_ word: Int, in tree: SyntaxTree) -> Bool {
    guard ["NN", "NNP"].contains(tree.tokens[word].fineTag) else { return false }
    var isDefinite = false
    for child in tree.children(of: word) {
      switch tree.tokens[child].dependency {
      case .det: isDefinite = Self.definite.contains(tree.lemmas[child])
      case .caseMarker, .punct, .conj, .cc: break
      default: return false
      }
    }
    return isDefinite && tree.tokens[word].dependency != .compound
  }

  private func pronoun(_ word: Int, in reading: SentenceReading, subjects: [Candidate]) -> Entity? {
    let tree = reading.tree
    guard let wantsPerson = Self.pronouns[tree.tokens[word].form.lowercased()], !isPleonastic(word, in: tree) else {
      return nil
    }
    let isPossessive = tree.tokens[word].dependency == .nmodPoss
    let isReflexive = tree.lemmas[word].hasSuffix("self")
    let own = isPossessive || isReflexive ? nil : clauseSubject(of: word, in: reading)
    let gender = Self.genders[tree.tokens[word].form.lowercased()] ?? ""
    for candidate in subjects.reversed() where candidate.head != own {
      if tree.isWord(word, within: candidate.head) || candidate.isPlural { continue }
      if !candidate.gender.isEmpty, !gender.isEmpty, candidate.gender != gender { continue }
      if candidate.isPerson == wantsPerson || candidate.entity == nil && !wantsPerson && !candidate.isPerson {
        return agreed(candidate, wantsPerson)
      }
    }
    // An object is safe to resolve only where the sentence itself has what it stands for.
    guard tree.tokens[word].dependency.isSubject || isPossessive else { return nil }
    let earlier = wantsPerson ? lastSubjects + lastPersons : lastSubjects
    for candidate in earlier where !candidate.isPlural && candidate.isPerson == wantsPerson {
      if !candidate.gender.isEmpty, !gender.isEmpty, candidate.gender != gender { continue }
      return agreed(candidate, wantsPerson)
    }
    return nil
  }

  private func agreed(_ candidate: Candidate, _ wantsPerson: Bool) -> Entity? {
    guard let entity = candidate.entity else { return nil }
    return (entity.kind == .person) == wantsPerson ? entity : nil
  }

  private func clauseSubject(of word: Int, in reading: SentenceReading) -> Int? {
    var current = word
    while let head = reading.tree.head(of: current) {
      if reading.kinds[head] != nil {
        return reading.clause(of: head)?.surfaceSubject
      }
      current = head
    }
    return nil
  }

  /// "it is clear that …", "it is up to them to …": the clause that follows is meant.
  private func isPleonastic(_ word: Int, in tree: SyntaxTree) -> Bool {
    if tree.tokens[word].dependency == .expl { return true }
    guard tree.tokens[word].dependency.isSubject, let predicate = tree.head(of: word) else { return false }
    if tree.child(of: predicate, .csubj, .csubjPass, .csubjOuter) != nil { return true }
    return tree.has(.cop, below: predicate) && tree.tokens[predicate].tag == .adj
      && tree.child(of: predicate, .ccomp, .xcomp, .advclRelcl) != nil
  }

  private static let pronouns: [String: Bool] = [
    "it": false, "its": false, "itself": false, "he": true, "him": true, "his": true, "himself": true, "she": true,
    "her": true, "hers": true, "herself": true,
  ]
  private static let relatives: Set<String> = ["who", "which", "that", "whom", "what", "there"]
  /// Those who speak and hear: never what a pronoun of the third person stands for.
  private static let speakers: Set<String> = ["i", "we", "you", "they"]
  private static let definite: Set<String> = ["the", "this", "that"]
  private static let genders = [
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
  ]
  private static let titles = ["mr": "m", "mr.": "m", "sir": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f"]
}
