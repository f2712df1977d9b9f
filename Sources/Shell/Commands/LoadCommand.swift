import Query
import Store

extension Command {
  /// `load PATH …`
  static let load = Command(
    name: "load", arguments: "PATH …", summary: "reads articles and the claims in them",
    explanation: """
      A path is a file (text, Markdown, HTML, JSON Lines), a folder, or a quoted glob. What is known already stays, and an
      article that has been read is not read again, unless its file has changed: then it takes the place of what it was, with
      all its claims. So does an article with the address (`url`) of one that is known. A file that cannot be read is
      reported, and the rest still loads.
      Files of claims are imported after the articles (`help import`): `*.claims.jsonl`, and what is named and ends in
      `.csv`, `.nt` or `.ttl` or has lines of claims.
      """,
    completion: .files, reach: .readsFiles
  ) { session, invocation throws(SessionFailure) in
    let paths = invocation.words
    guard !paths.isEmpty else { throw invocation.missingArgument }
    if let saved = paths.first(where: { $0.hasSuffix(".hearsay") }) {
      throw invocation.failure(.badArgument(command: "load", argument: saved, usage: "open \(saved)"), at: saved)
    }
    let place = invocation.source.place(of: "load")
    let added = try session.load(session.readable(paths, for: invocation), askedForAt: place)
    // A script says nothing of what goes well.
    guard session.audience == .person else { return }
    session.tell("read \(added.articles.counted("new article")), \(added.claims.counted("claim"))")
  }
}

extension Int {
  /// `1 claim`, `12 claims`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
