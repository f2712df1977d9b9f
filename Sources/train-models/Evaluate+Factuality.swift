import ArgumentParser
import Claims
import Foundation
import Language
import Training

extension Evaluate {
  /// Prints how well factuality is read on the predicates of UDS dev, on the treebank's trees and on the parser's.
  func reportFactuality(_ analyzer: Analyzer) throws {
    let weights = try factualityWeights()
    let scale = try FactualityScale(fitting: treebanks.factuality("train"))
    for row in scale.rows where row.count > 0 {
      print("UDS train, \(row.name): \(String(format: "%.2f", row.number)), mean of \(row.count)")
    }
    var corpus = try treebanks.factuality("dev")
    report("UDS dev, gold trees", corpus, scale, weights)
    corpus.sentences = analyzer.annotate(corpus.sentences)
    report("UDS dev, predicted trees", corpus, scale, weights)
  }

  private func factualityWeights() throws -> FactualityWeights {
    guard let models else { return .shipped }
    let file = "\(models)/english.factuality"
    guard let weights = try FactualityWeights(file: Array(Data(contentsOf: URL(filePath: file)))) else {
      throw ValidationError("The file \(file) is no model.")
    }
    return weights
  }

  private func report(
    _ name: String, _ corpus: FactualityCorpus, _ scale: FactualityScale, _ weights: FactualityWeights
  ) {
    for measured in FactualityEvaluation.Measured.allCases {
      let evaluation = FactualityEvaluation(corpus, measured, scale: scale, weights: weights)
      let (all, clear) = (evaluation.signRight(), evaluation.signRight(least: 0.5))
      print(
        "\(name), \(measured.rawValue): sign right \(String(format: "%.1f", all))% of \(evaluation.count()),",
        "\(String(format: "%.1f", clear))% of the \(evaluation.count(least: 0.5)) that are 0.5 or more from 0,",
        "correlation \(String(format: "%.3f", evaluation.correlation))")
    }
  }
}
