import ClaimModel
import Store

/// What the threads of an import share and do not change.
struct BulkContext: Sendable {
  let context: ImportContext
  /// Who made the claims whose lines do not say so, and whether that is Hearsay.
  let extractor: String
  let isHearsay: Bool
  /// The articles that were known before.
  let shelf: ArticleShelf
  /// What may be an id of a line.
  let ids: IDFilter
  /// Looks names up for lines that explain none.
  let names: NameLinker

  init(_ context: ImportContext, extractor: String, shelf: ArticleShelf, ids: IDFilter) {
    self.context = context
    self.extractor = extractor
    self.shelf = shelf
    self.ids = ids
    isHearsay = Version.isHearsay(extractor)
    names = NameLinker(context)
  }
}
