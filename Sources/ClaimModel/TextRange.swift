/// A half-open range of UTF-8 bytes, in whatever text its owner names: an article's clean text, its original, a query.
public struct TextRange: Hashable, Sendable {
  /// The first byte.
  public var start: Int
  /// The byte after the last one.
  public var end: Int

  /// The range from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// How many bytes it covers.
  public var count: Int { end - start }

  /// Whether `other` lies wholly in it.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share a byte.
  public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

  /// The smallest range that covers both.
  public func union(_ other: TextRange) -> TextRange { TextRange(min(start, other.start), max(end, other.end)) }
}

extension TextRange: Comparable {
  /// In order of start, then of end.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension String {
  /// The part of the text that `range` covers; bytes that are no whole character are replaced by U+FFFD.
  public subscript(_ range: TextRange) -> String {
    let bytes = utf8
    let start = bytes.index(bytes.startIndex, offsetBy: max(0, range.start), limitedBy: bytes.endIndex)
    let end = bytes.index(bytes.startIndex, offsetBy: max(0, max(range.start, range.end)), limitedBy: bytes.endIndex)
    return String(decoding: bytes[(start ?? bytes.endIndex)..<(end ?? bytes.endIndex)], as: UTF8.self)
  }
}
