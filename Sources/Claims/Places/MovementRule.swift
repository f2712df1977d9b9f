import ClaimModel
import Language

/// Finds the two ends of a movement: the place from which it starts and the place to which it goes.
///
/// "Moved from Kunar to Balochistan", "its relocation into Pakistan", "fled Syria", "entered Iran", "withdrew from Iraq",
/// "left Kabul for Dubai". Which verbs tell of a movement, and which end of it their object is, stands in the table of cues.
/// A place stays among the obliques as the text has it; what moves is not in either place.
struct MovementRule {
  let reading: SentenceReading
  let cues: CueTable
  let places: PlaceRule

  /// The two ends of a movement.
  struct Ends {
    var from: Entity?
    var to: Entity?
  }

  private var tree: SyntaxTree { reading.tree }

  /// The ends of the movement that `clause` tells of; none where it tells of none.
  func ends(of clause: Clause) -> Ends {
    guard let object = objectEnd(of: clause) else { return Ends() }
    var ends = Ends()
    // "handed him over to Iran": an object that is a place is an end only where the verb says so; "Iran was left alone" tells
    // of no movement.
    if !clause.isPassive, let noun = clause.object, tree.markers(of: noun).isEmpty, let place = places.place(at: noun) {
      if object == "from" { ends.from = place }
      if object == "to" { ends.to = place }
    }
    for word in arguments(of: clause) where !places.isDenied(word) {
      guard let place = places.place(at: word) else { continue }
      let marker = tree.markerText(of: word)
      let isDeparture = object == "from" && clause.kind == .verb
      if Self.origins.contains(marker) {
        ends.from = ends.from ?? place
      } else if Self.goals.contains(marker) || isDeparture && marker == "for" || object == "in" && marker == "in" {
        ends.to = ends.to ?? place
      }
    }
    return ends
  }

  /// What the table says of the verb, or of the verb that the event's noun stands for.
  private func objectEnd(of clause: Clause) -> String? {
    if clause.kind == .event {
      return EventFrame(of: tree.lemmas[clause.predicate], cues: cues).flatMap {
        cues.value(of: $0.verb, in: .movementVerbs)
      }
    }
    // "was left to bear it", "sent the talks into crisis": the verb says something else with an infinitive.
    guard clause.kind == .verb, tree.child(of: clause.predicate, .xcomp) == nil else { return nil }
    return cues.value(of: tree.lemmas[clause.predicate], in: .movementVerbs)
  }

  /// The noun phrases that prepositions tie to the predicate, and to its object: "the transfer of men to Iraq".
  private func arguments(of clause: Clause) -> [Int] {
    let below = [clause.predicate, clause.object].compactMap { $0 }.flatMap { word in
      tree.children(of: word).filter { [.obl, .nmod].contains(tree.tokens[$0].dependency) }
    }
    return (clause.tied.map(\.head).filter { !below.contains($0) } + below).sorted()
  }

  private static let origins: Set<String> = ["from", "out of"]
  private static let goals: Set<String> = ["to", "into", "onto", "toward", "towards", "back to", "back into", "up to"]
}
