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
  private var runCapacity = 1 << 10

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

  init() {
    unsafe table = .allocate(capacity: mask + 1)
    unsafe table.initialize(repeating: Form(low: 0, high: 0, stem: 0), count: mask + 1)
    unsafe runs = .allocate(capacity: runCapacity)
  }

  deinit {
    unsafe table.deallocate()
    unsafe runs.deallocate()
  }

  /// Adds the numbers of the stems of a text's words to `found`. `slack` bytes after the text may be read.
  func encode(_ text: UnsafeBufferPointer<UInt8>, into found: inout [UInt32]) {
    guard let start = text.baseAddress, text.count > 0 else { return }
    if text.count / 2 + 1 > runCapacity {
      unsafe runs.deallocate()
      runCapacity = text.count
      unsafe runs = .allocate(capacity: runCapacity)
    }
    let total = unsafe word_runs(start, text.count, runs)
    for number in 0..<total {
      let run = unsafe runs[number]
      let length = Int(run.end - run.start)
      let (low, high) = unsafe Self.key(start + Int(run.start), length)
      let slot = length <= 16 ? slot(low, high) : 0
      var stem = length <= 16 ? unsafe table[slot].stem : Self.isLong
      if stem == 0 { stem = unsafe add(UnsafeBufferPointer(rebasing: text[Int(run.start)..<Int(run.end)]), low, high) }
      if stem == Self.isLong {
        found.append(contentsOf: unsafe stemsOfLong(text[Int(run.start)..<Int(run.end)]))
      } else {
        found.append(stem)
      }
    }
  }

  /// The bytes of a form, zero after its end.
  @inline(__always)
  private static func key(_ start: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
    let bytes = unsafe UnsafeRawPointer(start)
    let low = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    if length <= 8 { return (low & UInt64.max >> UInt64(64 - 8 * length), 0) }
    let high = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    return (low, high & UInt64.max >> UInt64(64 - 8 * min(length - 8, 8)))
  }

  /// Where a form is, or would be.
  @inline(__always)
  private func slot(_ low: UInt64, _ high: UInt64) -> Int {
    let product = (low ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: high ^ 0xE703_7ED1_A0B4_28DB)
    var slot = Int(truncatingIfNeeded: product.low ^ product.high) & mask
    while unsafe table[slot].stem != 0, unsafe table[slot].low != low || table[slot].high != high {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func add(_ run: UnsafeBufferPointer<UInt8>, _ low: UInt64, _ high: UInt64) -> UInt32 {
    if count >= Self.most { clear() }
    if count * 2 > mask { grow() }
    let numbers = unsafe numbers(of: run)
    let stem = numbers.count == 1 ? numbers[0] : Self.isLong
    if numbers.count != 1 { longForms[unsafe Array(run)] = numbers }
    unsafe table[slot(low, high)] = Form(low: low, high: high, stem: stem)
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
      if form.stem != 0 { unsafe table[slot(form.low, form.high)] = form }
    }
    unsafe old.deallocate()
  }
}
