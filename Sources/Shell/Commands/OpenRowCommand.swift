import ClaimModel
import FoundationEssentials
import Query

extension Session {
  /// Carries out `open row N`, for which `open N` will do, and `open row N column C`; false where the words are neither, but
  /// a path.
  func openRow(_ invocation: Invocation) throws(SessionFailure) -> Bool {
    var words = invocation.words
    if words.count == 1, Int(words[0]) != nil, !FileManager.default.fileExists(atPath: words[0]) {
      words.insert("row", at: 0)
    }
    guard words.first?.lowercased() == "row" else { return false }
    guard words.count > 1 else { throw invocation.missingArgument }
    guard let row = Int(words[1]) else { return false }
    let claims = try claims(ofRow: row, invocation)
    guard words.count > 2 else {
      try answerAgain(Self.query(for: claims, and: nil))
      return true
    }
    guard words.count > 3, words[2].lowercased() == "column" else {
      let problem = ShellProblem.badArgument(command: "open", argument: words[2], usage: invocation.command.usage)
      throw invocation.failure(problem, at: words[2])
    }
    let column = words[3...].joined(separator: " ")
    try answerAgain(Self.query(for: claims, and: condition(ofColumn: column, invocation)))
    return true
  }

  /// The claims behind a row of the last answer.
  func claims(ofRow row: Int, _ invocation: Invocation) throws(SessionFailure) -> [ClaimID] {
    guard let answer = lastAnswer else { throw invocation.failure(.noAnswerYet) }
    guard answer.rows.indices.contains(row - 1) else {
      throw invocation.failure(.noSuchRow(row: row, rows: answer.rows.count), at: String(row))
    }
    let claims = answer.provenance[row - 1]
    guard !claims.isEmpty else { throw invocation.failure(.rowWithoutClaims(row: row), at: String(row)) }
    return claims
  }

  /// What the claims behind a cell of a cross table have in common beside their row; nil for a column of another kind,
  /// whose cells rest on all claims of their row.
  private func condition(ofColumn name: String, _ invocation: Invocation) throws(SessionFailure) -> String? {
    let columns = lastAnswer?.columns ?? []
    let place = columns.firstIndex { $0.name.lowercased() == name.lowercased() } ?? Int(name).map { $0 - 1 }
    guard let place, columns.indices.contains(place) else {
      throw invocation.failure(.noSuchColumn(name: name, columns: columns.map(\.name)), at: name)
    }
    guard let query = lastQuery, let shape = try? engine.shape(of: query), let across = shape.across,
      place >= shape.columns.count
    else { return nil }
    let value = columns[place].name
    // Two claims stand behind a row of pairs, and what is told apart may be of either.
    guard !across.contains(".") else { throw invocation.failure(.columnOfPairs(name: value), at: name) }
    return value == Self.missing ? "\(across) is missing" : "\(across) == \(Self.quoted(value))"
  }

  /// What a cross table calls the column of what has no value.
  private static let missing = "(missing)"

  private static func query(for claims: [ClaimID], and condition: String?) -> String {
    let ids = claims.map { quoted("\($0)") }.joined(separator: ", ")
    return "claims where id in (\(ids))" + (condition.map { " and " + $0 } ?? "")
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
