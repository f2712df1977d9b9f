import ArgumentParser
import ClaimModel
import Foundation
import Language
import Training

/// Prints how good a model is, and how fast on one core.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Measures a model on the treebanks' dev files.")

  @OptionGroup var treebanks: Treebanks
  @Option(help: "A folder with english.lemmas and english.network; without it, those that the program carries.")
  var models: String?
  @Flag(help: "Print what is wrong, too, where a measure can tell.") var misses = false

  @ArgumentParser.Argument(help: "What to measure: trees, names, factuality or, by default, all.")
  var parts = Part.allCases

  /// What can be measured: tags, lemmas and trees, references, speakers, confidence; names; factuality.
  enum Part: String, ExpressibleByArgument, CaseIterable { case trees, names, factuality }

  private func languageModel() throws -> LanguageModel {
    guard models != nil else { return .english }
    guard let model = try LanguageModel(network: read("english.network"), lemmas: read("english.lemmas")) else {
      throw ValidationError("The files in \(models ?? "") are no models.")
    }
    return model
  }

  private func nameTagger() throws -> NameTagger {
    guard models != nil else { return .english }
    guard let tagger = try NameTagger(file: read("english.names")) else {
      throw ValidationError("The files in \(models ?? "") are no models.")
    }
    return tagger
  }

  private func read(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(filePath: models ?? "").appending(path: name)))
  }

  func run() throws {
    let analyzer = try Analyzer(model: languageModel())
    if parts.contains(.names) { try reportNames(analyzer) }
    if parts.contains(.trees) { try reportTrees(analyzer) }
    if parts.contains(.factuality) { try reportFactuality(analyzer) }
  }

  private func reportTrees(_ analyzer: Analyzer) throws {
    let ewt = try treebanks.read("ewt/dev")
    let gum = try treebanks.read("gum/dev")
    report("EWT dev, gold words", ewt.sentences, analyzer)
    report("GUM dev, gold words", gum.sentences, analyzer)
    let genres = ["news", "interview", "speech"].map { genre in
      zip(gum.sentences, gum.documents).filter { $0.1.hasPrefix("GUM_\(genre)_") }.map(\.0)
    }
    report("GUM dev, news", genres[0], analyzer)
    report("GUM dev, news + interview + speech", genres.flatMap { $0 }, analyzer)
    reportRaw("EWT dev, raw text", ewt, analyzer)
    reportRaw("GUM dev, raw text", gum, analyzer)
    try reportReferences("gum/dev", ["news", "speech"], analyzer)
    try reportReferences("gum/dev", [], analyzer)
    try reportReferences("gum/train", ["news", "speech", "interview", "bio", "voyage"], analyzer)
    try reportSpeakers(analyzer)
    try reportConfidence(analyzer)
  }

  private func report(_ name: String, _ gold: [Sentence], _ analyzer: Analyzer) {
    let evaluation = Evaluation(gold: gold, system: analyzer.annotate(gold))
    let figures = Evaluation.Measure.allCases.map { "\($0.rawValue) \(rounded(evaluation.percent($0)))" }
    print("\(name): \(figures.joined(separator: ", ")) of \(evaluation.words) words")
  }

  private func reportRaw(_ name: String, _ gold: CoNLLU.Document, _ analyzer: Analyzer) {
    let wall = ContinuousClock()
    let (start, wallStart) = (clock(), wall.now)
    let system = analyzer.sentences(of: gold.text)
    // The processor's time, all cores together: other programs may be running.
    let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let wallTime = (wall.now - wallStart) / .seconds(1)
    let evaluation = SegmentationEvaluation(gold: gold.sentences, system: system)
    let figures = [("tokens", evaluation.tokens), ("words", evaluation.words), ("sentences", evaluation.sentences)]
      .map { "\($0) F1 \(rounded($1))" }
    let words = Double(system.reduce(0) { $0 + $1.tokens.count })
    print(
      "\(name): \(figures.joined(separator: ", ")); text to trees at \(Int(words / time)) words/s a core,",
      "\(Int(words / wallTime)) with all cores")
  }

  /// How well pronouns and descriptions are linked to names, in predicted trees of gold words; no genres are all.
  private func reportReferences(_ treebank: String, _ genres: [String], _ analyzer: Analyzer) throws {
    let evaluation = try treebanks.references(treebank, genres, analyzer)
    print("\(treebank), \(genres.isEmpty ? "all genres" : genres.joined(separator: " + ")): references")
    let kinds = CoreferenceEvaluation.Kind.allCases.map { ($0.rawValue, evaluation.count(of: $0)) }
    for (name, count) in kinds + [("all", evaluation.total)] {
      let shares = "precision \(rounded(count.precision)), recall \(rounded(count.recall))"
      print("  \(name): \(count.made) made, \(count.right) right, \(count.possible) possible; \(shares)")
    }
  }

  private func reportNames(_ analyzer: Analyzer) throws {
    let tagger = try nameTagger()
    let web = try TaggedNames.read(treebanks.text("uner/dev.iob2"))
    let gum = try NameTraining(treebanks).examples("gum/dev")
    for (name, gold) in [("Universal NER, EWT dev, gold words", web), ("GUM dev, gold words", gum)] {
      let parsed = analyzer.annotate(gold.map(\.sentence))
      let known = parsed.map(NameTraining.known)
      let found = zip(parsed, known).map { tagger.names(in: $0, known: $1) }
      let evaluation = NameEvaluation(gold: gold.map(\.names), system: found)
      for kind in NameTraining.kinds {
        let (precision, recall, f1) = evaluation.figures(for: kind)
        let figures = "precision \(rounded(precision)), recall \(rounded(recall)), F1 \(rounded(f1))"
        print("\(name): \(kind?.rawValue ?? "all names"): \(figures)")
      }
      guard misses else { continue }
      for (sentence, names) in zip(gold, found) where Set(sentence.names) != Set(names) {
        print("  " + Self.words(of: sentence.sentence, marked: sentence.names))
        print("  → " + Self.words(of: sentence.sentence, marked: names))
      }
    }
  }

  /// A sentence's words, its names in brackets with the first letter of their kind.
  private static func words(of sentence: Sentence, marked names: [NameSpan]) -> String {
    sentence.tokens.enumerated().map { index, token in
      let name = names.first { $0.words.contains(index) }
      let start = name?.words.lowerBound == index ? "[\(name?.kind.rawValue.prefix(3) ?? "") " : ""
      return start + token.form + (name?.words.upperBound == index + 1 ? "]" : "")
    }.joined(separator: " ")
  }

  private func rounded(_ number: Double) -> String { String(format: "%.2f", number) }
}
