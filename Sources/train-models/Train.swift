import ArgumentParser
import Foundation
import Language
import Training

/// Writes the model files that the program carries.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Trains on the treebanks' train files and writes the models, the same bytes each time.")

  /// What can be trained: the lemma rules (english.lemmas; seconds), the network (english.network; long), the name
  /// tagger (english.names; a minute), the weights of factuality (english.factuality; seconds), the factors of confidence
  /// (confidence.txt; seconds).
  enum Part: String, ExpressibleByArgument, CaseIterable { case lemmas, network, names, factuality, confidence }

  @OptionGroup var treebanks: Treebanks
  @Option(help: "The folder to write to.") var output = "Sources/CEmbedded/Data"
  @Option(help: "The file with the forms of verbs.") var verbForms = "Sources/Training/verb-forms.txt"
  @Argument(help: "What to train: lemmas, network, names, factuality, confidence or, by default, all.")
  var parts = Part.allCases

  func run() throws {
    let sentences = try treebanks.read("ewt/train").sentences + treebanks.read("gum/train").sentences
    let clock = ContinuousClock()
    let start = clock.now
    let log = { (message: String) in
      let seconds = Int((clock.now - start) / .seconds(1))
      FileHandle.standardError.write(Data("\(seconds) s: \(message)\n".utf8))
    }
    if parts.contains(.lemmas) {
      let forms = try VerbForms(parsing: String(contentsOfFile: verbForms, encoding: .utf8))
      try write(LemmaTrainer(sentences, verbForms: forms).file, "english.lemmas")
    }
    if parts.contains(.network) {
      var trainer = NetworkTrainer(sentences)
      trainer.train { epoch, loss in log("network: epoch \(epoch), loss \(String(format: "%.3f", loss)) a word") }
      try write(trainer.file, "english.network")
    }
    if parts.contains(.names) {
      let file = try NameTraining(treebanks).file { log("names: \($0)") }
      try write(file, "english.names")
    }
    if parts.contains(.factuality) {
      try write(FactualityTrainer(treebanks.factuality("train")).file(), "english.factuality")
    }
    if parts.contains(.confidence) {
      // As the program reads texts, with the models that it carries.
      let analyzer = Analyzer()
      let links = try treebanks.references("gum/dev", [], analyzer).total.precision / 100
      try write(Array(ConfidenceTrainer(treebanks.confidence(analyzer), links: links).file().utf8), "confidence.txt")
    }
  }

  private func write(_ model: [UInt8], _ name: String) throws {
    try Data(model).write(to: URL(filePath: "\(output)/\(name)"))
    print("\(output)/\(name): \(model.count) bytes")
  }
}
