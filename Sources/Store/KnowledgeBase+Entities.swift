public import ClaimModel
import TextForms

extension KnowledgeBase {
  /// The entity with this name, or else this alias, however it is written; the one that most claims mention.
  public func entity(named name: String) -> Entity? { entities(named: name).first }

  /// All entities with this name or alias, those with the name first, then by how many claims mention them.
  public func entities(named name: String) -> [Entity] {
    let known = entityTerms(named: name)
    let mentions = mentions
    func count(_ term: TermID) -> Int { entities.row(of: term).map { mentions[$0].count } ?? 0 }
    let key = name.foldedKey
    let ranked = known.map { entity($0) }.enumerated().sorted { left, right in
      let named = (left.element.name.foldedKey == key, right.element.name.foldedKey == key)
      if named.0 != named.1 { return named.0 }
      let counts = (count(known[left.offset]), count(known[right.offset]))
      return counts.0 == counts.1 ? left.element.name < right.element.name : counts.0 > counts.1
    }
    let found = ranked.map(\.element)
    return found.isEmpty ? declaredEntities(named: name) : found
  }

  /// The ids of the claims that mention an entity by its name, whatever its role, in the order of the articles' names.
  public func claims(about name: String) -> [ClaimID] {
    guard let term = entityTerms(named: name).first, let row = entities.row(of: term) else { return [] }
    return mentions[row].map { ClaimID(claims.ids[Int($0)]) }
  }

  /// The entities among the terms with this name, or else with this alias: of those that claims name, and of those that
  /// a declaration leads to.
  package func entityTerms(named name: String) -> [TermID] {
    let named = terms.terms(named: name).filter { terms.kind($0) == .entity }
    if !named.isEmpty { return named }
    let aliased = terms.terms(withAlias: name).filter { terms.kind($0) == .entity }
    if !aliased.isEmpty { return aliased }
    return declaredEntities(named: name).compactMap { terms.id(of: $0.name, .entity) }
  }

  /// Those that were declared with this name or alias, the last declaration first.
  package func declaredEntities(named name: String) -> [Entity] {
    for declaration in declared.reversed() {
      let found = declaration.named(name)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The entity that a term stands for.
  package func entity(_ term: TermID) -> Entity {
    let broader = terms.broader[Int(term)]
    return Entity(
      name: terms.texts[Int(term)], kind: entities.kind(of: term) ?? .other, aliases: terms.aliases(of: term),
      broader: broader == 0 ? nil : terms.texts[Int(broader)])
  }

  /// Encodes an entity of which an article, or else a file of claims, tells, or adds what is new of one that is there.
  mutating func encode(_ entity: Entity, toldBy article: Int?) {
    encode(entity)
    if let told = declaredEntity(exactly: entity.name), Self.areSame(told, entity) { return }
    let names = entity.aliases.map { terms.encode($0, .text) }
    let broader = entity.broader.map { encodeEntity(named: $0) } ?? 0
    tellings.article.append(article.map { UInt32($0 + 1) } ?? 0)
    tellings.entity.append(terms.encode(entity.name, .entity))
    tellings.kind.append(entity.kind.code)
    tellings.broader.append(broader)
    tellings.aliases.append(names)
  }

  /// What an article or a file of claims has told of an entity.
  func telling(_ row: Int) -> Entity {
    let broader = Int(tellings.broader[row])
    return Entity(
      name: terms.texts[Int(tellings.entity[row])], kind: EntityKind(code: tellings.kind[row]) ?? .other,
      aliases: tellings.aliases[row].map { terms.texts[Int($0)] }, broader: broader == 0 ? nil : terms.texts[broader])
  }

  /// Encodes an entity, or adds what is new of one that is there.
  ///
  /// Where articles differ on what it is a part of or on its kind, the answer must not depend on which came first: the
  /// earlier kind of `EntityKind` and the lesser name win. What was declared holds where nobody says anything else.
  private mutating func encode(_ entity: Entity) {
    let told = declaredEntity(exactly: entity.name)
    if let told, Self.areSame(told, entity) {
      _ = encodeEntity(named: entity.name)
      return
    }
    let term = terms.encode(entity.name, .entity)
    let known = entities.row(of: term)
    let row = known ?? entities.append(term, entity.kind.code)
    let before = whatIsKnown(of: term, row)
    defer { if row < earlier.entities, whatIsKnown(of: term, row) != before { earlier.haveChanged = true } }
    if known != nil, let told, Self.areSame(told, self.entity(term)) { forget(term, row) }
    merge(entity, term, row)
  }

  /// The term of an entity of which a claim gives no more than the name; what was declared of it is encoded with it.
  mutating func encodeEntity(named name: String) -> TermID {
    if let term = terms.id(of: name, .entity), entities.row(of: term) != nil { return term }
    let term = terms.encode(name, .entity)
    let row = entities.append(term, EntityKind.other.code)
    if let entity = declaredEntity(exactly: name) {
      entities.kind[row] = entity.kind.code
      merge(entity, term, row)
    }
    return term
  }

  /// Whether an entity was declared, and not only named by articles.
  func isDeclared(_ entity: TermID) -> Bool { declaredEntity(exactly: terms.texts[Int(entity)]) != nil }

  /// The last declaration of an entity with exactly this name.
  private func declaredEntity(exactly name: String) -> Entity? {
    declared.reversed().lazy.compactMap { $0.entity(name) }.first
  }

  private static func areSame(_ one: Entity, _ other: Entity) -> Bool {
    one.kind == other.kind && one.broader == other.broader && Set(one.aliases) == Set(other.aliases)
  }

  private mutating func merge(_ entity: Entity, _ term: TermID, _ row: Int) {
    let code = entity.kind.code
    if entities.kind[row] == 0 || code < entities.kind[row] { entities.kind[row] = code }
    addAliases(entity.aliases, of: term)
    guard let name = entity.broader, name != entity.name else { return }
    let broader = terms.broader[Int(term)]
    if broader == 0 || name < terms.texts[Int(broader)] {
      terms.setBroader(of: term, to: encodeEntity(named: name))
    }
  }

  /// Takes back what was declared of an entity.
  private mutating func forget(_ term: TermID, _ row: Int) {
    entities.kind[row] = 0
    terms.setBroader(of: term, to: 0)
    terms.removeAliases(of: term)
  }

  private func whatIsKnown(of term: TermID, _ row: Int) -> (UInt8, TermID, Int) {
    (entities.kind[row], terms.broader[Int(term)], terms.aliases.names(of: term).count)
  }

  mutating func addAliases(_ aliases: [String], of term: TermID) {
    for alias in aliases { terms.addAlias(alias, of: term) }
  }
}
