import CDigest
import CEmbedded
import ClaimModel
import Output

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
      let digest = unsafe digest_first_bytes(file.bytes, file.count)
      return [unsafe String(cString: file.name), hexadecimal(digest)]
    }
    return "\(name)\n\nIt carries, with the start of each file's SHA-256:\n"
      + AlignedLines.text(of: rows.sorted { $0[0] < $1[0] }, style: .plain, width: nil)
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
