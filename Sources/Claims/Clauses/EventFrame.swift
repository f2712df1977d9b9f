/// What the words around an event's noun are to it, as the cue table has it.
///
/// A line of the table is `support = support for to`: the verb that says the same (`_` parts its words), then the
/// prepositions that tie its object, then `suffered` where the possessor is the one it is done to, or `unowned` where
/// its `of` phrase is neither: "a campaign of terror".
struct EventFrame {
  /// The verb that says the same: `die` for death.
  let verb: String
  /// Whether the noun's `of` phrase is what it is done to, not who does it.
  let ofIsObject: Bool
  /// Whether the noun's possessor is the one it is done to: "his assassination".
  let possessorSuffers: Bool
  /// Whether the noun's `of` phrase says what kind of event it is.
  let ofIsKind: Bool
  /// The prepositions, beside `of` and `by`, that tie what it is done to.
  let objectPrepositions: [String]

  /// The frame of the noun with dictionary form `noun`; nil where the table does not list it.
  init?(of noun: String, cues: CueTable) {
    let object = cues.value(of: noun, in: .eventsOfObject)
    guard let line = object ?? cues.value(of: noun, in: .eventsOfSubject) else { return nil }
    let words = line.split(separator: " ").map(String.init)
    verb = (words.first ?? noun).split(separator: "_").joined(separator: " ")
    ofIsObject = object != nil
    possessorSuffers = words.last == "suffered"
    ofIsKind = words.last == "unowned"
    objectPrepositions = words.dropFirst().filter { $0 != "suffered" && $0 != "unowned" }
  }
}
