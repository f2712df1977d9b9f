import CScanner

/// Cuts a file of N-Triples into its lines, and one of Turtle into its statements, one after another.
struct RDFPieces: ~Copyable {
  /// A line or a statement, with what stands before it.
  struct Piece {
    /// Its bytes in the window.
    var range: Range<Int>
    /// The number of the line in which it starts, from 1, and how many it has.
    var line: Int
    var lines: Int
    /// How deep brackets are nested in it.
    var depth = 0
    /// Whether it is longer than anything that is read, and has been cut.
    var isTooLong = false
  }

  /// The most bytes of a piece.
  static let longest = 1 << 24
  private static let chunk = 1 << 20

  private let syntax: RDFSyntax
  private var window: FileWindow
  private var place = 0
  private var line = 1
  private var isSkipping = false

  init(_ file: ClaimsFile, _ syntax: RDFSyntax) {
    self.syntax = syntax
    window = FileWindow(file, capacity: Self.chunk)
    window.read(from: 0, count: Self.chunk)
    if unsafe window.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The bytes in which the last piece stands.
  var bytes: UnsafeBufferPointer<UInt8> { unsafe window.bytes }

  /// The next piece; nil at the end.
  mutating func next() -> Piece? {
    while true {
      var depth = 0
      let (end, isOpen) = place < window.count ? end(&depth) : (place, true)
      let left = window.count - place
      if isOpen, !window.isLast, left < Self.longest {
        window.read(from: window.offset + place, count: max(Self.chunk, left * 2))
        place = 0
        if window.count > left { continue }
      }
      guard place < window.count else { return nil }
      let range = place..<(isOpen ? window.count : end)
      let piece = Piece(
        range: range, line: line, lines: breaks(range) + 1, depth: depth, isTooLong: range.count >= Self.longest)
      line += piece.lines - 1
      place = range.upperBound
      let isRest = isSkipping
      // What follows what is too long, up to the end of its line, is a part of it.
      if piece.isTooLong { isSkipping = true } else if isRest { isSkipping = false }
      if !isRest { return piece }
    }
  }

  /// Where the piece at `place` ends.
  private func end(_ depth: inout Int) -> (end: Int, isOpen: Bool) {
    if syntax == .nTriples || isSkipping {
      let lineBreak = window.place(of: 0x0A, from: place)
      return (lineBreak.map { $0 + 1 } ?? window.count, lineBreak == nil)
    }
    var isOpen: Int32 = 0
    let end = unsafe turtle_statement_end(bytes.baseAddress, place, window.count, &depth, &isOpen)
    return (end, isOpen != 0)
  }

  private func breaks(_ range: Range<Int>) -> Int {
    var count = 0
    var place = unsafe bytes.place(of: 0x0A, from: range.lowerBound, to: range.upperBound)
    while place < range.upperBound {
      count += 1
      place = unsafe bytes.place(of: 0x0A, from: place + 1, to: range.upperBound)
    }
    return count
  }
}
