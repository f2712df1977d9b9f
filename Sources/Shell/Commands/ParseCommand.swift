import ClaimModel
import Hearsay
import Language
import Query

extension Command {
  /// `parse FILE`
  static let parse = Command(
    name: "parse", arguments: "FILE", summary: "shows the sentences of a text as trees (CoNLL-U)",
    explanation: """
      The text is taken as it stands. `--tokens` takes a sentence a line with spaces between its tokens, `--conllu` the
      tokens of a CoNLL-U file, of which nothing else is read.
      """,
    completion: .files, reach: .readsFiles
  ) { session, invocation throws(SessionFailure) in
    var input = ParseSource.text
    var files: [String] = []
    for word in invocation.words {
      switch word {
      case "--tokens": input = .tokens
      case "--conllu": input = .conllu
      default: files.append(word)
      }
    }
    guard let file = files.first else { throw invocation.missingArgument }
    try session.parse(file: session.readable(file, for: invocation), as: input)
  }
}

extension Session {
  /// Writes the trees of a file's sentences; `-` is standard input.
  func parse(file: String, as input: ParseSource) throws(SessionFailure) {
    let text = try TextFile.read(file)
    do throws(Diagnostic) {
      let parsed = try Analyzer().sentences(of: text, as: input)
      if let notice = CutSentences.notice(of: parsed.sentences, file: file) { report([notice]) }
      write(CoNLLU.text(of: parsed.sentences, in: parsed.text))
    } catch {
      var diagnostic = error
      diagnostic.place?.file = file
      throw SessionFailure([diagnostic], status: .couldNotRun)
    }
  }
}
