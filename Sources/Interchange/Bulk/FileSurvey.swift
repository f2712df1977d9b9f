import CScanner
import Synchronization

/// What has to be known of a whole file before its first line can be read: where it can be cut, and what its ids may be.
struct FileSurvey: Sendable {
  let cutter: LineCutter
  let ids: IDFilter

  /// A file of lines of JSON, looked through by several threads.
  init(linesOf file: ClaimsFile, chunk: Int, threads: Int) {
    let cutter = LineCutter(linesOf: file, from: 0, chunk: chunk)
    let all = FilterBox(file.size)
    let counter = Counter()
    Threads.run(threads) { _ in
      var ids = IDFilter(fileSize: file.size)
      var window = FileWindow(file, capacity: chunk * 2)
      let finder = IDFinder()
      while let number = counter.next(below: cutter.chunks.count) {
        let lines = cutter.read(number, into: &window)
        unsafe finder.addIDs(of: window.bytes, lines, to: &ids)
      }
      all.filter.withLock { $0.formUnion(ids) }
    }
    self.cutter = cutter
    self.ids = all.filter.withLock { $0 }
  }

  /// A file of records of CSV after its header. Several threads look through it, each from the start of a line that may be
  /// that of a record; where a record before it goes on beyond that line, what comes after it is looked through again.
  init(recordsOf file: ClaimsFile, after header: CSVHeader, chunk: Int, threads: Int) {
    let nominal = stride(from: header.length, to: file.size, by: chunk).map { $0..<min($0 + chunk, file.size) }
    let all = FilterBox(file.size)
    let guesses = Mutex([Range<Int>?](repeating: nil, count: nominal.count))
    let counter = Counter()
    let guessAll: @Sendable (Int) -> Void = { _ in
      var finder = RecordFinder(file, header, chunk: chunk)
      while let number = counter.next(below: nominal.count) {
        let guess = finder.guess(nominal[number], isFirst: number == 0)
        guesses.withLock { $0[number] = guess }
      }
      all.filter.withLock { $0.formUnion(finder.ids) }
    }
    Threads.run(threads, guessAll)
    var finder = RecordFinder(file, header, chunk: chunk)
    var chunks: [Range<Int>] = []
    var place = header.length
    for (range, guess) in zip(nominal, guesses.withLock(\.self)) where place < range.upperBound {
      let isRight = guess?.lowerBound == place
      let end = isRight ? guess?.upperBound ?? place : finder.end(from: place, until: range.upperBound)
      if end > place { chunks.append(place..<end) }
      place = end
    }
    all.filter.withLock { $0.formUnion(finder.ids) }
    cutter = LineCutter(chunks)
    ids = all.filter.withLock { $0 }
  }
}

/// Finds where records of CSV end, and their ids.
private struct RecordFinder: ~Copyable {
  private(set) var ids: IDFilter
  /// The hashes of ids that are added together.
  private var hashes: [UInt64] = []
  private let scanner: LineScanner
  private let id = Slots.place("id")
  private var window: FileWindow

  /// How much more than a chunk is read at first, for its last record.
  private static let overhang = 1 << 16

  init(_ file: ClaimsFile, _ header: CSVHeader, chunk: Int) {
    ids = IDFilter(fileSize: file.size)
    scanner = LineScanner(columns: header.columns)
    window = FileWindow(file, capacity: chunk + Self.overhang + 1)
  }

  /// The records that start in `range`, the first of them after its first line break, which may be wrong; nil where they
  /// are too long to be told.
  mutating func guess(_ range: Range<Int>, isFirst: Bool) -> Range<Int>? {
    let before = isFirst ? 0 : 1
    window.read(from: range.lowerBound - before, count: range.count + before + Self.overhang)
    let start = isFirst ? 0 : window.place(of: 0x0A, from: 0).map { $0 + 1 } ?? window.count
    let limit = range.upperBound - window.offset
    guard start < limit, let end = end(from: start, until: limit) else { return nil }
    return (window.offset + start)..<(window.offset + end)
  }

