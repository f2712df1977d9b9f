import ArgumentParser
import Claims
import Foundation
import Language
import Training

extension Evaluate {
  /// Prints how well factuality is read on the predicates of UDS dev, on the treebank's trees and on the parser's.
  func reportFactuality(_ analyzer: Analyzer) throws {
    let weights = try factualityWeights()
    var corpus = try treebanks.factuality("dev")
    report("UDS dev, gold trees", corpus, weights)
    corpus.sentences = analyzer.annotate(corpus.sentences)
    report("UDS dev, predicted trees", corpus, weights)
  }

  private func factualityWeights() throws -> FactualityWeights {
    guard let models else { return .shipped }
    let file = "\(models)/english.factuality"
    guard let weights = try FactualityWeights(file: Array(Data(contentsOf: URL(filePath: file)))) else {
      throw ValidationError("The file \(file) is no model.")
    }
    return weights
  }

  private func report(_ name: String, _ corpus: FactualityCorpus, _ weights: FactualityWeights) {
    for measured in FactualityEvaluation.Measured.allCases {
      let evaluation = FactualityEvaluation(corpus, measured, weights: weights)
      let (all, clear) = (evaluation.signRight(), evaluation.signRight(least: 0.5))
      print(
        "\(name), \(measured.rawValue): sign right \(String(format: "%.1f", all))% of \(evaluation.count()),",
        "\(String(format: "%.1f", clear))% of the \(evaluation.count(least: 0.5)) that are 0.5 or more from 0,",
        "correlation \(String(format: "%.3f", evaluation.correlation))")
    }
  }
}
