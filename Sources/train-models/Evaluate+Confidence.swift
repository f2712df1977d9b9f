import Foundation
import Language
import Training

extension Evaluate {
  /// Prints how far confidence can be relied on, each half of CaRB's sentences measured with what the other half taught.
  func reportConfidence(_ analyzer: Analyzer) throws {
    let corpus = try treebanks.confidence(analyzer)
    for (name, half) in [("first half", 0), ("second half", 1), ("both", nil)] {
      let evaluation = ConfidenceEvaluation(corpus, half: half)
      print(
        "CaRB dev, confidence, \(name): expected calibration error",
        "\(String(format: "%.3f", evaluation.expectedCalibrationError)), Brier \(String(format: "%.3f", evaluation.brier))")
      for (tenth, bin) in evaluation.bins.enumerated() where bin.count > 0 {
        let figures = "mean \(String(format: "%.2f", bin.mean)), right \(String(format: "%.2f", bin.share))"
        print("  0.\(tenth)–: \(bin.count) statements, \(figures)")
      }
    }
    print("  not judged: \(corpus.unjudged.count) statements")
    guard misses else { return }
    for statement in corpus.unjudged { print("    \(statement)") }
  }
}
