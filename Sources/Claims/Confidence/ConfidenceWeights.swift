import CEmbedded

/// By how much each feature multiplies the odds that a claim is right: `confidence.txt`, a line `feature = factor` each
/// (logistic regression), a line that starts with `#` being a comment.
package struct ConfidenceWeights: Sendable, Equatable {
  /// The weights that ship.
  package static let shipped = ConfidenceWeights(parsing: embeddedText()) ?? ConfidenceWeights()

  private var factors = [Double](repeating: 1, count: ConfidenceFeature.allCases.count)
  private var linkFactor = 1.0

  /// Weights by which everything is as likely as not.
  private init() {}

  /// Reads a file's text; nil where a feature is missing, named twice or unknown, or a factor is no number above 0.
  package init?(parsing text: String) {
    var read: [String: Double] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let sides = line.split(separator: " = ", maxSplits: 1).map(String.init)
      guard sides.count == 2, let factor = Double(sides[1]), factor > 0, factor.isFinite,
        read.updateValue(factor, forKey: sides[0]) == nil
      else { return nil }
    }
    guard let link = read.removeValue(forKey: Self.linkName), link <= 1 else { return nil }
    linkFactor = link
    for (index, feature) in ConfidenceFeature.allCases.enumerated() {
      guard let factor = read.removeValue(forKey: feature.rawValue) else { return nil }
      factors[index] = factor
    }
    guard read.isEmpty else { return nil }
  }

  /// The name of the share of references that are right.
  package static let linkName = "each resolved reference"

  /// The odds that a claim with these features is right.
  ///
  /// A product taken in the order of the features, so that every machine gives the same.
  func odds(_ features: [ConfidenceFeature]) -> Double {
    features.reduce(1) { $0 * factors[$1.index] }
  }

  /// How likely a claim with these features is right, 0 to 1, where `links` of its arguments stand for a name that they
  /// were resolved to: then those, too, have to be right.
  package func confidence(_ features: [ConfidenceFeature], links: Int = 0) -> Double {
    Self.confidence(odds: odds(features), share: (0..<links).reduce(1) { share, _ in share * linkFactor })
  }

  /// Odds as a number from 0 to 1, in thousandths.
  static func confidence(odds: Double, share: Double) -> Double {
    (share * odds / (1 + odds) * 1000).rounded() / 1000
  }

  private static func embeddedText() -> String {
    let file = unsafe embedded_confidence()
    // The bytes are a constant of the binary, `count` long.
    return unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}

extension ConfidenceFeature {
  /// Its place among all features.
  package var index: Int { Self.indexes[self] ?? 0 }
  private static let indexes = Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))
}
