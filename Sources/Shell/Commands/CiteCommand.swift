import ClaimModel
import Hearsay
import Output
import Query
import Store

extension Command {
  /// `cite CLAIM`, `cite row N`
  static let cite = Command(
    name: "cite", arguments: "CLAIM | row N", summary: "shows the words of the article behind a claim",
    explanation: """
      CLAIM is a claim's id, of which four digits are enough where they fit no other; `row N` is a row of the last
      answer, with all claims that it rests on. Shows the sentence with the claim's own words marked between its
      neighbours, the chain of attribution from the article inwards, and the bytes of the file.
      """
  ) { session, invocation throws(SessionFailure) in
    let (texts, claims) = try session.unlessDamaged { () throws(SessionFailure) in
      let claims = try session.claims(meantBy: invocation)
      let texts = claims.prefix(session.mostCitations).compactMap { session.corpus.citation(of: $0) }.map {
        CitationText.text(of: $0, style: session.style, width: session.width)
      }
      return (texts, claims)
    }
    session.write(texts.joined(separator: "\n"))
    if texts.count < claims.count {
      session.tell("\(texts.count) of \(claims.count) claims; `set limit \(claims.count)` shows all")
    }
  }
}

extension Session {
  /// Most claims that a row is cited with where nobody says otherwise.
  fileprivate var mostCitations: Int {
    switch settings.limit {
    case .auto: 10
    case .off: Int.max
    case .count(let count): count
    }
  }

  /// The claims that `cite` is asked for.
  fileprivate func claims(meantBy invocation: Invocation) throws(SessionFailure) -> [ClaimID] {
    let words = invocation.words
    guard let first = words.first else { throw invocation.missingArgument }
    if words.count == 2, first.lowercased() == "row", let row = Int(words[1]) {
      return try claims(ofRow: row, invocation)
    }
    guard words.count == 1 else {
      let problem = ShellProblem.badArgument(command: "cite", argument: words[1], usage: invocation.command.usage)
      throw invocation.failure(problem, at: words[1])
    }
    // An id has four digits at least, so a shorter number is a row.
    if first.count < 4, let row = Int(first) { return try claims(ofRow: row, invocation) }
    let prefix = first.lowercased()
    let found = prefix.count >= 4 ? knowledgeBase.claims(withPrefix: prefix) : []
    switch found.count {
    case 0: throw invocation.failure(.unknownClaim(prefix: first), at: first)
    case 1: return found
    default: throw invocation.failure(.ambiguousClaim(prefix: first, count: found.count), at: first)
    }
  }
}
