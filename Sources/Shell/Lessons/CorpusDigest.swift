import ClaimModel
import Store
import TextForms

/// What tells one set of articles from another.
enum CorpusDigest {
  /// The SHA-256 of a line for each article, by file: the file's own SHA-256, two spaces, its name. For text files that is
  /// what `sha256sum *.txt | sha256sum` prints in their folder.
  static func digest(of base: KnowledgeBase) -> String {
    let lines = base.articles.map { (file: $0.file, line: "\($0.digest)  \($0.file)\n") }
    let sorted = lines.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    return SHA256.hexadecimal(of: sorted.flatMap { Array($0.line.utf8) })
  }
}
