import ClaimModel

/// On whose word a claim stands, and for when it is said to hold.
struct Testimony {
  var article: UInt32
  var sentence: UInt32
  /// Who says it, as a key of the dictionary.
  var speaker: UInt32
  var isCertainEnough: Bool
  var first: Int32
  var last: Int32
  /// Whether it tells of what is over: where it ended more than a year before the article's own present, or is said to
  /// have held before something or until then.
  var isPast: Bool

  /// Days after which what an article tells is no longer its present.
  private static let presentDays: Int32 = 366

  /// The word on which the claim in a row stands; `present` is the last day that its article is known to speak of.
  init(_ base: KnowledgeBase, _ row: Int, present: Int32?, _ cues: PhraseCues) {
    let claims = base.claims
    article = claims.article[row]
    sentence = claims.sentence[row]
    speaker = base.terms.keys[Int(claims.speaker.terms[row])]
    isCertainEnough = claims.certainty[row] <= Certainty.probable.code
    first = claims.date.first(row)
    last = claims.date.last(row)
    let end = Int64(claims.date.last(row)) + Int64(Self.presentDays)
    let isOver = claims.date.last(row) != DateColumn.open.last && present.map { end < Int64($0) } == true
    let markers = claims.obliques[row].map { base.terms.texts[Int(base.obliques.markers[Int($0)])] }
    isPast = isOver || !cues.ends.isDisjoint(with: markers)
  }

  var isDated: Bool { first != DateColumn.open.first || last != DateColumn.open.last }

  /// Whether both can be about the same days. A claim without a date is about the present.
  func isOfOneTime(with other: Testimony) -> Bool {
    if isDated, other.isDated { return first <= other.last && other.first <= last }
    return !isPast && !other.isPast
  }
}
