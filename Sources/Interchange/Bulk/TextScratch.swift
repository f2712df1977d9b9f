import CScanner

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Hands out the texts of a line: where they stand, or in memory of its own where they have escapes.
///
/// Safe: there is room in it for as many bytes as the line's values have, each followed by `scanner_padding`.
@safe
final class TextScratch {
  private var bytes = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var pieces = unsafe [UnsafeMutablePointer<UInt8>]()
  private var used = 0
  private var capacity = 0

  /// Where a key is copied to.
  private var key: UnsafeMutablePointer<UInt8>

  init() {
    unsafe key = .allocate(capacity: 256)
    unsafe key.initialize(repeating: 0, count: 256)
  }

  deinit {
    unsafe key.deallocate()
    while let piece = unsafe pieces.popLast() { unsafe piece.deallocate() }
  }

  /// Begins with a line that stands in `bytes`.
  func start(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe self.bytes = bytes
    used = 0
    // More than one piece is only needed by the line that first needs more.
    while unsafe pieces.count > 1 { unsafe pieces.removeFirst().deallocate() }
  }

  /// The text that is a value; nil where the value is no text, or has an escape that is none.
  func text(_ value: ScannedValue, isJSON: Bool) -> UnsafeBufferPointer<UInt8>? {
    let (start, count) = (value.start, Int(value.length))
    let text = unsafe UnsafeBufferPointer(rebasing: bytes[start..<(start + count)])
    if value.form == ScannedText { return unsafe text }
    guard value.form == ScannedEscapedText, let from = text.baseAddress else { return nil }
    let to = unsafe room(count + Int(scanner_padding))
    let written = isJSON ? unsafe json_unescape(from, count, to) : unsafe csv_unescape(from, count, to)
    return written > count ? nil : unsafe UnsafeBufferPointer(start: to, count: written)
  }

  /// The bytes of a list; nil where the value is none.
  func list(_ value: ScannedValue) -> UnsafeBufferPointer<UInt8>? {
    guard value.form == ScannedList else { return nil }
    return unsafe UnsafeBufferPointer(rebasing: bytes[value.start..<(value.start + Int(value.length))])
  }

  /// The number that is a value; nil where it is none, or too large.
  func number(_ value: ScannedValue, isJSON: Bool) -> Double? {
    let (start, count) = (value.start, Int(value.length))
    let text = unsafe UnsafeBufferPointer(rebasing: bytes[start..<(start + count)])
    guard value.form == (isJSON ? ScannedNumber : ScannedText) else { return nil }
    if count < 16, unsafe text.allSatisfy({ $0 &- 0x30 < 10 }), unsafe text[0] != 0x30 || count == 1 {
      return Double(unsafe text.reduce(0) { $0 * 10 + Int($1 - 0x30) })
    }
    guard unsafe is_json_number(text.baseAddress, count) != 0 else { return nil }
    let number = Double(unsafe String(decoding: text, as: UTF8.self)) ?? .nan
    return number.isFinite ? number : nil
  }

  /// Calls `body` with the bytes of a key.
  func withCopy<Result>(
    of key: InlineArray<9, UInt32>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    for place in key.indices {
      unsafe UnsafeMutableRawPointer(self.key).storeBytes(of: key[place], toByteOffset: place * 4, as: UInt32.self)
    }
    return unsafe body(UnsafeBufferPointer(start: self.key, count: key.count * 4))
  }

  private func room(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    if used + count > capacity {
      capacity = max(capacity * 2, count, 1 << 16)
      let piece = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      unsafe piece.initialize(repeating: 0, count: capacity)
      unsafe pieces.append(piece)
      used = 0
    }
    used += count
    return unsafe pieces[pieces.count - 1] + used - count
  }
}

/// What a claim says, written one field after another.
///
/// Safe: it alone has its memory, which is as long as what is put into it.
@safe
final class ContentBuffer {
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  private var count = 0
  /// How many bytes are copied at once.
  private static var block: Int { 32 }

  init() {
    unsafe memory = .allocate(capacity: capacity)
  }

  deinit { unsafe memory.deallocate() }

  /// Begins anew.
  func clear() { count = 0 }

  /// Ends a field.
  func separate() { put(byte: 0x1F) }

  /// Adds a byte.
  func put(byte: UInt8) {
    makeRoom(1)
    unsafe memory[count] = byte
    count += 1
  }

  /// Adds the bytes of a text that `LocalDictionary.slack` more follow.
  @inline(__always)
  func put(_ text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    makeRoom(text.count + Self.block)
    // Most texts are no longer than a block.
    let from = unsafe UnsafeRawPointer(start)
    let first = unsafe from.loadUnaligned(as: SIMD32<UInt8>.self)
    unsafe UnsafeMutableRawPointer(memory + count).storeBytes(of: first, as: SIMD32<UInt8>.self)
    if text.count > Self.block {
      unsafe memcpy(memory + count + Self.block, from + Self.block, text.count - Self.block)
    }
    count += text.count
  }

  /// Adds a text.
  func put(_ text: String) {
    let bytes = text.utf8.span
    makeRoom(bytes.count)
    for place in bytes.indices { unsafe memory[count + place] = bytes[place] }
    count += bytes.count
  }

  /// Calls `body` with all that has been added.
  func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe body(UnsafeBufferPointer(start: memory, count: count).span)
  }

  @inline(__always)
  private func makeRoom(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let other = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe memcpy(other, memory, count)
    unsafe memory.deallocate()
    unsafe memory = other
  }
}
