import CEmbedded

/// What each feature of a predicate adds to the odds that it happened: `english.factuality`, a signed byte a feature, in
/// steps of 1/128 (logistic regression).
package struct FactualityWeights: Sendable {
  /// The steps that a weight of 1 has.
  package static let scale = 128.0

  /// The weights that ship.
  package static let shipped = FactualityWeights(embeddedBytes())

  private let weights: [Int8]

  /// The weights of a file's bytes, or nil where it has not as many as there are features.
  package init?(file bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    self.init(bytes.map { Int8(bitPattern: $0) })
  }

  private init(_ weights: [Int8]) { self.weights = weights }

  /// How many features there are.
  package static var count: Int { FactualityFeatures.count }

  /// How far the features say that it happened, from -3 (it did not) to 3 (it did): 0 where both are as likely.
  ///
  /// A sum of whole numbers brought into the range by x/√(1+x²), so that every machine gives the same.
  func degree(_ features: [Int]) -> Double {
    let sum = features.reduce(0) { $0 + Int(weights[$1]) }
    let half = Double(sum) / (2 * Self.scale)
    return 3 * half / (1 + half * half).squareRoot()
  }

  private static func embeddedBytes() -> [Int8] {
    let file = unsafe embedded_english_factuality()
    // The bytes are a constant of the binary, `count` long.
    let bytes = unsafe UnsafeBufferPointer(start: file.bytes, count: file.count).map { Int8(bitPattern: $0) }
    return bytes.count == count ? bytes : [Int8](repeating: 0, count: count)
  }
}