  /// Where the first record ends that ends at `limit` or after it; `start` is where one starts.
  mutating func end(from start: Int, until limit: Int) -> Int {
    let most = limit - start + CSVRecord.longest
    var wanted = limit - start + Self.overhang
    while true {
      window.read(from: start, count: wanted)
      if let end = end(from: 0, until: limit - window.offset) { return window.offset + end }
      // A file that has been cut since ends here.
      if wanted >= most { return window.offset + window.count }
      wanted = min(wanted * 2, most)
    }
  }

  /// The same in the window; nil where a record goes on after it, and is not as long as none may be.
  private mutating func end(from start: Int, until limit: Int) -> Int? {
    var place = start
    while place < limit, place < window.count {
      let bytes = unsafe window.bytes
      let next = unsafe scanner.scan(bytes, at: place)
      let record = unsafe next.map { (end: $0, lines: 1, isOpen: false) } ?? CSVRecord.end(bytes, from: place)
      if record.isOpen || record.end >= window.count, !window.isLast, window.count - place < CSVRecord.longest {
        addHashes()
        return nil
      }
      if next != nil, let hash = unsafe IDFilter.hash(csv: scanner.value(id), in: bytes) { hashes.append(hash) }
      place = record.end
      if hashes.count >= Self.mostHashes || place >= limit { addHashes() }
    }
    return place
  }

  /// How many ids are added at once.
  private static let mostHashes = 256

  private mutating func addHashes() {
    ids.insert(hashes)
    hashes.removeAll(keepingCapacity: true)
  }
}

/// The filter of all threads.
private final class FilterBox: Sendable {
  let filter: Mutex<IDFilter>

  init(_ size: Int) {
    filter = Mutex(IDFilter(fileSize: size))
  }
}

extension IDFilter {
  /// The hash of a cell; nil for an empty one.
  fileprivate static func hash(csv value: ScannedValue, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let (start, end) = (value.start, value.start + Int(value.length))
    if value.form == ScannedText { return unsafe hash(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
    guard value.form == ScannedEscapedText else { return nil }
    return hash(unsafe String(decoding: bytes[start..<end], as: UTF8.self).replacing("\"\"", with: "\""))
  }
}

/// Finds the ids of lines of JSON without reading the lines, where they come first.
private struct IDFinder: ~Copyable {
  private let reader = JSONReader()
  private let start = Array("{\"id\":\"".utf8)

  /// Adds the ids of the lines at `range` of `bytes`.
  func addIDs(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to ids: inout IDFilter) {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(Self.most)
    var place = range.lowerBound
    while place < range.upperBound {
      let end = unsafe bytes.place(of: 0x0A, from: place, to: range.upperBound)
      if let hash = unsafe hashOfFirst(in: place..<end, of: bytes) {
        hashes.append(hash)
      } else {
        unsafe addID(ofLine: place..<end, in: bytes, to: &ids)
      }
      if hashes.count == Self.most {
        ids.insert(hashes)
        hashes.removeAll(keepingCapacity: true)
      }
      place = end + 1
    }
    ids.insert(hashes)
  }

  /// How many ids are added at once.
  private static var most: Int { 256 }

  /// The hash of a line's id, where that stands first and has no escapes.
  @inline(__always)
  private func hashOfFirst(in line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
    let first = line.lowerBound + start.count
    guard first < line.upperBound, unsafe bytes[line].starts(with: start) else { return nil }
    var place = first
    while place < line.upperBound, unsafe bytes[place] != 0x22, unsafe bytes[place] != 0x5C { place += 1 }
    guard place < line.upperBound, unsafe bytes[place] == 0x22 else { return nil }
    return unsafe IDFilter.hash(UnsafeBufferPointer(rebasing: bytes[first..<place]))
  }

  private func addID(ofLine line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, to ids: inout IDFilter) {
    if line.isEmpty { return }
    let padded = unsafe Array(bytes[line]) + [UInt8](repeating: 0, count: JSONReader.padding)
    let members = (try? reader.document(in: padded, 0..<line.count))?.root.members ?? []
    for (name, value) in members where name == "id" {
      if let id = value.string { ids.insert(id) }
    }
  }
}
