/// For each term the rows of the claims that have it, by attribute; for each article those that were made of it.
package struct ClaimPostings: Sendable {
  package internal(set) var subject = Postings()
  package internal(set) var relation = Postings()
  package internal(set) var object = Postings()
  package internal(set) var location = Postings()
  package internal(set) var speaker = Postings()
  package internal(set) var topic = Postings()
  package internal(set) var about = Postings()
  /// By the row of the article.
  package internal(set) var article = Postings()

  /// Adds the claims of the columns from `row` on.
  mutating func append(_ claims: ClaimColumns, from row: Int) {
    Self.add(claims.subject.terms, row, to: &subject)
    Self.add(claims.relation, row, to: &relation)
    Self.add(claims.object.terms, row, to: &object)
    Self.add(claims.location, row, to: &location)
    Self.add(claims.speaker.terms, row, to: &speaker)
    Self.add(claims.topic, row, to: &topic)
    about.append(rowsOf: claims.about, from: row)
    Self.add(claims.article, row, to: &article, least: 0)
  }

  private static func add(_ lists: Column<UInt32>, _ row: Int, to postings: inout Postings, least: UInt32 = 1) {
    unsafe lists.withUnsafeValues { values in
      unsafe postings.append(rowsFrom: row, to: UnsafeBufferPointer(rebasing: values[row...]), least: least)
    }
  }
}
