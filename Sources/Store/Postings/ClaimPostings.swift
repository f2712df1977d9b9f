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

  /// Adds the last claim of the columns.
  mutating func appendLast(of claims: ClaimColumns) {
    let row = claims.count - 1
    add(row, claims.subject.terms[row], to: &subject)
    add(row, claims.relation[row], to: &relation)
    add(row, claims.object.terms[row], to: &object)
    add(row, claims.location[row], to: &location)
    add(row, claims.speaker.terms[row], to: &speaker)
    add(row, claims.topic[row], to: &topic)
    for entity in claims.about[row] { add(row, entity, to: &about) }
    article.append(row, to: Int(claims.article[row]))
  }

  private func add(_ row: Int, _ term: TermID, to postings: inout Postings) {
    if term != 0 { postings.append(row, to: Int(term)) }
  }
}
