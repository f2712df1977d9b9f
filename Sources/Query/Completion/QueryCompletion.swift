public import ClaimModel
public import Store

/// What can stand at a place of a query: nouns first, clauses after a condition, attributes after `where`, values after `=`.
public struct QueryCompletion: Sendable {
  /// Something that can stand there.
  public struct Candidate: Hashable, Sendable {
    /// What to put in place of `replaced`, quoted where it has to be.
    public var text: String
    /// What it is, in a few words: `41 claims`, `ISKP, 41 claims`, `keeps the rows for which a condition holds`.
    public var detail: String
    /// The bytes of the text that it takes the place of: what has been typed of it.
    public var replaced: TextRange

    /// A candidate in place of `replaced`.
    public init(_ text: String, detail: String, replaced: TextRange) {
      self.text = text
      self.detail = detail
      self.replaced = replaced
    }
  }

  let knowledgeBase: KnowledgeBase
  let definitions: Definitions

  /// Completion with the values of `knowledgeBase` and what has been defined.
  public init(_ knowledgeBase: KnowledgeBase, definitions: Definitions = Definitions()) {
    self.knowledgeBase = knowledgeBase
    self.definitions = definitions
  }

  /// What can stand at `byte` (UTF-8) of `text`, the likeliest first.
  ///
  /// Costs about as much as the query before that place would, run without its conditions.
  public func candidates(for text: String, at byte: Int) -> [Candidate] {
    let typed = text[TextRange(0, byte)]
    var tokens = Lexer.tokens(of: typed).tokens.dropLast()
    let end = typed.utf8.count
    var partial = TextRange(end, end)
    if let last = tokens.last, last.range.end == end, last.kind != .symbol {
      partial = last.range
      tokens.removeLast()
    }
    let written = typed[partial].drop { Quote(at: 0, in: Array(String($0).utf8)) != nil }
    let cursor = Cursor(typed: typed, partial: partial, word: String(written))
    return QueryContext(Array(tokens), typed).expected.flatMap { candidates($0, cursor) }
  }

  /// Where one types.
  struct Cursor {
    /// The text up to there.
    var typed: String
    /// The bytes of the word that has been begun.
    var partial: TextRange
    /// That word, without an open quote.
    var word: String
  }

  private func candidates(_ expected: QueryContext.Expected, _ cursor: Cursor) -> [Candidate] {
    switch expected {
    case .nouns:
      return words(QueryReference.nouns + definitions.views.map { QueryWord(.noun, $0.name, $0.query) }, cursor)
    case .words(let words): return self.words(words, cursor)
    case .formats: return words(QueryReference.formats, cursor)
    case .attributes(let prefix, let withAggregates):
      guard let scope = Binder.scope(of: prefix, over: knowledgeBase, with: definitions) else { return [] }
      let named = scope.columns.filter { !AggregateWords.standalone.contains($0.name) }
      let columns = named.map { QueryWord(.attribute, QueryPrinter.name($0.name), $0.summary) }
      let aggregates = withAggregates ? QueryReference.aggregates : []
      return words(columns + aggregates, cursor)
    case .values(let prefix, let attribute, let start):
      guard let scope = Binder.scope(of: prefix, over: knowledgeBase, with: definitions),
        let column = scope.scope.column(named: attribute)
      else { return [] }
      return values(of: column, scope.table, cursor, from: start)
    }
  }

  private func words(_ words: [QueryWord], _ cursor: Cursor) -> [Candidate] {
    let typed = cursor.word.lowercased()
    return words.filter { $0.name.lowercased().hasPrefix(typed) }
      .map { Candidate($0.name, detail: $0.summary, replaced: cursor.partial) }
  }

  private func values(
    of column: BoundQuery.Column, _ table: NounTable, _ cursor: Cursor, from start: Int
  ) -> [Candidate] {
    let replaced = TextRange(min(start, cursor.partial.start), cursor.partial.end)
    let written = cursor.typed[replaced]
    let isQuoted = Quote(at: 0, in: Array(written.utf8)) != nil
    let typed = isQuoted ? String(written.dropFirst()) : written
    return KnownValues(of: column, in: table).starting(with: typed).map { value in
      let text = isQuoted ? QueryPrinter.quoted(value.text) : QueryPrinter.value(value.text)
      return Candidate(text, detail: value.detail, replaced: replaced)
    }
  }
}
