import CEmbedded

/// By how much each feature multiplies the odds that a statement holds: `confidence.txt`, a line `feature = factor, factor`
/// each (logistic regression), a line that starts with `#` being a comment.
package struct ConfidenceWeights: Sendable, Equatable {
  /// What confidence is asked of, in the order of the factors.
  package enum View: String, CaseIterable, Sendable {
    /// How likely a claim is right.
    case claims
    /// How likely people who write down what a sentence says would write a tuple down, too.
    case tuples
  }

  /// The weights that ship.
  package static let shipped = ConfidenceWeights(parsing: embeddedText()) ?? ConfidenceWeights()

  private var factors = [View: [Double]]()
  private var linkFactor = 1.0

  /// Weights by which everything is as likely as not.
  private init() {
    for view in View.allCases { factors[view] = ConfidenceFeature.allCases.map { _ in 1 } }
  }

  /// Reads a file's text; nil where a feature is missing, named twice or unknown, or a factor is no number above 0.
  package init?(parsing text: String) {
    var read: [String: [Double]] = [:]
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let sides = line.split(separator: " = ", maxSplits: 1).map(String.init)
      let numbers = sides.last?.split(separator: ", ").map { Double($0) ?? 0 } ?? []
      guard sides.count == 2, numbers.allSatisfy({ $0 > 0 && $0.isFinite }),
        read.updateValue(numbers, forKey: sides[0]) == nil
      else { return nil }
    }
    guard let link = read.removeValue(forKey: Self.linkName), link.count == 1, link[0] <= 1 else { return nil }
    linkFactor = link[0]
    for feature in ConfidenceFeature.allCases {
      guard let numbers = read.removeValue(forKey: feature.rawValue), numbers.count == View.allCases.count else {
        return nil
      }
      for (view, number) in zip(View.allCases, numbers) { factors[view, default: []].append(number) }
    }
    guard read.isEmpty else { return nil }
  }

  /// The name of the share of references that are right.
  package static let linkName = "each resolved reference"

  /// How likely a statement with these features holds, 0 to 1 in thousandths; where `links` of its arguments stand for a
  /// name that they were resolved to, those, too, have to be right.
  ///
  /// A product taken in the order of the features, so that every machine gives the same.
  package func confidence(_ features: [ConfidenceFeature], _ view: View, links: Int = 0) -> Double {
    let factors = factors[view] ?? []
    let odds = features.reduce(1) { $0 * factors[$1.index] }
    let share = (0..<links).reduce(1.0) { share, _ in share * linkFactor }
    return Self.rounded(share * odds / (1 + odds))
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

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
