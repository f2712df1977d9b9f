import Glibc

/// A file that is written beside the one whose place it takes when it is whole.
@safe final class ExportFile {
  private let path: String
  private let draft: String
  /// Open until the file is finished, or given up.
  private var stream: UnsafeMutablePointer<FILE>?

  /// Begins to write; nil where that cannot be done. A link is followed; what is there and no file, such as a device or a
  /// pipe, is written to as it stands.
  init?(_ path: String) {
    var about = stat()
    let isThere = unsafe stat(path, &about) == 0
    let isFile = about.st_mode & S_IFMT == S_IFREG
    self.path = isThere && isFile ? Self.followed(path) : path
    draft = isThere && !isFile ? path : self.path + ".part"
    unsafe stream = fopen(draft, "w")
    if unsafe stream == nil { return nil }
  }

  /// Gives up what has not been finished.
  deinit {
    guard let stream = unsafe stream else { return }
    unsafe fclose(stream)
    if draft != path { unsafe unlink(draft) }
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) {
    guard let stream = unsafe stream else { return }
    // What goes wrong stays marked on the stream.
    _ = unsafe bytes.withUnsafeBufferPointer { unsafe fwrite($0.baseAddress, 1, $0.count, stream) }
  }

  /// Puts the file into its place.
  ///
  /// - Returns: whether all of it has been written; where it has not, what was there is left.
  func finish() -> Bool {
    guard let stream = unsafe stream else { return false }
    unsafe self.stream = nil
    let isBroken = unsafe fflush(stream) != 0 || ferror(stream) != 0
    // Only a file can be put on the disk at once.
    let isWritten = unsafe !isBroken && (draft == path || fsync(fileno(stream)) == 0)
    let isClosed = unsafe fclose(stream) == 0
    if draft == path { return isWritten && isClosed }
    if isWritten, isClosed, unsafe rename(draft, path) == 0 { return true }
    unsafe unlink(draft)
    return false
  }

  /// Where a path leads that is there.
  private static func followed(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
