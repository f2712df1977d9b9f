import ClaimModel
import Language

/// Gives each clause its location: its own, else that of the clause with which it tells of one event.
struct LocationRule {
  let reading: SentenceReading
  let places: PlaceRule

  /// The word of `clause` that refers to `place`, its location; nil where the clause names it.
  func reference(to place: Entity, in clause: Clause) -> Int? {
    guard reading.referents.values.contains(where: { $0.name == place.name }) else { return nil }
    let tree = reading.tree
    var reference: Int?
    for head in clause.tied.map(\.head) + [clause.object].compactMap({ $0 }) {
      for word in tree.subtree(of: head) {
        if let mention = reading.mention(at: word), !mention.isDemonym, mention.entity.name == place.name { return nil }
        if reference == nil, reading.referents[word]?.name == place.name { reference = word }
      }
    }
    return reference
  }

  /// Where `clause` is said to hold.
  ///
  /// "attacked a base in Mastung, killing 30": a participle that follows shares the place; so does a conjoined verb where
  /// the place stands before both. Nothing else is carried from clause to clause.
  func location(of clause: Clause) -> Entity? {
    if let own = places.place(of: clause) { return own }
    let tree = reading.tree
    guard let parent = tree.head(of: clause.head), let main = reading.clause(of: parent) else { return nil }
    switch tree.tokens[clause.head].dependency {
    case .advcl
    where tree.tokens[clause.head].fineTag == "VBG" && !tree.has(.mark, below: clause.head)
      && clause.head > parent && main.kind == .verb:
      return tree.tokens[clause.predicate].tag == .verb ? places.place(of: main) : nil
    case .conj where tree.child(of: clause.head, .nsubj, .nsubjPass) == nil: return places.leadingPlace(of: main)
    default: return nil
    }
  }
}
