import Glibc

/// A file that is written beside the one whose place it takes when it is whole.
@safe final class ExportFile {
  private let path: String
  private let draft: String
  /// Open until the file is finished, or given up.
  private var stream: UnsafeMutablePointer<FILE>?

  /// Begins to write; nil where that cannot be done.
  init?(_ path: String) {
    self.path = path
    draft = path + ".part"
    unsafe stream = fopen(draft, "w")
    if unsafe stream == nil { return nil }
  }

  /// Gives up what has not been finished.
  deinit {
    guard let stream = unsafe stream else { return }
    unsafe fclose(stream)
    unsafe unlink(draft)
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
    let isWritten = unsafe fflush(stream) == 0 && ferror(stream) == 0 && fsync(fileno(stream)) == 0
    let isClosed = unsafe fclose(stream) == 0
    if isWritten, isClosed, unsafe rename(draft, path) == 0 { return true }
    unsafe unlink(draft)
    return false
  }
}
