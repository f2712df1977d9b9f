import Articles
import ClaimModel
import Foundation
import TestSupport

/// Articles and diagnostics as text, so that a change of what is read shows as a readable difference.
enum ArticleForm {
  static func text(of reading: Reading) -> String {
    let articles = reading.articles.map(text(of:))
    let folder = GoldenCase.folder.appending(path: "articles").path + "/"
    return (articles + reading.diagnostics.map(text(of:))).joined(separator: "\n").replacing(folder, with: "")
  }

  static func text(of article: Article) -> String {
    let fields: [(String, String?)] = [
      ("file", article.file), ("label", article.label), ("title", article.title), ("author", article.author),
      ("outlet", article.outlet), ("published", article.published?.description), ("url", article.url),
    ]
    var lines = fields.compactMap { name, value in value.map { "\(name): \($0)" } }
    for block in article.blocks {
      let original = article.origins.original(of: block.range)
      lines.append("")
      lines.append("[\(block.kind.rawValue) \(original.start)..<\(original.end)]")
      lines.append(article.text[block.range])
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func text(of diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { "\($0.file ?? ""):\($0.line):\($0.column): " } ?? ""
    let suggestion = diagnostic.suggestion.map { "\n  \($0)" } ?? ""
    return "\(place)\(diagnostic.severity) \(diagnostic.code): \(diagnostic.message)\(suggestion)\n"
  }
}
