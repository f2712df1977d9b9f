import ClaimModel
import TextForms

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
    digest = SHA256.hexadecimal(of: bytes)
    text = mark == 0 ? bytes : Array(bytes[mark...])
    origins = OffsetMap(startingAt: mark)
  }

  /// A draft of the article that is the whole file.
  var draft: Draft { Draft(file: name, digest: digest, source: origins) }
}
