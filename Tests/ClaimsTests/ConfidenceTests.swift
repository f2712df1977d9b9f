import ClaimModel
import Foundation
import Language
import TestSupport
import Testing

@testable import Claims

/// The file of what makes claims more or less likely right, and how it is read.
@Suite struct ConfidenceTests {
  private static let shipped: String = {
    let file = GoldenCase.projectFolder.appending(path: "Sources/CEmbedded/Data/confidence.txt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  @Test func readsTheFileThatShips() {
    #expect(ConfidenceWeights(parsing: Self.shipped) == .shipped)
  }

  @Test(arguments: [
    "passive = 1.1, 1.2\n", "unheard of = 1.1, 1.2\n", "a line\n", "each resolved reference = 0.9\n",
  ])
  func refusesLinesBesidesThoseItAsksFor(line: String) {
    #expect(ConfidenceWeights(parsing: Self.shipped + line) == nil)
  }

  @Test(arguments: ["0, 1", "-1, 1", "inf, 1", "nan, 1", "1", "1, 1, 1", "x, 1"])
  func refusesFactorsThatAreNone(factors: String) {
    let lines = Self.shipped.split(separator: "\n").map { line in
      line.hasPrefix("passive = ") ? "passive = \(factors)" : String(line)
    }
    #expect(ConfidenceWeights(parsing: lines.joined(separator: "\n")) == nil)
  }

  @Test(arguments: ConfidenceFeature.allCases) func refusesAFileWithoutAFeature(feature: ConfidenceFeature) {
    let lines = Self.shipped.split(separator: "\n").filter { !$0.hasPrefix("\(feature.rawValue) = ") }
    #expect(ConfidenceWeights(parsing: lines.joined(separator: "\n")) == nil)
  }

  /// A file in which every factor is 1 but those of one feature.
  private func weights(_ feature: ConfidenceFeature, _ factor: Double) throws -> ConfidenceWeights {
    let lines = ConfidenceFeature.allCases.map { "\($0.rawValue) = \($0 == feature ? factor : 1), 1\n" }
    return try #require(ConfidenceWeights(parsing: lines.joined() + "each resolved reference = 0.5\n"))
  }

  @Test func growsWithTheOddsFromZeroToOne() throws {
    var last = -1.0
    for factor in [1e-300, 0.001, 0.25, 1, 4, 1000, 1e300] {
      let confidence = try weights(.passive, factor).confidence([.everyClaim, .passive], .claims)
      #expect((0...1).contains(confidence))
      #expect(confidence > last)
      last = confidence
    }
  }

  @Test(arguments: ConfidenceFeature.allCases) func everyFeatureCounts(feature: ConfidenceFeature) throws {
    let weights = try weights(feature, 3)
    #expect(weights.confidence([feature], .claims) == 0.75)
    #expect(weights.confidence([feature], .tuples) == 0.5)
  }

  @Test func referencesHaveToBeRightToo() throws {
    let weights = try weights(.passive, 3)
    #expect([0, 1, 2].map { weights.confidence([.passive], .claims, links: $0) } == [0.75, 0.375, 0.188])
  }

  /// The confidence and the features of each statement in the trees of `Tests/Cases/claims`; all features occur there.
  @Test func readsFeatures() throws {
    var lines: [String] = []
    var found: Set<ConfidenceFeature> = []
    for file in ["confidence", "clause-finder", "event-nouns"] {
      let document = try CoNLLU.document(GoldenCase.text("claims/\(file).conllu"))
      for sentence in document.sentences {
        lines.append(document.text[sentence.range])
        for statement in ConfidenceReader(sentence).statements {
          found.formUnion(statement.features)
          let parts = [statement.subject, [statement.predicate], statement.object].map { $0.joined(separator: " ") }
          let confidence = ConfidenceWeights.shipped.confidence(statement.features, .claims)
          lines.append("  \(parts.filter { !$0.isEmpty }.joined(separator: " | ")): \(confidence)")
          lines.append("    " + statement.features.map(\.rawValue).joined(separator: "; "))
        }
      }
    }
    try GoldenCase.expect(lines.joined(separator: "\n") + "\n", equals: "claims/confidence.features")
    #expect(ConfidenceFeature.allCases.filter { !found.contains($0) } == [])
  }
}
