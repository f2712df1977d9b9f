import CLineEditor
import Glibc

/// A file descriptor of the process that text is written to.
///
/// The pointers here live only for the call that they are made for.
struct Descriptor {
  /// Why text could not be written.
  enum WriteFailure: Error {
    /// Whoever reads has gone, as `head` does when it has enough.
    case readerGone
    /// Anything else, as the system words it.
    case failed(reason: String)
  }

  static let input = Descriptor(number: 0)
  static let output = Descriptor(number: 1)
  static let errors = Descriptor(number: 2)

  let number: Int32

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// The terminal's present size; nil where it is no terminal or does not say.
  var size: (columns: Int, rows: Int)? {
    let size = terminal_size(number)
    return size.columns > 0 && size.rows > 0 ? (Int(size.columns), Int(size.rows)) : nil
  }

  /// The pixels of a cell of the terminal; nil where it does not say.
  var cell: (width: Int, height: Int)? {
    let size = terminal_size(number)
    guard size.columns > 0, size.rows > 0, size.width >= size.columns, size.height >= size.rows else { return nil }
    return (Int(size.width / size.columns), Int(size.height / size.rows))
  }

  /// Writes all of `text`.
  func write(_ text: String) throws(WriteFailure) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = unsafe bytes[sent...].withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE {
        throw .readerGone
      } else if errno != EINTR && errno != EAGAIN {
        throw .failed(reason: unsafe String(cString: strerror(errno)))
      }
    }
  }

  /// The next line that comes from it, without its end; nil where none comes any more, or a signal came first.
  func readLine() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while true {
      let count = unsafe Glibc.read(number, &byte, 1)
      if count < 0 || count == 0 && bytes.isEmpty { return nil }
      if count == 0 || byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }

  /// All that comes from it until it ends; an error ends it as well.
  func readAll() -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { unsafe Glibc.read(number, $0.baseAddress, $0.count) }
      if count > 0 { bytes += chunk[..<count] }
      if count == 0 || (count < 0 && errno != EINTR) { return bytes }
    }
  }
}
