/// The keys under which the rules for a word with its tags are looked up: one for the
/// word as it is written, one for it in any case, one for each ending.
package struct LemmaKeys: Sendable {
  private let bytes: [UInt8]
  private let lower: [UInt8]
  private let seed: UInt64

  /// The longest ending that a rule is chosen by, in bytes.
  package static let longestEnding = 6

  /// The keys of a word with its universal and its Penn Treebank tag.
  package init(_ form: String, tag: PartOfSpeech, fineTag: String) {
    bytes = NormalForm.bytes(of: form)
    lower = NormalForm.lowercased(bytes)
    seed = Self.mixed(Array("\(tag.rawValue)|\(fineTag)".utf8)[...], from: 0)
  }

  /// The key of the word as it is written: "US" is not "us".
  package var written: UInt32 { Self.hash(bytes[...], from: seed ^ 2) }

  /// The key of the word in any case.
  package var word: UInt32 { Self.hash(lower[...], from: seed ^ 1) }

  /// How long the word's longest ending is.
  package var longest: Int { min(lower.count, Self.longestEnding) }

  /// The key of the ending of `length` bytes.
  package func ending(_ length: Int) -> UInt32 { Self.hash(lower.suffix(length), from: seed) }

  private static func hash(_ bytes: ArraySlice<UInt8>, from seed: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(bytes, from: seed) >> 32)
  }

  /// The hash FNV-1a of 64 bits, its halves mixed into one.
  private static func mixed(_ bytes: ArraySlice<UInt8>, from seed: UInt64) -> UInt64 {
    var hash = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return (hash ^ hash >> 32) &* 0xBF58_476D_1CE4_E5B9
  }
}
