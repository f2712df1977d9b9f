import Claims
import Language
import Testing

@testable import Training

/// Statements with judgements, the factors learned from them, and how far those can be relied on.
@Suite struct ConfidenceTrainingTests {
  private static let sentence = "The army attacked the camp ."

  private func corpus(_ tuple: String, judgement: String = "") -> ConfidenceCorpus {
    ConfidenceCorpus(gold: "\(Self.sentence)\t\(tuple)\n", judgements: judgement, analyzer: Analyzer())
  }

  @Test(arguments: [
    ("attacked\tThe army\tthe camp", true), ("was attacked by\tthe camp\tThe army", true),
    ("attacked the camp\tThe army", true), ("attacked\tThe army", false), ("attacked\tthe camp\tthe camp", false),
    ("saw\tThe army\tthe camp", false),
  ])
  func findsWhatIsWrittenDown(tuple: String, isWritten: Bool) {
    #expect(corpus(tuple).examples.map(\.isWritten) == [isWritten])
    #expect(corpus(tuple).examples.map(\.isRight) == [isWritten ? true : nil])
  }

  @Test func takesJudgementsFirst() throws {
    let line = try #require(corpus("saw\tThe army").unjudged.first)
    let key = try #require(line.split(separator: "\t").dropLast().joined(separator: "\t") as String?)
    #expect(corpus("saw\tThe army", judgement: "# a comment\n\(key)\tright\n").examples.map(\.isRight) == [true])
    #expect(corpus("attacked\tThe army\tcamp", judgement: "\(key)\twrong\n").examples.map(\.isRight) == [false])
  }

  @Test func learnsFactorsThatCanBeRead() throws {
    let trainer = ConfidenceTrainer(corpus("attacked\tThe army\tthe camp"), links: 0.5)
    let weights = try #require(ConfidenceWeights(parsing: trainer.file()))
    #expect(weights.confidence([.everyClaim], .claims) > 0.5)
    #expect(weights.confidence([.passive], .claims) == 0.5)
    #expect(trainer.file() == trainer.file())
  }

  @Test func measuresReliability() {
    let pairs = [(0.85, true), (0.85, true), (0.85, true), (0.85, false), (0.05, false), (1.0, true)]
    let evaluation = ConfidenceEvaluation(pairs.map { (confidence: $0.0, isRight: $0.1) })
    #expect(evaluation.bins.map(\.count) == [1, 0, 0, 0, 0, 0, 0, 0, 4, 1])
    #expect(evaluation.bins[8].share == 0.75)
    #expect(abs(evaluation.expectedCalibrationError - (0.05 + 4 * 0.1) / 6) < 1e-9)
  }

  @Test func regressionSeparatesWhatOneFeatureTells() {
    let rows = (0..<40).map { $0 % 2 == 0 ? [0] : [0, 1] }
    let weights = LogisticRegression(rows: rows, truth: rows.map { $0.count == 2 ? 1 : 0 }, count: 3, penalty: 0.1)
      .weights()
    #expect(weights[0] < -1)
    #expect(weights[0] + weights[1] > 1)
    #expect(weights[2] == 0)
  }
}
