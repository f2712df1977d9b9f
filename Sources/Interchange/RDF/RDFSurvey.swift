/// What has to be known of a whole file of statements before its first claim can be read: how much it says of each thing,
/// so that a claim is read as soon as all is said of it, in whatever order the statements stand.
struct RDFSurvey {
  /// What a file says of a thing.
  struct Tally {
    /// How many statements are about it, and how many have it as their value, those left out that name a class.
    var statements: UInt32 = 0
    var references: UInt32 = 0
    var isClaim = false
  }

  /// The things by the hash of their names. Two that have one hash would wait for one another, to the end at most.
  private(set) var tallies: [UInt64: Tally] = [:]

  init(_ file: ClaimsFile, _ syntax: RDFSyntax) {
    let parser = RDFParser(syntax)
    parser.read(file, tell: { _ in }) {
      let isClass = parser.predicate.holds(RDFVocabulary.type)
      tallies[parser.subject.hash, default: Tally()].statements += 1
      if isClass, parser.object.holds(RDFClass.claim.iri) {
        tallies[parser.subject.hash, default: Tally()].isClaim = true
      }
      if !isClass, parser.object.form != .literal { tallies[parser.object.hash, default: Tally()].references += 1 }
      return true
    }
  }
}
