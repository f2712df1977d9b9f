import ClaimModel
import Store

/// What is told of articles that have changed since they were read.
enum ChangedArticles {
  /// That an article gives way to another version of it, or to none.
  static func notice(of outdated: OutdatedArticle, in base: KnowledgeBase) -> Diagnostic {
    let file = base.article(atRow: outdated.row).file
    let (claims, others) = base.claimCounts(ofArticle: outdated.row)
    let suggestion = others > 0 ? "\(counted(others)) of others went with it: import their file again" : nil
    guard let successor = outdated.successor else {
      let words = "\(file) is no longer in its file: \(counted(claims)) taken back"
      return Diagnostic(.notice, code: "S024", words, suggestion: suggestion)
    }
    let other = base.article(atRow: successor).file
    let what = other == file ? "\(file) changed" : "\(other) has the address of \(file)"
    let words = "\(what): \(counted(claims)) replaced by \(base.claimCounts(ofArticle: successor).all)"
    return Diagnostic(.notice, code: "S024", words, suggestion: suggestion)
  }

  /// That articles have the name of others of which nobody knows whether they are earlier versions.
  static func namesakes(of added: [Article], in base: KnowledgeBase) -> [Diagnostic] {
    guard base.articleCount > added.count else { return [] }
    var counts: [String: Int] = [:]
    for file in base.filesWithoutPlace { counts[file, default: 0] += 1 }
    return added.filter { counts[$0.file, default: 0] > ($0.path == nil ? 1 : 0) }.map {
      Diagnostic(.notice, code: "S020", "another \($0.file) with other words is known: both are kept")
    }
  }

  private static func counted(_ claims: Int) -> String { "\(claims) \(claims == 1 ? "claim" : "claims")" }
}
