/// What a claim says of one thing, in a form in which claims with different words can be compared.
struct Fact: Sendable {
  /// The row of the claim.
  var claim: UInt32
  /// What is said, as a place in the table of senses; nil where it is the relation itself.
  var sense: Int?
  /// Of whom, an entity; for a plain relation what its subject is, which may be a phrase.
  var theme: TermID
  /// Who does it, or stands so to the theme; for a plain relation what its object is; 0 where there is none.
  var other: TermID = 0
  /// Where; 0 where that is not said.
  var place: TermID = 0
  /// Whether it is said not to be so.
  var isDenied: Bool
  /// Whether it is said of all that there is of its kind: "ISKP's hubs", not "one of its hubs".
  var isWhole = false
  /// The hash of what the claim says and of its sentence: reprints share it.
  var content: UInt64 = 0
  /// A number that stands in another claim of the sentence, where just one does.
  var sentenceNumber = Double.nan
}
