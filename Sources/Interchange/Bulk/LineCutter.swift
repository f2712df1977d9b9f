import CScanner

/// Cuts a file into chunks of whole lines, or of whole records of CSV.
struct LineCutter: Sendable {
  /// The bytes of the file in which a chunk's lines start.
  let chunks: [Range<Int>]
  /// Whether lines that start before the end of a chunk may end after it.
  private let areNominal: Bool

  /// How much more than a chunk is read at first, for its last line.
  private static let overhang = 1 << 16

  /// A file of lines, from `start` on.
  init(linesOf file: ClaimsFile, from start: Int, chunk: Int) {
    chunks = stride(from: start, to: file.size, by: chunk).map { $0..<min($0 + chunk, file.size) }
    areNominal = true
  }

  /// Chunks that end where lines do.
  init(_ chunks: [Range<Int>]) {
    self.chunks = chunks
    areNominal = false
  }

  /// Reads a chunk.
  ///
  /// - Returns: where its first line starts in the window and its last one ends.
  func read(_ number: Int, into window: inout FileWindow) -> Range<Int> {
    let chunk = chunks[number]
    guard areNominal else {
      window.read(from: chunk.lowerBound, count: chunk.count)
      return 0..<window.count
    }
    let isFirst = number == 0
    window.read(from: chunk.lowerBound - (isFirst ? 0 : 1), count: chunk.count + Self.overhang)
    // A line starts after a line break: that of the line before is the byte before the chunk, or lies in it.
    let start = isFirst ? 0 : window.place(of: 0x0A, from: 0).map { $0 + 1 } ?? window.count
    let nominalEnd = chunk.upperBound - window.offset
    guard start < nominalEnd else { return 0..<0 }
    while true {
      if let end = window.place(of: 0x0A, from: nominalEnd - 1) { return start..<(end + 1) }
      if window.isLast { return start..<window.count }
      let before = window.count
      window.grow(to: window.count * 2)
      if window.count == before { return start..<before }
    }
  }
}
