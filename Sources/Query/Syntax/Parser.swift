import ClaimModel

/// Reads a query, LL(1) up to values, and goes on after an error at the next clause.
///
/// A file for each part of the grammar: clauses, conditions, values.
struct Parser {
  var tokens: [Token]
  var next = 0
  var faults: [Fault]
  /// How many brackets and `not`s are open; a query that nests too deep is refused before the stack is.
  var depth = 0
  /// Whether a clause was left out that later ones build on: then what they name cannot be looked up.
  var lostColumns = false

  /// The views that a query may start with.
  var definitions: Definitions

  /// The attribute of the last test, for the one who goes on with `or another value`, or `and < another`.
  var comparedLast: (attribute: String, sign: String)?

  static let deepest = 64

  /// What a text says, as far as it can be understood.
  struct Outcome {
    /// The query without the parts that are wrong; nil where it has no noun.
    var query: Query?
    var faults: [Fault]
    /// Whether a part is wrong that names the columns for what follows.
    var lostColumns: Bool
  }

  /// Reads the whole of `text`, with the views and parameters of `definitions`.
  static func parse(_ text: String, with definitions: Definitions = Definitions()) -> Outcome {
    let (tokens, faults) = Lexer.tokens(of: text)
    return parse(definitions.filled(tokens), faults, with: definitions)
  }

  /// Reads a query that has been cut into tokens.
  static func parse(_ tokens: [Token], _ faults: [Fault] = [], with definitions: Definitions) -> Outcome {
    var parser = Parser(tokens: tokens, faults: faults, definitions: definitions)
    if parser.tokens.count > 1, parser.tokens[parser.tokens.count - 2].isSymbol(";") {
      parser.tokens.remove(at: parser.tokens.count - 2)
    }
    let query = parser.readQuery(isNested: false)
    parser.refuseRest()
    return Outcome(query: query, faults: parser.faults, lostColumns: parser.lostColumns)
  }

  // MARK: Tokens

  var token: Token { tokens[next] }

  var following: Token { tokens[min(next + 1, tokens.count - 1)] }

  @discardableResult
  mutating func take() -> Token {
    let taken = token
    if taken.kind != .end { next += 1 }
    return taken
  }

  mutating func takeKeyword(_ word: String) -> Bool {
    guard token.keyword == word else { return false }
    next += 1
    return true
  }

  mutating func takeSymbol(_ symbol: String) -> Bool {
    guard token.isSymbol(symbol) else { return false }
    next += 1
    return true
  }

  mutating func report(_ reason: Fault.Reason, at range: TextRange? = nil) {
    // Where the whole is refused, what is unfinished because of that is no news.
    if faults.last?.reason == .tooDeep { return }
    faults.append(Fault(reason, at: range ?? token.range))
  }

  /// What stands at a token, for a message.
  func found(_ token: Token) -> String { token.kind == .end ? "" : token.text }

  // MARK: The query

  mutating func readQuery(isNested: Bool) -> Query? {
    let isExplained = !isNested && takeKeyword("explain")
    guard var query = readStart() else { return nil }
    query.isExplained = isExplained
    while !isAtEnd(isNested) {
      let start = next
      if let clause = readClause() { query.clauses.append(clause) }
      if next == start { skipToClause() }
      if next == start { take() }
    }
    return query
  }

  private func isAtEnd(_ isNested: Bool) -> Bool {
    token.kind == .end || token.isSymbol(";") || (isNested && token.isSymbol(")"))
  }

  /// Reads the noun, or the view, that a query starts with.
  private mutating func readStart() -> Query? {
    let first = token
    if let habit = QueryHabit.fault(Array(tokens[next...])) {
      faults.removeAll()
      report(habit)
      next = tokens.count - 1
      return nil
    }
    guard first.kind == .word, !Keywords.clauses.contains(first.keyword) else {
      report(.noNoun(found: found(first)))
      next = tokens.count - 1
      return nil
    }
    let known = faults.count
    if let query = startedQuery() { return query }
    if faults.count > known {
      next = tokens.count - 1
      return nil
    }
    take()
    if first.keyword == "language" {
      report(.languageVersion(found(token)), at: first.range.union(token.range))
      next = tokens.count - 1
      return nil
    }
    let names = Nouns.table.map(\.name) + definitions.views.map(\.name)
    report(.unknownNoun(first.text, near: Spelling.near(first.keyword, in: names)), at: first.range)
    next = tokens.count - 1
    return nil
  }

  /// Takes the noun or the name of a view that stands here; nil, with nothing taken, where there is none.
  mutating func startedQuery() -> Query? {
    let first = token
    if let pairs = readPairs() { return pairs }
    if let noun = Nouns.named(first.keyword) {
      take()
      return Query(noun: Query.Name(noun.name, first.range))
    }
    guard let view = definitions.view(named: first.text) else { return nil }
    take()
    return view.query(at: first.range)
  }

  /// Goes on to the next word that starts a clause.
  mutating func skipToClause() {
    var open = 0
    while token.kind != .end {
      if token.isSymbol("(") { open += 1 }
      if token.isSymbol(")") {
        if open == 0 { return }
        open -= 1
      }
      if token.isSymbol(";") || Keywords.clauses.contains(token.keyword) { return }
      next += 1
    }
  }

  private mutating func refuseRest() {
    guard token.kind != .end, !faults.contains(where: { $0.range.start == token.range.start }) else { return }
    report(.secondStatement)
  }
}
