import Store

extension Binder {
  /// What names stand for after the clauses of a query, for completion.
  struct NamedScope {
    var scope: Scope
    var table: NounTable
    /// What can be named there: columns that have been shown under a name first.
    var columns: [(name: String, summary: String)]
  }

  /// Looks up what names stand for after the clauses of `text`, so far as they are right; nil where it has no noun.
  static func scope(
    of text: String, over knowledgeBase: KnowledgeBase, with definitions: Definitions
  ) -> NamedScope? {
    let parsed = Parser.parse(text, with: definitions)
    guard let query = parsed.query, let noun = query.pairing == nil ? Nouns.named(query.noun.text) : Nouns.pairs
    else { return nil }
    var binder = Binder(
      knowledgeBase: knowledgeBase, mode: .prompt, definitions: definitions, today: nil,
      table: noun.rows(knowledgeBase), scope: .noun(noun))
    var bound = BoundQuery(table: binder.table, noun: noun)
    let clauses = binder.bindMatch(of: query, into: &bound) ? query.clauses.dropFirst() : query.clauses[...]
    for clause in clauses { binder.bind(clause, into: &bound) }
    let known = binder.scope.allColumns
    let named = (binder.shown ?? []).filter { column in !known.contains { $0.name == column.name } }
    let columns = (named + known).map { column in
      var summary = "named by show"
      if case .attribute(let attribute) = column.expression { summary = attribute.summary }
      if case .key = column.expression { summary = "what was grouped by" }
      return (name: column.name, summary: summary)
    }
    var units: [(name: String, summary: String)] = []
    if case .noun(let noun) = binder.scope, noun.ownDate != nil {
      units = DateUnitWords.table.map { ($0.name, $0.summary) }
    }
    return NamedScope(scope: binder.scope, table: binder.table, columns: columns + units)
  }
}
