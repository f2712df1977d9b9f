import ClaimModel

/// What a query expects after some of its tokens.
struct QueryContext {
  /// Something that may stand there.
  enum Expected: Equatable {
    case nouns
    case words([QueryWord])
    case formats
    /// The attributes of the rows that the query in `prefix` gives.
    case attributes(prefix: String, withAggregates: Bool)
    /// The values of one of them; what has been typed of the value starts at a byte.
    case values(prefix: String, attribute: String, start: Int)
  }

  /// What may stand there, the likeliest first.
  private(set) var expected: [Expected] = []

  private let text: String
  /// The text before the clause.
  private let prefix: String
  /// The clause's tokens after its keyword.
  let inner: ArraySlice<Token>

  init(_ tokens: [Token], _ text: String) {
    self.text = text
    let place = tokens.indices.last { place in
      // After an operator or a comma stands a value, such as `group` in `kind = group`.
      let isValue = place > 0 && tokens[place - 1].kind == .symbol && !["|", ")"].contains(tokens[place - 1].text)
      return Keywords.clauses.contains(tokens[place].keyword) && !isValue
    }
    guard let place else {
      prefix = ""
      inner = []
      let words = tokens.filter { $0.keyword != "explain" }
      expected = words.isEmpty ? [.nouns] + (tokens.isEmpty ? [.words(Self.opening)] : []) : [.words(Self.clauses)]
      return
    }
    // What counts are spread over is an attribute of the rows before they are grouped.
    let isSpread = tokens[place].keyword == "across"
    let start = isSpread ? tokens[..<place].last { $0.keyword == "group" } ?? tokens[place] : tokens[place]
    prefix = text[.init(0, start.range.start)]
    inner = tokens[(place + 1)...]
    expected = expected(in: tokens[place].keyword)
  }

  private static let opening = StatementWords.table.filter { $0.name != "language" }
  static let clauses = ClauseWords.table.filter { $0.name != "across" }
  private static let by = [QueryWord(.clause, "by", "what to group or sort by")]
  private static let seed = [QueryWord(.clause, "seed", "another draw: sample 10 seed 2")]
  private static let descending = [QueryWord(.clause, "desc", "the greatest first")]
  private static let connectives = OperatorWords.connectives
  private static let negation = [OperatorWords.negation]
  private static let comparisons = OperatorWords.comparisons

  private func expected(in keyword: String) -> [Expected] {
    let attributes = Expected.attributes(prefix: prefix, withAggregates: keyword != "group" && keyword != "across")
    let isOpen = inner.isEmpty || inner.last?.isSymbol(",") == true
    switch keyword {
    case "where": return expectedInCondition
    case "group", "sort", "order":
      guard inner.first?.keyword == "by" else { return [.words(Self.by)] }
      if inner.count == 1 || isOpen { return [attributes] }
      let extra = keyword == "group" ? ClauseWords.table.filter { $0.name == "across" } : Self.descending
      return [.words(extra + Self.clauses)]
    case "show", "across": return isOpen ? [attributes] : [.words(Self.clauses)]
    case "sample" where inner.last?.keyword == "seed": return []
    case "sample" where inner.count == 1: return [.words(Self.seed + Self.clauses)]
    case "limit", "skip", "sample": return inner.isEmpty || isOpen ? [] : [.words(Self.clauses)]
    case "union", "except", "intersect":
      let isNounNext = inner.isEmpty || inner.last?.isSymbol("(") == true
      return isNounNext ? [.nouns] : [.words(Self.clauses)]
    case "match": return expectedInPattern
    // After `as` stands a format, or in `show` a name.
    default: return inner.isEmpty ? [.formats] : [.words(Self.clauses)]
    }
  }

  // MARK: Conditions

  private var expectedInCondition: [Expected] {
    let test = lastTest
    let attributes = Expected.attributes(prefix: prefix, withAggregates: prefix.contains("group"))
    guard let attribute = test.first else { return [attributes, .words(Self.negation)] }
    let after = test.dropFirst()
    guard let sign = after.first else { return [.words(Self.comparisons)] }
    if sign.keyword == "is" {
      return after.count > 1 ? [.words(Self.connectives + Self.clauses)] : []
    }
    if let pattern = after.firstIndex(where: { $0.keyword == Comparison.matches.rawValue }) {
      return pattern == after.indices.last ? [] : [.words(Self.connectives + Self.clauses)]
    }
    let signs = after.prefix { isSign($0) }
    let values = after.dropFirst(signs.count)
    if signs.isEmpty { return [.words(Self.comparisons)] }
    if values.last?.isSymbol(")") == true || values.last?.kind == .quoted {
      return [.words(Self.connectives + Self.clauses)]
    }
    // A value in words may go on, or be complete.
    let begun = values.reversed().prefix { $0.kind == .word && !Keywords.endsValue($0.keyword) }
    let start = begun.last?.range.start ?? Int.max
    let name = attribute.kind == .quoted ? attribute.text : attribute.keyword
    let value = Expected.values(prefix: prefix, attribute: name, start: start)
    return begun.isEmpty ? [value] : [value, .words(Self.connectives + Self.clauses)]
  }

  private func isSign(_ token: Token) -> Bool {
    if token.kind == .symbol {
      return Comparison(rawValue: token.text) != nil || token.text == "!=" || token.text == "("
    }
    return OperatorWords.comparisonWords.contains(token.keyword)
  }

  /// The tokens of the test that is being written.
  private var lastTest: ArraySlice<Token> {
    var start = inner.startIndex
    var isBetween = false
    for place in inner.indices {
      let token = inner[place]
      if token.keyword == "between" { isBetween = true }
      let opens = token.isSymbol("(") && (place == start || isOpening(inner[inner.index(before: place)]))
      if token.keyword == "or" || opens || (token.keyword == "and" && !isBetween)
        || (token.keyword == "not" && place == start)
      {
        start = place + 1
      }
      if token.keyword == "and" { isBetween = false }
    }
    return inner[start...]
  }

  /// Whether a bracket after a token holds conditions, not values.
  private func isOpening(_ token: Token) -> Bool {
    token.isSymbol("(") || ["and", "or", "not"].contains(token.keyword)
  }
}
