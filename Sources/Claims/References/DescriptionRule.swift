import ClaimModel
import Language
import Vocabulary

/// Resolves definite descriptions: "the minister" after "Interior Minister Qani", "the group" after "ISIS".
///
/// A noun that the article has said of one name only, in a title, an apposition or a copula, or that is part of the name,
/// stands for that name; a noun of the table stands for the last name of the kind that it gives. A noun that was met with
/// more than its article ("a group of teenagers") stands in the way.
struct DescriptionRule: Sendable {
  let cues: CueTable
  let vocabulary: Vocabulary
  /// What was said to be whom; nil where it was said of several.
  private var described: [String: Entity?] = [:]
  /// When each name was last met, and how often.
  private var named: [String: (order: Int, times: Int)] = [:]
  /// The last name of each kind.
  private var last: [NameKind: Named] = [:]
  /// The place of each kind that was named most often, and how often the next one was.
  private var main: [NameKind: (entity: Entity, next: Int)] = [:]
  /// When each noun was last met as that of somebody or something without a name.
  private var unnamed: [String: Int] = [:]

  /// The kinds of names that nouns of the table stand for.
  private enum NameKind: String, Sendable { case group, organisation, company, country, city }

  private struct Named: Sendable {
    var kind: NameKind
    var entity: Entity
    /// The number of its word in the article.
    var order: Int
  }

  /// The rule at the start of an article.
  init(cues: CueTable, vocabulary: Vocabulary) {
    self.cues = cues
    self.vocabulary = vocabulary
  }

  /// The name that the description at `word` stands for; `order` is the number of the word in the article.
  mutating func referent(of word: Int, in tree: SyntaxTree, order: Int) -> Entity? {
    let token = tree.tokens[word]
    guard token.tag == .noun || token.tag == .propn, token.dependency != .compound else { return nil }
    let lemma = tree.lemmas[word]
    guard isBareDescription(word, in: tree) else {
      if !token.fineTag.hasSuffix("S"), !saysWhatSomethingIs(word, in: tree) { unnamed[lemma] = order }
      return nil
    }
    if let known = described[lemma] {
      guard let entity = known, let last = named[entity.name]?.order, last > unnamed[lemma] ?? 0 else { return nil }
      return order - last < Self.longReach ? entity : nil
    }
    guard let kinds = cues.value(of: lemma, in: .kindNouns) else { return nil }
    let names = kinds.split(separator: " ").compactMap { NameKind(rawValue: String($0)) }.compactMap { last[$0] }
      .filter { $0.order > unnamed[lemma] ?? 0 }
    return names.max { $0.order < $1.order }.flatMap { referent(near: $0, order: order) }
  }

  /// A country that is named in passing is not "the country"; the one that the article is about is, wherever it is named.
  private func referent(near latest: Named, order: Int) -> Entity? {
    let isNear = order - latest.order < Self.reach
    guard latest.entity.kind == .place, let main = main[latest.kind] else { return isNear ? latest.entity : nil }
    if isNear, main.entity.name == latest.entity.name { return latest.entity }
    let times = named[main.entity.name]?.times ?? 0
    return times > 2 && times > 2 * main.next ? main.entity : nil
  }

  /// Takes up a name that the article gives at `head`.
  mutating func meet(_ mention: Mention, at head: Int, in tree: SyntaxTree, order: Int) {
    let name = mention.entity.name
    named[name] = (order, (named[name]?.times ?? 0) + 1)
    for kind in kinds(of: mention, in: tree) {
      last[kind] = Named(kind: kind, entity: mention.entity, order: order)
      count(mention.entity, as: kind)
    }
    learn(mention, at: head, in: tree)
  }

  /// Learns what the sentence says that the name at `head` is: "Interior Minister X", "X, a group", "X is a group".
  private mutating func learn(_ mention: Mention, at head: Int, in tree: SyntaxTree) {
    let entity = mention.entity
    let own = tree.tokens[head].form.lowercased()
    if mention.words.count > 1, !cues.lists(own, in: .commonNameWords),
      [.organisationWords, .thingWords, .placeNouns].contains(where: { cues.lists(own, in: $0) })
    {
      describe(entity, as: own)
    }
    for child in tree.children(of: head) where isSaid(child, in: tree) { describe(entity, as: tree.lemmas[child]) }
    guard let noun = tree.head(of: head), tree.tokens[noun].tag == .noun else { return }
    let dependency = tree.tokens[head].dependency
    if dependency == .appos || dependency == .nsubj && tree.has(.cop, below: noun) {
      describe(entity, as: tree.lemmas[noun])
    }
  }

  /// Whether the word is a title or an apposition of the name that it depends on.
  private func isSaid(_ word: Int, in tree: SyntaxTree) -> Bool {
    switch tree.tokens[word].dependency {
    case .nmodDesc, .compound, .flat: cues.lists(tree.lemmas[word], in: .roleNouns)
    case .appos: tree.tokens[word].tag == .noun
    default: false
    }
  }

  private func saysWhatSomethingIs(_ word: Int, in tree: SyntaxTree) -> Bool {
    tree.tokens[word].dependency == .appos || tree.has(.cop, below: word)
  }

  private mutating func count(_ entity: Entity, as kind: NameKind) {
    let own = named[entity.name]?.times ?? 0
    guard let known = main[kind] else { return main[kind] = (entity, 0) }
    if known.entity.name == entity.name { return }
    let best = named[known.entity.name]?.times ?? 0
    main[kind] = own > best ? (entity, best) : (known.entity, max(known.next, own))
  }

  private mutating func describe(_ entity: Entity, as noun: String) {
    let isPerson = [.personNouns, .roleNouns, .personMembers].contains { cues.lists(noun, in: $0) }
    guard isPerson == (entity.kind == .person) || isPerson && entity.kind == .other else { return }
    let isAnother = described[noun].map { $0?.name != entity.name } ?? false
    described[noun] = isAnother ? .some(nil) : .some(entity)
  }

  private func kinds(of mention: Mention, in tree: SyntaxTree) -> [NameKind] {
    let entity = mention.entity
    switch entity.kind {
    case .group: return [.group]
    case .organisation:
      let isPublic = mention.words.contains { cues.lists(tree.lemmas[$0], in: .publicBodies) }
      return isPublic ? [.organisation] : [.organisation, .company]
    // "the city" is no street and no river.
    case .place where mention.words.last.map { isPartOfCity(tree.tokens[$0].form.lowercased()) } ?? false: return []
    case .place: return [vocabulary.country(of: entity.name)?.name == entity.name ? .country : .city]
    case .person, .other: return []
    }
  }

  private func isPartOfCity(_ word: String) -> Bool {
    [
      "street", "road", "avenue", "square", "bridge", "river", "lake", "mountain", "sea", "bay", "ocean", "valley",
      "airport",
    ]
    .contains(word)
  }

  /// "the group", "this organization": nothing but the noun and its article, in the singular.
  private func isBareDescription(_ word: Int, in tree: SyntaxTree) -> Bool {
    guard ["NN", "NNP"].contains(tree.tokens[word].fineTag) else { return false }
    var isDefinite = false
    for child in tree.children(of: word) {
      switch tree.tokens[child].dependency {
      case .det: isDefinite = Self.definite.contains(tree.lemmas[child])
      case .caseMarker, .punct, .conj, .cc, .nsubj, .cop: break
      default: return false
      }
    }
    return isDefinite
  }

  /// Most words between a description and the name that it takes up only by its kind.
  private static let reach = 60
  /// Most words between a description and the name of which the article said it.
  private static let longReach = 300
  private static let definite: Set<String> = ["the", "this", "that"]
}
