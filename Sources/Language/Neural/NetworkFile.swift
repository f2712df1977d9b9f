/// Reads the parts of a network file one after the other, in place.
struct NetworkFile {
  private let bytes: ModelBytes
  private var offset = 0

  /// The shape that the header states.
  let shape: NetworkShape
  /// Whether a part was asked for that the file has not.
  private(set) var isCut = false
  let tagNames: String
  let labelNames: String

  /// The file's header and names; nil if it is not a network file, or shorter than its header says.
  init?(_ bytes: ModelBytes) {
    guard bytes.count >= NetworkShape.headerSize, bytes.word(at: 0) == NetworkShape.magic else { return nil }
    self.bytes = bytes
    let kinds = WordFeatures.Kind.allCases.count
    let header = (1..<NetworkShape.headerSize / 4).map { Int(bytes.word(at: 4 * $0)) }
    shape = NetworkShape(
      state: header[0], tagHidden: header[1], arc: header[2], label: header[3], tags: header[4], labels: header[5],
      embeddingRows: Array(header[6..<6 + kinds]))
    // Sizes beyond any network's would overflow when they are multiplied.
    guard header.allSatisfy({ $0 < 1 << 20 }), shape.suitsKernels else { return nil }
    let names = (tags: header[6 + kinds], labels: header[7 + kinds])
    let start = (NetworkShape.headerSize + 31) & ~31
    guard start + names.tags + names.labels + 64 <= bytes.count else { return nil }
    tagNames = bytes.part(at: start, length: names.tags).text
    let labelStart = (start + names.tags + 31) & ~31
    labelNames = bytes.part(at: labelStart, length: names.labels).text
    offset = (labelStart + names.labels + 31) & ~31
  }

  /// The next part, of `length` bytes; empty, and `isCut` from then on, if the file ends before.
  mutating func part(_ length: Int) -> ModelBytes {
    guard !isCut, offset + length <= bytes.count else {
      isCut = true
      return bytes.part(at: 0, length: 0)
    }
    let part = bytes.part(at: offset, length: length)
    offset = (offset + length + 31) & ~31
    return part
  }
}
