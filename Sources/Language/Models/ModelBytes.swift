import CEmbedded

/// Bytes of a model, read where they are: in the binary, or in memory that this keeps alive.
///
/// Invariant: `base` points to `count` readable bytes, aligned to 16, that never change while a copy of this value
/// lives. Every access is checked against `count`.
@safe package struct ModelBytes: @unchecked Sendable {
  private let base: UnsafeRawPointer
  package let count: Int
  private let owner: Owner?

  /// The bytes of a file that the program carries.
  init(embedded file: EmbeddedFile) {
    unsafe base = UnsafeRawPointer(file.bytes)
    unsafe count = file.count
    owner = nil
  }

  /// A copy of `bytes`.
  package init(copying bytes: [UInt8]) {
    let owner = Owner(bytes)
    unsafe base = UnsafeRawPointer(owner.memory)
    count = bytes.count
    self.owner = owner
  }

  @safe private final class Owner {
    let memory: UnsafeMutableRawPointer

    init(_ bytes: [UInt8]) {
      unsafe memory = UnsafeMutableRawPointer.allocate(byteCount: max(16, bytes.count), alignment: 16)
      unsafe bytes.withUnsafeBytes { source in
        unsafe UnsafeMutableRawBufferPointer(start: memory, count: source.count).copyMemory(from: source)
      }
    }

    deinit { unsafe memory.deallocate() }
  }

  /// Where the bytes start; they may be read as long as a copy of this value lives.
  @unsafe package var start: UnsafeRawPointer { unsafe base }

  /// The byte at `offset`.
  package func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The little-endian number of four bytes at `offset`, a multiple of 4.
  package func word(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset + 4 <= count && offset & 3 == 0)
    return unsafe UInt32(littleEndian: base.load(fromByteOffset: offset, as: UInt32.self))
  }

  /// The little-endian number of eight bytes at `offset`, a multiple of 8.
  package func long(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count && offset & 7 == 0)
    return unsafe UInt64(littleEndian: base.load(fromByteOffset: offset, as: UInt64.self))
  }

  /// The `length` bytes from `offset` on; offset a multiple of 16.
  package func part(at offset: Int, length: Int) -> ModelBytes {
    precondition(offset >= 0 && length >= 0 && offset + length <= count)
    return unsafe ModelBytes(base: base + offset, count: length, owner: owner)
  }

  private init(base: UnsafeRawPointer, count: Int, owner: Owner?) {
    unsafe self.base = base
    self.count = count
    self.owner = owner
  }

  /// The bytes as text.
  package var text: String {
    unsafe String(decoding: UnsafeRawBufferPointer(start: base, count: count), as: UTF8.self)
  }
}
