import CScanner

/// The words that one thread has met while it reads a file, as they are written, with the stems that they have.
///
/// A form of up to sixteen bytes is its own key: a probe reads one entry and no text.
@safe
final class LocalWords {
  /// The stems by number; none has the number 0.
  private(set) var stems: [String] = [""]
  private var numbers: [String: UInt32] = [:]
  private var table: UnsafeMutablePointer<Form>
  private var mask = 1 << 12 - 1
  private var count = 0
  /// Forms that are longer, and those of which folding makes several words.
  private var longForms: [[UInt8]: [UInt32]] = [:]
  private var runs: UnsafeMutablePointer<ByteRun>
  private var probes: UnsafeMutablePointer<Probe>
  private var found: UnsafeMutablePointer<UInt32>
  /// How many words of a text there is room for.
  private var room = 1 << 10
  /// What `WordGroups` sorts with: for each stem zero, between its calls.
  var counts: [UInt32] = []
  var sorted: [UInt32] = []

  /// The most forms that are kept: a file of nothing but new words must not fill the memory twice.
  private static let most = 1 << 20
  /// Stands for a form that is among the long ones.
  private static let isLong = UInt32.max

  /// A form of up to sixteen bytes and its stem; 0 where there is no form.
  private struct Form {
    var low: UInt64
    var high: UInt64
    var stem: UInt32
  }

  /// A form that is to be looked up.
  private struct Probe {
    var low: UInt64
    var high: UInt64
    var hash: UInt64

    @inline(__always)
    init(low: UInt64, high: UInt64) {
      (self.low, self.high) = (low, high)
      let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ 0xE703_7ED1_A0B4_28DB)
      hash = product.low ^ product.high
    }
  }

  init() {
    unsafe table = .allocate(capacity: mask + 1)
    unsafe table.initialize(repeating: Form(low: 0, high: 0, stem: 0), count: mask + 1)
    unsafe (runs, probes, found) = (.allocate(capacity: room), .allocate(capacity: room), .allocate(capacity: room))
  }

  deinit {
    unsafe table.deallocate()
    unsafe runs.deallocate()
    unsafe probes.deallocate()
    unsafe found.deallocate()
  }

  /// Adds the numbers of the stems of a text's words to `numbers`. `slack` bytes after the text may be read.
  func encode(_ text: UnsafeBufferPointer<UInt8>, into numbers: inout [UInt32]) {
    guard let start = text.baseAddress, text.count > 0 else { return }
    if text.count / 2 + 1 > room { makeRoom(text.count) }
    let total = unsafe word_runs(start, text.count, runs)
    // All of a text's words are fetched at once, and looked up then.
    for number in 0..<total {
      let run = unsafe runs[number]
      let probe = unsafe Self.probe(start + Int(run.start), Int(run.end - run.start))
      unsafe probes[number] = probe
      unsafe prefetch_line(table + Int(truncatingIfNeeded: probe.hash) & mask)
    }
    var pending = 0
    for number in 0..<total {
      let (run, probe) = unsafe (runs[number], probes[number])
      var stem = Self.isLong
      if run.end - run.start <= 16 {
        stem = unsafe table[slot(probe)].stem
        if stem == 0 { stem = unsafe add(UnsafeBufferPointer(rebasing: text[Int(run.start)..<Int(run.end)]), probe) }
      }
      if stem == Self.isLong {
        unsafe numbers.append(contentsOf: UnsafeBufferPointer(start: found, count: pending))
        pending = 0
        numbers.append(contentsOf: unsafe stemsOfLong(text[Int(run.start)..<Int(run.end)]))
      } else {
        unsafe found[pending] = stem
        pending += 1
      }
    }
    unsafe numbers.append(contentsOf: UnsafeBufferPointer(start: found, count: pending))
  }

  private func makeRoom(_ wanted: Int) {
    unsafe runs.deallocate()
    unsafe probes.deallocate()
    unsafe found.deallocate()
    room = wanted
    unsafe (runs, probes, found) = (.allocate(capacity: room), .allocate(capacity: room), .allocate(capacity: room))
  }

  /// The first sixteen bytes of a form, zero after its end.
  @inline(__always)
  private static func probe(_ start: UnsafePointer<UInt8>, _ length: Int) -> Probe {
    let bytes = unsafe UnsafeRawPointer(start)
    let first = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    let second = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let low = first & (1 << UInt64(8 * min(length, 8)) &- 1)
    let high = second & (1 << UInt64(8 * (min(max(length, 8), 16) - 8)) &- 1)
    return Probe(low: low, high: high)
  }

  /// Where a form is, or would be.
  @inline(__always)
  private func slot(_ probe: Probe) -> Int {
    var slot = Int(truncatingIfNeeded: probe.hash) & mask
    while unsafe table[slot].stem != 0, unsafe table[slot].low != probe.low || table[slot].high != probe.high {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func add(_ run: UnsafeBufferPointer<UInt8>, _ probe: Probe) -> UInt32 {
    if count >= Self.most { clear() }
    if count * 2 > mask { grow() }
    let numbers = unsafe numbers(of: run)
    let stem = numbers.count == 1 ? numbers[0] : Self.isLong
    if numbers.count != 1 { longForms[unsafe Array(run)] = numbers }
    unsafe table[slot(probe)] = Form(low: probe.low, high: probe.high, stem: stem)
    count += 1
    return stem
  }

  private func stemsOfLong(_ run: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt32] {
    let form = unsafe Array(run)
    if let known = longForms[form] { return known }
    if longForms.count >= Self.most { clear() }
    let made = unsafe numbers(of: UnsafeBufferPointer(rebasing: run))
    longForms[form] = made
    return made
  }

  private func numbers(of run: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    unsafe Words.stems(ofRun: run.span).map { stem in
      if let known = numbers[stem] { return known }
      let number = UInt32(stems.count)
      stems.append(stem)
      numbers[stem] = number
      return number
    }
  }

  private func clear() {
    unsafe table.update(repeating: Form(low: 0, high: 0, stem: 0), count: mask + 1)
    longForms = [:]
    count = 0
  }

  private func grow() {
    let (old, oldCount) = unsafe (table, mask + 1)
    mask = mask * 2 + 1
    unsafe table = .allocate(capacity: mask + 1)
    unsafe table.initialize(repeating: Form(low: 0, high: 0, stem: 0), count: mask + 1)
    for place in 0..<oldCount {
      let form = unsafe old[place]
      if form.stem != 0 { unsafe table[slot(Probe(low: form.low, high: form.high))] = form }
    }
    unsafe old.deallocate()
  }
}
