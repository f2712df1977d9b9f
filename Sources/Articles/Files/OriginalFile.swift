import CLibMD
import ClaimModel

/// A file's bytes, found to be UTF-8, with what every format needs of them.
struct OriginalFile: Sendable {
  /// The path, for diagnostics.
  var path: String
  /// The name, without folders.
  var name: String
  /// SHA-256 of all bytes of the file, 64 hexadecimal digits.
  var digest: String
  /// The text: the file's bytes after its byte order mark.
  var text: [UInt8]
  /// Where the bytes of `text` stand in the file.
  var origins: OffsetMap

  /// Reads `file`. Throws where it cannot be read or is no UTF-8.
  init(reading file: ArticleFile) throws(ArticleProblem) {
    try self.init(path: file.path, name: file.name, bytes: try file.bytes())
  }

  /// The file at `path` whose bytes are `bytes`. Throws where they are no UTF-8.
  init(path: String, name: String, bytes: [UInt8]) throws(ArticleProblem) {
    if let problem = EncodingCheck.problem(of: bytes, path: path) { throw problem }
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    self.path = path
    self.name = name
    digest = Self.digest(of: bytes)
    text = mark == 0 ? bytes : Array(bytes[mark...])
    origins = OffsetMap(startingAt: mark)
  }

  /// SHA-256 of `bytes`, in hexadecimal.
  static func digest(of bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    // libmd reads `count` bytes and writes SHA256_DIGEST_LENGTH of them, which is what `hash` has room for.
    unsafe SHA256Init(&context)
    unsafe bytes.withUnsafeBufferPointer { unsafe SHA256Update(&context, $0.baseAddress, $0.count) }
    unsafe SHA256Final(&hash, &context)
    return hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// A draft of the article that is the whole file.
  var draft: Draft { Draft(file: name, digest: digest, source: origins) }
}
