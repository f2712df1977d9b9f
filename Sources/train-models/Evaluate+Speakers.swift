import Foundation
import Language
import Training

extension Evaluate {
  /// Prints how often the speaker of reported speech is right.
  func reportSpeakers(_ analyzer: Analyzer) throws {
    let gold = try treebanks.text("carb/said-type.tsv")
    let sentences = try treebanks.text("carb/said-type-sentences.txt")
    let result = SpeakerEvaluation(gold: gold, sentences: sentences, analyzer: analyzer)
    let share = { (count: Int) in String(format: "%.1f", 100 * Double(count) / Double(max(1, result.tuples))) }
    print(
      "CaRB said-type, speakers: \(share(result.right)) of \(result.tuples) tuples with a context",
      "(\(share(result.rightAmongAll)) where claims without a speaker may match)")
    guard misses else { return }
    for miss in result.misses { print("  \(miss.context) — not: \(miss.speaker ?? "nobody")\n    \(miss.sentence)") }
  }
}
