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

  /// A file of records of CSV after its header; one thread, as only the records before one tell where it starts.
  init(recordsOf file: ClaimsFile, after header: CSVHeader, chunk: Int) {
    var ids = IDFilter(fileSize: file.size)
    let scanner = LineScanner(columns: header.columns)
    let id = Slots.place("id")
    var window = FileWindow(file, capacity: chunk * 2)
    var chunks: [Range<Int>] = []
    var start = header.length
    window.read(from: start, count: chunk * 2)
    var place = 0
    while place < window.count {
      let bytes = unsafe window.bytes
      let next = unsafe scanner.scan(bytes, at: place)
      if next != nil { unsafe ids.insert(csv: scanner.value(id), in: bytes) }
      let record = unsafe next.map { (end: $0, lines: 1, isOpen: false) } ?? CSVRecord.end(bytes, from: place)
      if record.isOpen || record.end >= window.count, !window.isLast, window.count - place < CSVRecord.longest {
        // The record goes on: it comes to stand at the start of the window.
        let offset = window.offset + place
        window.read(from: offset, count: max(chunk * 2, (window.count - place) * 2))
        place = 0
        continue
      }
      place = record.end
      if window.offset + place - start >= chunk {
        chunks.append(start..<(window.offset + place))
        start = window.offset + place
      }
    }
    if window.offset + place > start { chunks.append(start..<(window.offset + place)) }
    cutter = LineCutter(chunks)
    self.ids = ids
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
  fileprivate mutating func insert(csv value: ScannedValue, in bytes: UnsafeBufferPointer<UInt8>) {
    let (start, end) = (value.start, value.start + Int(value.length))
    if value.form == ScannedText {
      unsafe insert(Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<end])))
    } else if value.form == ScannedEscapedText {
      insert(unsafe String(decoding: bytes[start..<end], as: UTF8.self).replacing("\"\"", with: "\""))
    }
  }
}

/// Finds the ids of lines of JSON without reading the lines, where they come first.
private struct IDFinder: ~Copyable {
  private let reader = JSONReader()
  private let start = Array("{\"id\":\"".utf8)

  /// Adds the ids of the lines at `range` of `bytes`.
  func addIDs(of bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to ids: inout IDFilter) {
    var place = range.lowerBound
    while place < range.upperBound {
      let end = unsafe bytes.place(of: 0x0A, from: place, to: range.upperBound)
      unsafe addID(ofLine: place..<end, in: bytes, to: &ids)
      place = end + 1
    }
  }

  @inline(__always)
  private func addID(ofLine line: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, to ids: inout IDFilter) {
    if line.count > start.count, unsafe bytes[line].starts(with: start) {
      var place = line.lowerBound + start.count
      while place < line.upperBound, unsafe bytes[place] != 0x22, unsafe bytes[place] != 0x5C { place += 1 }
      if place < line.upperBound, unsafe bytes[place] == 0x22 {
        let id = unsafe UnsafeBufferPointer(rebasing: bytes[(line.lowerBound + start.count)..<place])
        unsafe ids.insert(IDFilter.hash(id))
        return
      }
    }
    if line.isEmpty { return }
    let padded = unsafe Array(bytes[line]) + [UInt8](repeating: 0, count: JSONReader.padding)
    let members = (try? reader.document(in: padded, 0..<line.count))?.root.members ?? []
    for (name, value) in members where name == "id" {
      if let id = value.string { ids.insert(id) }
    }
  }
}
