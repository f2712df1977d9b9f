import Foundation
import Hearsay

/// `time-queries load FOLDER` reads the claims of a folder and saves them beside; `time-queries ask FOLDER REPETITIONS
/// [QUERY …]` answers queries over what was saved, all of them or those that are named.
///
/// Both write what they measured into `FOLDER/hearsay-load.tsv` and `FOLDER/hearsay-ask.tsv`; answers go to
/// `FOLDER/answers/hearsay`. With a name, `ask` writes nothing: so instructions can be counted from outside.
@main enum Main {
  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "load" where arguments.count == 2:
      try await load(Folder(arguments[1]))
    case "ask" where arguments.count >= 3:
      guard let repetitions = Int(arguments[2]), repetitions > 0 else { usage() }
      try await ask(Folder(arguments[1]), repetitions: repetitions, named: Array(arguments[3...]))
    default:
      usage()
    }
  }

  private static func usage() -> Never {
    FileHandle.standardError.write(Data("usage: time-queries load FOLDER | ask FOLDER REPETITIONS [QUERY …]\n".utf8))
    exit(2)
  }

  private static func load(_ folder: Folder) async throws {
    var corpus = Corpus()
    var figures: [(String, Double)] = []
    figures.append(("load", try await milliseconds { try corpus.importClaims(from: [folder.claims], isStrict: true) }))
    figures.append(("memory", try Folder.peakMemory()))
    figures.append(("save", try await milliseconds { try corpus.save(to: folder.saved) }))
    figures.append(("bytes a claim at rest", Double(folder.savedSize()) / Double(corpus.claimCount)))
    try folder.write(figures, to: "hearsay-load.tsv")
  }

  private static func ask(_ folder: Folder, repetitions: Int, named names: [String]) async throws {
    var figures: [(String, Double)] = []
    var corpus = Corpus()
    var claim = ""
    figures.append(("open", try await milliseconds { corpus = try Corpus(opening: folder.saved) }))
    let asked = try await milliseconds { claim = try await corpus.answer("claims show id limit 1")[0][0].text ?? "" }
    figures.append(("first answer", asked))
    let queries = try folder.queries(claim: claim).filter { names.isEmpty || names.contains($0.name) }
    for query in queries {
      let opened = corpus
      var answer = try await opened.answer(query.text)
      var times: [Double] = []
      for _ in 0..<repetitions {
        times.append(try await milliseconds { answer = try await opened.answer(query.text) })
      }
      figures.append((query.name, times.sorted()[times.count / 2]))
      if names.isEmpty { try folder.write(answer, of: query.name) }
    }
    if names.isEmpty { try folder.write(figures, to: "hearsay-ask.tsv") }
  }

  /// How long something takes.
  private static func milliseconds(_ body: () async throws -> Void) async rethrows -> Double {
    let time = try await ContinuousClock().measure(body).components
    return Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15
  }
}
