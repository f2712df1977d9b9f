import ArgumentParser
import Foundation
import Language
import Training

/// Trains and measures the models of Hearsay; a tool for those who develop it.
@main
struct TrainModels: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train-models", abstract: "Trains the models of Hearsay on treebanks and measures them.",
    subcommands: [Train.self, Evaluate.self])
}

/// Where the treebanks are.
struct Treebanks: ParsableArguments {
  @Option(help: "The folder with the treebanks: ewt and gum, each with train.conllu and dev.conllu.")
  var data = "../shared/data"
  @Option(help: "The file with judged statements, for confidence.")
  var judgedStatements = "Sources/Training/judged-statements.tsv"
  @Option(help: "The file with names marked in EWT train.")
  var markedNames = "Sources/Training/web-names.tsv"

  /// The treebank at `path` of the folder, without its ending.
  func read(_ path: String) throws -> CoNLLU.Document {
    try CoNLLU.document(text("\(path).conllu"))
  }

  /// The text of the file at `path` of the folder.
  func text(_ path: String) throws -> String {
    let file = "\(data)/\(path)"
    guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
      throw ValidationError("The file \(file) cannot be read.")
    }
    return text
  }

  /// The predicates of a split of EWT with their factuality: `uds/dev.tsv`.
  func factuality(_ split: String) throws -> FactualityCorpus {
    try FactualityCorpus(table: text("uds/\(split).tsv"), treebank: read("ewt/\(split)"))
  }

  /// What is read in CaRB's sentences, and whether it is right.
  func confidence(_ analyzer: Analyzer) throws -> ConfidenceCorpus {
    let judgements = try String(contentsOfFile: judgedStatements, encoding: .utf8)
    return try ConfidenceCorpus(gold: text("carb/dev.tsv"), judgements: judgements, analyzer: analyzer)
  }

  /// How well pronouns and descriptions are linked to names, in predicted trees of gold words; no genres are all.
  func references(_ treebank: String, _ genres: [String], _ analyzer: Analyzer) throws -> CoreferenceEvaluation {
    let text = try text("\(treebank).conllu")
    let gold = try CoNLLU.document(text)
    return CoreferenceEvaluation(
      gold, annotations: EntityAnnotations(parsing: text), system: analyzer.annotate(gold.sentences)
    ) { document in genres.isEmpty || genres.contains { document.hasPrefix("GUM_\($0)_") } }
  }
}
