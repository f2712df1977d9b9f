/// Tells queries of other languages, and questions put to a person, and turns them into the query that is meant, for the
/// message that says so.
enum QueryHabit {
  /// What is wrong with a query that starts as one of another language; nil where it starts as one of this.
  static func fault(_ tokens: [Token]) -> Fault.Reason? {
    guard let first = tokens.first, first.kind == .word else { return nil }
    let braces = tokens.firstIndex { $0.isSymbol("{") }
    switch first.keyword {
    case "prefix", "construct", "ask":
      return .foreignQuery(first.text, rewritten: braces.flatMap { patterns(tokens[$0...]) })
    case "select":
      return .foreignQuery(first.text, rewritten: braces.map { patterns(tokens[$0...]) } ?? selectFrom(tokens))
    case "from":
      let noun = tokens.count > 1 ? Nouns.named(tokens[1].keyword) : nil
      return .foreignQuery(first.text, rewritten: noun.map { "\($0.name) \(inOwnWords(tokens[2...]))" })
    case "match" where tokens.count > 1 && tokens[1].isSymbol("("), "with", "insert", "update", "delete":
      return .foreignQuery(first.text, rewritten: nil)
    case "show": return question(tokens).map { .foreignQuery(first.text, rewritten: $0) }
    case _ where starters.contains(first.keyword): return .foreignQuery(first.text, rewritten: question(tokens))
    default: return nil
    }
  }

  // MARK: SQL

  /// `select … from NOUN …`; nil where there is no noun after `from`.
  private static func selectFrom(_ tokens: [Token]) -> String? {
    guard let from = tokens.firstIndex(where: { $0.keyword == "from" }), from + 1 < tokens.count else { return nil }
    let noun = Nouns.named(tokens[from + 1].keyword) ?? Nouns.claims
    let columns = written(tokens[1..<from].filter { $0.keyword != "distinct" })
    let isDistinct = tokens[1..<from].contains { $0.keyword == "distinct" }
    let rest = inOwnWords(tokens[(from + 2)...])
    let isAll = columns == "*" || columns.isEmpty
    let columnsClause = isAll ? "" : isDistinct ? " group by \(columns)" : " show \(columns)"
    return noun.name + (rest.isEmpty ? "" : " " + rest) + columnsClause
  }

  /// Clauses with the operators and clause words of this language; a `having` comes after the grouping as it is.
  private static func inOwnWords(_ tokens: ArraySlice<Token>) -> String {
    written(
      tokens.filter { $0.kind != .end && $0.text != ";" && $0.text != "|" }.map { token in
        own[token.kind == .word ? token.keyword : token.text].map { Token(token.kind, $0, token.range) } ?? token
      })
  }

  private static let own = ["having": "where", "offset": "skip", "<>": "!=", "&&": "and", "||": "or"]

  /// Words that are written small here.
  private static let small = Set(
    (ClauseWords.table + OperatorWords.table + AggregateWords.table).flatMap(\.parts) + [
      "by", "desc", "asc", "distinct",
    ])

  private static func written(_ tokens: some Collection<Token>) -> String {
    var text = ""
    for token in tokens {
      let isTight = text.isEmpty || [",", ")", "("].contains(token.text) || text.hasSuffix("(")
      let word = small.contains(token.keyword) ? token.keyword : token.text
      text += (isTight ? "" : " ") + (token.kind == .quoted ? QueryPrinter.quoted(token.text) : word)
    }
    return text.replacing("count(*)", with: "count")
  }

  // MARK: SPARQL

