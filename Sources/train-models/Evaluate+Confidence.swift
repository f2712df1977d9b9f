import Claims
import Foundation
import Language
import Training

extension Evaluate {
  /// Prints how far confidence can be relied on, each half of CaRB's sentences measured with what the other half taught.
  func reportConfidence(_ analyzer: Analyzer) throws {
    let corpus = try treebanks.confidence(analyzer)
    for view in ConfidenceWeights.View.allCases {
      let evaluation = ConfidenceEvaluation(corpus, view)
      let error = String(format: "%.3f", evaluation.expectedCalibrationError)
      print("CaRB dev, confidence of \(view.rawValue): expected calibration error \(error)")
      for (tenth, bin) in evaluation.bins.enumerated() where bin.count > 0 {
        let figures = "mean \(String(format: "%.2f", bin.mean)), right \(String(format: "%.2f", bin.share))"
        print("  from 0.\(tenth): \(bin.count) statements, \(figures)")
      }
    }
    print("  not judged: \(corpus.unjudged.count) statements")
    guard misses else { return }
    for statement in corpus.unjudged { print("    \(statement)") }
  }
}
