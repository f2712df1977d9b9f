import ClaimModel
import Output
import Query

extension Command {
  /// `schema QUERY`, `schema --json QUERY`
  static let schema = Command(
    name: "schema", arguments: "QUERY", summary: "shows the columns of a query's answer without running it",
    explanation: """
      Each column with its type and meaning, in the order of the answer: what scripts may rely on. `schema --json QUERY`
      writes the JSON Schema of the answer as `as json` gives it. Names of people and places are not looked up.
      """,
    completion: .query
  ) { session, invocation throws(SessionFailure) in
    let flag = "--json"
    let words = invocation.text
    let isJSON = words.hasPrefix(flag)
    guard words.count > (isJSON ? flag.count : 0) else { throw invocation.missingArgument }
    // The query stands where it stood, so that what is wrong with it is told of its place.
    let start = invocation.source.text.firstRange(of: words)?.lowerBound ?? invocation.source.text.startIndex
    let query = isJSON ? invocation.source.text.index(start, offsetBy: flag.count) : start
    let blanks = invocation.source.text[..<query].map { $0.isNewline ? String($0) : " " }.joined()
    var source = invocation.source
    source.text = blanks + source.text[query...]
    try session.showSchema(of: source, isJSON: isJSON)
  }
}

extension Session {
  /// Shows the columns of a query's answer, or the JSON Schema of it.
  func showSchema(of source: QuerySource, isJSON: Bool) throws(SessionFailure) {
    let engine = QueryEngine(
      knowledgeBase, mode: .prompt, definitions: definitions, today: settings.today ?? Day(number: 0),
      timesSteps: settings.timer)
    do throws(QueryFailure) {
      let shape = try engine.shape(of: source)
      let title = source.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if isJSON { write(ResultSchema.text(of: shape, title: title)) } else { show(shape.table) }
    } catch {
      throw SessionFailure(error.diagnostics)
    }
  }
}
