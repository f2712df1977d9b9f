import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif
/// A file that is open for reading, and what has been found to be wrong with it.
///
/// The pointers here live only for the call that they are made for.
final class SnapshotFile: Sendable {
  let path: String
  let descriptor: Int32
  /// How many bytes it has.
  let bytes: Int
  private let found = Mutex<SnapshotProblem?>(nil)

  init(_ path: String) throws(SnapshotProblem) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: SystemError.words()) }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      let reason = !isKnown ? SystemError.words() : isFolder ? SystemError.words(EISDIR) : "it is no file"
      close(descriptor)
      throw .unreadable(path: path, reason: reason)
    }
    self.path = path
    self.descriptor = descriptor
    bytes = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The first thing that was found to be wrong with it.
  var problem: SnapshotProblem? { found.withLock { $0 } }

  /// Remembers that a section is damaged.
  func report(damaged section: String) {
    found.withLock { $0 = $0 ?? .damaged(path: path, section: section) }
  }

  /// Fills `buffer` with the bytes from `offset` on.
  ///
  /// - Returns: false where there are not so many, or the disk cannot read them.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Bool {
    var done = 0
    while done < buffer.count {
      let count = unsafe pread(descriptor, buffer.baseAddress! + done, buffer.count - done, off_t(offset + done))
      if count > 0 { done += count } else if count == 0 || errno != EINTR { return false }
    }
    return true
  }

  /// The bytes from `offset` on; nil where they cannot be read.
  func read(_ count: Int, at offset: Int) -> [UInt8]? {
    var isRead = false
    let all = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      isRead = unsafe read(into: UnsafeMutableRawBufferPointer(buffer), at: offset)
      initialised = isRead ? count : 0
    }
    return isRead ? all : nil
  }
}

/// What the system says of its last error.
enum SystemError {
  static func words(_ number: Int32 = errno) -> String {
    switch number {
    case ENOENT: "there is no such file or folder"
    case EACCES, EPERM: "it may not be read or written"
    case EISDIR: "it is a folder"
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the disk may not be written to"
    default: unsafe String(cString: strerror(number)).lowercased()
    }
  }
}