  /// The claims that `{ ?claim :subject :ISKP . ?a :kill ?b }` asks for; nil where nothing in it is said of them.
  private static func patterns(_ tokens: ArraySlice<Token>) -> String? {
    let words = tokens.prefix { !$0.isSymbol("}") }.filter { $0.kind == .word || $0.kind == .quoted }
    let terms = words.map { term($0) }.filter { !$0.isEmpty }
    var conditions: [String] = []
    for start in stride(from: 0, to: max(0, terms.count - 2), by: 3) {
      let (subject, predicate, object) = (terms[start], terms[start + 1], terms[start + 2])
      let attribute = Nouns.claims.attribute(named: predicate)?.name
      if let attribute {
        if !isVariable(object) { conditions.append("\(attribute) = \(QueryPrinter.value(object))") }
        continue
      }
      if !isVariable(subject) { conditions.append("subject = \(QueryPrinter.value(subject))") }
      if !isVariable(predicate) { conditions.append("relation = \(QueryPrinter.value(predicate))") }
      if !isVariable(object) { conditions.append("object = \(QueryPrinter.value(object))") }
    }
    return conditions.isEmpty ? nil : "claims where " + conditions.joined(separator: " and ")
  }

  /// A term without its prefix or address, and without the full stop that ends a pattern.
  private static func term(_ token: Token) -> String {
    guard token.kind == .word else { return token.text }
    let name = token.text.split(whereSeparator: { $0 == ":" || $0 == "/" || $0 == "#" }).last ?? ""
    return String(name.hasSuffix(".") ? name.dropLast() : name)
  }

  private static func isVariable(_ term: String) -> Bool { term.hasPrefix("?") || term.hasPrefix("$") }

  // MARK: Questions

  /// What people start a question with.
  static let starters: Set<String> = [
    "list", "get", "find", "give", "display", "print", "return", "fetch", "search", "count", "how", "all", "every",
    "what", "which", "who", "whom", "tell",
  ]

  /// The query that a question means, where it names a noun among its first words.
  private static func question(_ tokens: [Token]) -> String? {
    if ["who", "whom"].contains(tokens[0].keyword),
      let about = tokens.firstIndex(where: { ["about", "of", "on"].contains($0.keyword) })
    {
      return "claims where about = \(inOwnWords(unasked(tokens[(about + 1)...])[...])) group by speaker"
    }
    guard let place = tokens.prefix(6).firstIndex(where: { isAskedFor($0) }), place > 0,
      let noun = Nouns.named(tokens[place].keyword)
    else { return nil }
    if tokens[place - 1].isSymbol("(") { return "\(noun.name) show count" }
    let isCount = tokens[..<place].contains { ["count", "many"].contains($0.keyword) }
    var rest = Array(
      unasked(tokens[(place + 1)...]).drop { ["are", "is", "there", "do", "does"].contains($0.keyword) })
    if let first = rest.first, let own = starts(first, rest.dropFirst().first) {
      rest.removeFirst()
      return noun.name + " \(own) " + inOwnWords(rest[...]) + (isCount && own != "group by" ? " show count" : "")
    }
    let clauses = inOwnWords(rest[...])
    return noun.name + (clauses.isEmpty ? "" : " " + clauses) + (isCount ? " show count" : "")
  }

  /// Words without the question mark at their end.
  private static func unasked(_ tokens: ArraySlice<Token>) -> [Token] {
    tokens.map { token in
      guard token.kind == .word, token.text.hasSuffix("?"), token.text.count > 1 else { return token }
      return Token(.word, String(token.text.dropLast()), token.range)
    }
  }

  /// Whether a word is a noun and no attribute.
  private static func isAskedFor(_ token: Token) -> Bool {
    Nouns.named(token.keyword).map { $0.name == token.keyword || $0.name == "claims" } ?? false
  }

  /// The clause that a preposition stands for.
  private static func starts(_ word: Token, _ next: Token?) -> String? {
    switch word.keyword {
    case "about", "of", "on": "where about ="
    case "in": "where location ="
    case "from": "where source ="
    case "with", "whose", "that": "where"
    case "per": "group by"
    case "by": next.flatMap { Nouns.claims.attribute(named: $0.keyword) } != nil ? "group by" : "where speaker ="
    default: nil
    }
  }
}
