/// Where the bytes of a cleaned text stand in the original: runs in which both go on byte by byte.
public struct OffsetMap: Hashable, Sendable {
  /// From byte `clean` of the cleaned text on, the bytes stand at `original` and after.
  public struct Run: Hashable, Sendable {
    /// The first byte in the cleaned text.
    public var clean: Int
    /// The same byte in the original.
    public var original: Int

    /// A run that starts at these two bytes.
    public init(clean: Int, original: Int) {
      self.clean = clean
      self.original = original
    }
  }

  /// The runs, in order of `clean`; the first starts at 0.
  public private(set) var runs: [Run]

  /// The map of a text that is its own original, from byte `start` of it on.
  public init(startingAt start: Int = 0) {
    runs = [Run(clean: 0, original: start)]
  }

  /// Says that from byte `clean` on, which is not before the last run, the text stands at `original`.
  public mutating func append(clean: Int, original: Int) {
    if runs.last?.clean == clean { runs.removeLast() }
    if let last = runs.last, last.original - last.clean == original - clean { return }
    runs.append(Run(clean: clean, original: original))
  }

  /// Where byte `clean` stands in the original. O(log runs).
  public func original(of clean: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].clean <= clean { low = middle } else { high = middle }
    }
    return runs[low].original + clean - runs[low].clean
  }

  /// The bytes of the original from the first to the last byte of `range`, whatever was left out between them included.
  public func original(of range: TextRange) -> TextRange {
    guard range.count > 0 else { return TextRange(original(of: range.start), original(of: range.start)) }
    return TextRange(original(of: range.start), original(of: range.end - 1) + 1)
  }
}
