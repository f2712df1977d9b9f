import ArgumentParser
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

  private func languageModel() throws -> LanguageModel {
    guard let models else { return .english }
    func read(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(filePath: "\(models)/\(name)"))) }
    guard let model = try LanguageModel(network: read("english.network"), lemmas: read("english.lemmas")) else {
      throw ValidationError("The files in \(models) are no models.")
    }
    return model
  }

  func run() throws {
    let analyzer = try Analyzer(model: languageModel())
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
    try reportSpeakers(analyzer)
  }

  private func report(_ name: String, _ gold: [Sentence], _ analyzer: Analyzer) {
    let evaluation = Evaluation(gold: gold, system: analyzer.annotate(gold))
    let figures = Evaluation.Measure.allCases.map { "\($0.rawValue) \(rounded(evaluation.percent($0)))" }
    print("\(name): \(figures.joined(separator: ", ")) of \(evaluation.words) words")
  }

  private func reportRaw(_ name: String, _ gold: CoNLLU.Document, _ analyzer: Analyzer) {
    // Time of the processor, not of the clock: other programs may be running.
    let start = clock()
    let system = analyzer.sentences(of: gold.text)
    let time = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let evaluation = SegmentationEvaluation(gold: gold.sentences, system: system)
    let figures = [("tokens", evaluation.tokens), ("words", evaluation.words), ("sentences", evaluation.sentences)]
      .map { "\($0) F1 \(rounded($1))" }
    let speed = Double(system.reduce(0) { $0 + $1.tokens.count }) / time
    print("\(name): \(figures.joined(separator: ", ")); text to trees at \(Int(speed)) words/s")
  }

  private func rounded(_ number: Double) -> String { String(format: "%.2f", number) }
}
