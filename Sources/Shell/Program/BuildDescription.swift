import CEmbedded
import ClaimModel
import Output
import TextForms

/// Which build this is: the version, and the digests of the models and word lists on which its claims rest.
enum BuildDescription {
  /// The program's name and version.
  static let name = "hearsay \(Version.number)"

  /// What `--version` prints: the name, and a line for each file that the program carries with the first sixteen digits of
  /// its SHA-256.
  static var text: String {
    // The name and the bytes of an embedded file are constants of the program.
    let rows = (0..<embedded_file_count()).map { index in
      let file = unsafe embedded_file(index)
      let bytes = unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      return [unsafe String(cString: file.name), String(SHA256.hexadecimal(of: bytes).prefix(16))]
    }
    return "\(name)\n\nIt carries, with the start of each file's SHA-256:\n"
      + AlignedLines.text(of: rows.sorted { $0[0] < $1[0] }, style: .plain, width: nil)
  }
}
