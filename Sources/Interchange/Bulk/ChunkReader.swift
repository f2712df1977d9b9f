import CScanner
import Store

/// Reads the lines of a chunk: plain ones into batches, all others with care.
struct ChunkReader: ~Copyable {
  /// What a run of lines has given.
  enum Piece {
    case batch(ClaimBatch, WordGroups)
    case lines([CheckedLine])
  }

  /// What a chunk has given. The numbers of its lines are counted from 1.
  struct Chunk {
    var pieces: [Piece] = []
    var lines = 0

    /// How many bytes the texts of its plain lines have.
    var textBytes: Int {
      pieces.reduce(0) { sum, piece in if case .batch(let batch, _) = piece { sum + batch.textBytes } else { sum } }
    }
  }

  /// Reads the plain lines.
  let rows: RowReader
  private let scanner: LineScanner
  private let reader = JSONReader()
  private let shared: BulkContext

  init(_ shared: BulkContext, columns: [Int]?) {
    self.shared = shared
    scanner = LineScanner(columns: columns)
    rows = RowReader(shared, scanner)
  }

  /// Reads the lines at `range` of `window`.
  func read(_ window: borrowing FileWindow, _ range: Range<Int>) -> Chunk {
    rows.start()
    var chunk = Chunk()
    var careful: [CheckedLine] = []
    let bytes = unsafe UnsafeBufferPointer(rebasing: window.bytes[..<range.upperBound])
    var place = range.lowerBound
    if window.offset == 0, unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place += 3 }
    while place < bytes.count {
      let count = unsafe scanner.scan(bytes, from: place)
      unsafe rows.fetch(bytes, lines: count)
      var isNextKnown = true
      for line in 0..<count where isNextKnown {
        scanner.select(line)
        let range = scanner.range
        if unsafe isUTF8(bytes, range), rows.read(line) {
          if !careful.isEmpty { chunk.pieces.append(.lines(careful)) }
          careful = []
          chunk.lines += scanner.columns == nil ? 1 : unsafe bytes.count(of: 0x0A, place..<(range.upperBound - 1)) + 1
          place = range.upperBound
        } else {
          place = unsafe readWithCare(bytes, range.lowerBound, &chunk, &careful)
          isNextKnown = place == range.upperBound
        }
      }
      if count < LineScanner.most, isNextKnown, place < bytes.count {
        place = unsafe readWithCare(bytes, place, &chunk, &careful)
      }
    }
    if !careful.isEmpty { chunk.pieces.append(.lines(careful)) }
    if let (batch, words) = rows.take() { chunk.pieces.append(.batch(batch, words)) }
    return chunk
  }

  private func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    unsafe !scanner.mayHaveMoreThanASCII || is_utf8(bytes.baseAddress! + range.lowerBound, range.count) != 0
  }

  /// Reads the line at `place` that is not plain.
  ///
  /// - Returns: where the next one starts.
  private func readWithCare(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ chunk: inout Chunk, _ careful: inout [CheckedLine]
  ) -> Int {
    if let (batch, words) = rows.take() { chunk.pieces.append(.batch(batch, words)) }
    let (next, lines) = unsafe end(of: bytes, from: place)
    if let line = unsafe check(UnsafeBufferPointer(rebasing: bytes[place..<next]), number: chunk.lines + 1) {
      careful.append(line)
    }
    chunk.lines += lines
    return next
  }

  /// Reads the lines at `range` of `window` whose id is one of `ids`, all of them with care.
  func readWithCare(
    _ window: borrowing FileWindow, _ range: Range<Int>, ids: Set<String>
  ) -> (found: [CheckedLine], lines: Int) {
    let bytes = unsafe UnsafeBufferPointer(rebasing: window.bytes[..<range.upperBound])
    var place = range.lowerBound
    if window.offset == 0, unsafe bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place += 3 }
    var found: [CheckedLine] = []
    var lines = 0
    while place < bytes.count {
      let (next, count) = unsafe end(of: bytes, from: place)
      let isPlain = unsafe scanner.scan(bytes, at: place) != nil
      if unsafe !isPlain || rows.hasID(among: ids, bytes),
        let line = unsafe check(UnsafeBufferPointer(rebasing: bytes[place..<next]), number: lines + 1),
        let id = line.claim?.id, ids.contains(id)
      {
        found.append(line)
      }
      lines += count
      place = next
    }
    return (found, lines)
  }

  /// Where the line or record at `place` ends, its line break included, and how many lines it has.
  private func end(of bytes: UnsafeBufferPointer<UInt8>, from place: Int) -> (end: Int, lines: Int) {
    if scanner.columns != nil {
      let record = unsafe CSVRecord.end(bytes, from: place)
      return (record.end, record.lines)
    }
    return unsafe (min(bytes.place(of: 0x0A, from: place, to: bytes.count) + 1, bytes.count), 1)
  }

  /// Checks a line; nil where it is blank.
  private func check(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) -> CheckedLine? {
    let line = unsafe Array(bytes)
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }) { return nil }
    if let columns = scanner.columns {
      return CSVRecord.check(line, number: number, columns: columns, with: reader, nearest: shared.context.nearest)
    }
    let length = line.withoutLineBreak.count
    let padded = line + [UInt8](repeating: 0, count: JSONReader.padding)
    return CheckedLine(
      LineText(number: number, bytes: padded[..<length]), 0..<length, of: padded, with: reader,
      nearest: shared.context.nearest)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// How often a byte stands at `range`.
  fileprivate func count(of byte: UInt8, _ range: Range<Int>) -> Int {
    var count = 0
    var place = unsafe self.place(of: byte, from: range.lowerBound, to: range.upperBound)
    while place < range.upperBound {
      count += 1
      place = unsafe self.place(of: byte, from: place + 1, to: range.upperBound)
    }
    return count
  }
}
