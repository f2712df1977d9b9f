/// Turns `select … from …` into the query that is meant, for the message that says so.
enum SQLHabit {
  /// The query, where the text has a noun after `from`; nil where it has none.
  static func rewritten(_ tokens: [Token]) -> String? {
    guard let from = tokens.firstIndex(where: { $0.keyword == "from" }), from + 1 < tokens.count,
      let noun = Nouns.named(tokens[from + 1].keyword)
    else { return nil }
    let columns = written(tokens[1..<from].filter { $0.keyword != "distinct" })
    let rest = written(tokens[(from + 2)...].filter { $0.kind != .end && $0.text != ";" })
    let show = columns == "*" || columns.isEmpty ? "" : " show \(columns)"
    return noun.name + (rest.isEmpty ? "" : " " + rest) + show
  }

  private static func written(_ tokens: some Collection<Token>) -> String {
    var text = ""
    for token in tokens {
      let isTight = text.isEmpty || [",", ")", "("].contains(token.text) || text.hasSuffix("(")
      text += (isTight ? "" : " ") + (token.kind == .quoted ? QueryPrinter.quoted(token.text) : token.text)
    }
    return text.replacing("count(*)", with: "count")
  }
}
