import ClaimModel

/// All that is known, as triples: a claim is a node, its attributes are its predicates; `alias`, `kind`, and `within` or
/// `part of` are triples between entities.
///
/// Made out of the columns when it is asked for, with a dictionary of its own that has the ids of claims, dates and
/// numbers as terms too. O(claims).
package struct TripleColumns: Sendable {
  package private(set) var subject: Column<TermID> = []
  package private(set) var predicate: Column<TermID> = []
  package private(set) var object: Column<TermID> = []
  /// The knowledge base's terms, with those that only triples have after them.
  package private(set) var terms: TermDictionary
  /// The trees over `terms`.
  package let trees: TreeLabels
  /// The claim of each triple, where its subject is one.
  package let claims: ListColumn

  /// The triples of a knowledge base: those of its claims in their order, then those of its entities by name.
  package init(_ base: KnowledgeBase) {
    var builder = TripleBuilder(base)
    var claims = ListColumn()
    for row in base.claimOrder {
      builder.addClaim(Int(row))
      while claims.count < builder.subject.count { claims.append([row]) }
    }
    let names = base.entities.terms.map { (name: base.terms.texts[Int($0)], term: $0) }
    for (_, term) in names.sorted(by: { $0.name < $1.name }) { builder.addEntity(term) }
    while claims.count < builder.subject.count { claims.append([]) }
    self.claims = claims
    terms = builder.terms
    trees = TreeLabels(builder.terms)
    subject = builder.subject
    predicate = builder.predicate
    object = builder.object
  }
}

/// Writes triples one after another.
private struct TripleBuilder {
  let base: KnowledgeBase
  var terms: TermDictionary
  var subject: Column<TermID> = []
  var predicate: Column<TermID> = []
  var object: Column<TermID> = []

  init(_ base: KnowledgeBase) {
    self.base = base
    terms = base.terms
  }

  mutating func addClaim(_ row: Int) {
    let claim = base.claim(atRow: row)
    let columns = base.claims
    let node = terms.encode(claim.id.description, .claim)
    add(node, "subject", columns.subject.terms[row])
    add(node, "relation", columns.relation[row])
    add(node, "object", columns.object.terms[row])
    add(node, "location", columns.location[row])
    add(node, "from", columns.from[row])
    add(node, "to", columns.to[row])
    add(node, "date", claim.date?.description)
    add(node, "quantity", claim.quantity.map { Quantity.text(of: $0.value) })
    add(node, "unit", columns.unit[row])
    add(node, "polarity", claim.polarity.rawValue)
    add(node, "certainty", claim.certainty.rawValue)
    add(node, "speaker", columns.speaker.terms[row])
    for entity in columns.via[row] { add(node, "via", entity) }
    add(node, "cue", columns.cue[row])
    add(node, "stance", claim.stance?.rawValue)
    add(node, "topic", columns.topic[row])
    for entity in columns.about[row] { add(node, "about", entity) }
    add(node, "source", base.articleColumns.source[Int(columns.article[row])])
    add(node, "text", claim.text)
    add(node, "sentence", claim.sentence == 0 ? nil : String(claim.sentence))
    add(node, "confidence", claim.confidence.isNaN ? nil : Quantity.text(of: claim.confidence))
    add(node, "extractor", columns.extractor[row])
  }

  mutating func addEntity(_ term: TermID) {
    let entity = base.entity(term)
    add(term, "kind", entity.kind.rawValue)
    add(term, entity.kind == .place ? "within" : "part of", base.terms.broader[Int(term)])
    for alias in entity.aliases { add(term, "alias", alias) }
  }

  private mutating func add(_ node: TermID, _ name: String, _ value: String?) {
    guard let value else { return }
    add(node, name, terms.encode(value, .text))
  }

  private mutating func add(_ node: TermID, _ name: String, _ value: TermID) {
    guard value != 0 else { return }
    subject.append(node)
    predicate.append(terms.encode(name, .text))
    object.append(value)
  }
}
