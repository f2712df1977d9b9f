import CScanner

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A file of claims that is read piece by piece, by several threads at once.
public final class ClaimsFile: Sendable {
  /// How many bytes it has.
  public let size: Int
  private let content: Content

  private enum Content {
    case bytes([UInt8])
    case file(Int32)
  }

  /// What has been read already.
  public init(_ bytes: [UInt8]) {
    content = .bytes(bytes)
    size = bytes.count
  }

  /// The file at `path`; nil where it cannot be read, or is no plain file.
  public init?(path: String) {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      return nil
    }
    content = .file(file)
    size = Int(status.st_size)
  }

  deinit {
    if case .file(let file) = content { close(file) }
  }

  /// Copies the bytes from `offset` on to the start of `buffer`, as many as there are and have room in it.
  ///
  /// - Returns: how many that were; fewer than there should be where the file has been cut since.
  func read(from offset: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let wanted = max(min(buffer.count, size - offset), 0)
    guard wanted > 0, let start = buffer.baseAddress else { return 0 }
    switch content {
    case .bytes(let bytes):
      _ = unsafe bytes.withUnsafeBufferPointer {
        unsafe memcpy(start, $0.baseAddress.unsafelyUnwrapped + offset, wanted)
      }
      return wanted
    case .file(let file):
      var done = 0
      while done < wanted {
        let count = unsafe pread(file, start + done, wanted - done, off_t(offset + done))
        if count == 0 || count < 0 && errno != EINTR { break }
        done += max(count, 0)
      }
      return done
    }
  }
}

/// A piece of a file in memory, with as many bytes after it as a scanner may read.
///
/// Safe: it alone has its memory, of which it hands out what has been read into it, while it is not read into again.
@safe
struct FileWindow: ~Copyable {
  private let file: ClaimsFile
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// The place of the first byte in the file, and how many there are.
  private(set) var offset = 0
  private(set) var count = 0

  init(_ file: ClaimsFile, capacity: Int) {
    self.file = file
    self.capacity = capacity
    unsafe memory = .allocate(capacity: capacity + Int(scanner_padding))
  }

  deinit { unsafe memory.deallocate() }

  /// Its bytes, `scanner_padding` of which follow that may be read too.
  var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: memory, count: count) }

  /// Whether it goes to the end of the file.
  var isLast: Bool { offset + count >= file.size }

  /// Reads the bytes of the file from `offset` on, `wanted` of them.
  mutating func read(from offset: Int, count wanted: Int) {
    self.offset = offset
    count = 0
    grow(to: wanted)
  }

  /// Reads on until there are `wanted` bytes.
  mutating func grow(to wanted: Int) {
    if wanted > capacity {
      let other = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + Int(scanner_padding))
      unsafe other.update(from: memory, count: count)
      unsafe memory.deallocate()
      unsafe memory = other
      capacity = wanted
    }
    let rest = unsafe UnsafeMutableBufferPointer(start: memory + count, count: max(wanted - count, 0))
    count += unsafe file.read(from: offset + count, into: rest)
    unsafe (memory + count).update(repeating: 0, count: Int(scanner_padding))
  }

  /// Where the byte first stands from `place` on; nil where it does not.
  func place(of byte: UInt8, from place: Int) -> Int? {
    let found = unsafe bytes.place(of: byte, from: place, to: count)
    return found < count ? found : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the byte first stands from `place` on, before `end`; `end` where it does not.
  func place(of byte: UInt8, from place: Int, to end: Int) -> Int {
    precondition(end <= count)
    guard place < end, let start = baseAddress, let found = unsafe memchr(start + place, Int32(byte), end - place)
    else { return end }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
  }
}
