import ClaimModel
import Language

/// Finds where a claim is said to hold: the innermost place that grammar ties to the predicate.
///
/// "in Mastung, Balochistan", "on Pakistani soil", "across its provinces", "eliminated from Afghanistan". What is outside
/// a place, comes from it or goes to it is not in it; a capital that acts is a government.
struct PlaceRule {
  let reading: SentenceReading
  let cues: CueTable

  private var tree: SyntaxTree { reading.tree }

  /// The place where `clause` holds, its own words only.
  func place(of clause: Clause) -> Entity? {
    if let place = place(among: clause.tied, of: clause) { return place }
    if let object = clause.object, clause.kind != .apposition {
      if clause.kind == .verb, cues.lists(tree.lemmas[clause.predicate], in: .placeVerbs), let place = place(at: object)
      {
        return place
      }
      if speaksOfObject(clause), let place = place(below: object) ?? placeOfTarget(of: object) { return place }
    }
    // "ISKP within Pakistan is reduced to …"
    let exists = tree.has(.expl, below: clause.predicate)
    if clause.isPassive || exists || clause.kind == .copula, let subject = clause.surfaceSubject {
      return place(below: subject)
    }
    return nil
  }

  /// The place that stands before the predicate and so holds for all conjoined predicates.
  func leadingPlace(of clause: Clause) -> Entity? {
    place(among: clause.tied.filter { $0.head < clause.predicate && !$0.markers.isEmpty }, of: clause)
  }

  /// The places of which the clause says that it does not hold there: "in Afghanistan, not Pakistan".
  func excludedPlaces(of clause: Clause) -> [Entity] {
    clause.tied.filter { $0.head != clause.predicate && isDenied($0.head) }.filter {
      isWhere($0, clause) || $0.marker.hasPrefix("instead") || $0.marker.hasPrefix("rather")
    }.compactMap { place(at: $0.head) }
  }

  /// Whether the place that `word` names acts or is acted on, so that its government is meant.
  func actsAsGovernment(_ word: Int) -> Bool {
    guard let mention = reading.mention(at: word), mention.head == word else { return false }
    if tree.tokens[word].dependency == .nmodPoss || tree.tokens[word].dependency.isSubject { return true }
    let last = tree.markers(of: word).last.map { tree.lemmas[$0] } ?? ""
    return !Self.prepositions.contains(last) && last != "from" && last != "to"
  }

  private func place(among tied: [Clause.Tied], of clause: Clause) -> Entity? {
    for argument in tied
    where isWhere(argument, clause) && (argument.head == clause.predicate || !isDenied(argument.head)) {
      // "in clashes in Kitwe"
      if let place = place(at: argument.head) ?? place(below: argument.head) { return place }
    }
    return nil
  }

  private func isWhere(_ argument: Clause.Tied, _ clause: Clause) -> Bool {
    // "called on Kabul to stop"
    let asks = tree.children(of: clause.predicate).contains {
      AskedPerson(tree: tree, cues: cues).asked(by: clause.predicate, infinitive: $0) == argument.head
    }
    if asks { return false }
    if argument.markers.contains(where: { Self.exceptions.contains(tree.lemmas[$0]) }) { return false }
    let last = argument.markers.last.map { tree.lemmas[$0] } ?? ""
    if last == "from" { return cues.lists(tree.lemmas[clause.predicate], in: .originVerbs) }
    if last == "of" { return cues.lists(tree.lemmas[clause.predicate], in: .placeVerbs) }
    return Self.prepositions.contains(last) || argument.marker == "where"
  }

  /// "in Afghanistan, not Pakistan".
  func isDenied(_ head: Int) -> Bool { Exclusions(tree: tree, cues: cues).isExcluded(head) }

  /// A statement about something does not hold where that something is; what is done about an event is not done where
  /// the event is, unless the verb only says that it is done ("carry out attacks in …").
  private func speaksOfObject(_ clause: Clause) -> Bool {
    let lemma = tree.lemmas[clause.predicate]
    if clause.kind == .verb, let object = clause.object, EventFrame(of: tree.lemmas[object], cues: cues) != nil,
      !cues.lists(lemma, in: .lightVerbs)
    {
      return false
    }
    return clause.kind == .event
      || clause.kind == .verb
        && ![CueTable.Section.reportingVerbs, .opinionVerbs, .knowledgeVerbs, .demandVerbs, .evidenceVerbs].contains {
          cues.lists(lemma, in: $0)
        }
  }

  /// "launched an assault on a camp in Mastung": where the target is.
  private func placeOfTarget(of noun: Int) -> Entity? {
    guard let frame = EventFrame(of: tree.lemmas[noun], cues: cues) else { return nil }
    for child in tree.children(of: noun) where tree.tokens[child].dependency == .nmod {
      if frame.objectPrepositions.contains(tree.markerText(of: child)), let place = place(below: child) { return place }
    }
    return nil
  }

  private func place(below noun: Int) -> Entity? {
    for child in tree.children(of: noun) where [.nmod, .obl].contains(tree.tokens[child].dependency) {
      if tree.markers(of: child).contains(where: { Self.exceptions.contains(tree.lemmas[$0]) }) { continue }
      let last = tree.markers(of: child).last.map { tree.lemmas[$0] } ?? ""
      if Self.prepositions.contains(last), let place = place(at: child) { return place }
    }
    return nil
  }

  /// The place that the phrase at `head` names: a name, or "soil", "region", "provinces" with the name of their country.
  func place(at head: Int) -> Entity? {
    if let mention = reading.mention(at: head) {
      return mention.entity.kind == .place && !mention.isDemonym ? mention.entity : nil
    }
    if let referent = reading.referents[head] { return referent.kind == .place ? referent : nil }
    guard cues.lists(tree.lemmas[head], in: .placeNouns) else { return nil }
    return nameBefore(head) ?? ownerPlace(of: head)
  }

  /// "Bara region": the name of the region itself.
  private func nameBefore(_ head: Int) -> Entity? {
    guard let name = tree.children(of: head).last(where: { tree.tokens[$0].dependency == .compound && $0 < head }),
      let mention = reading.mention(at: name), !mention.isDemonym
    else { return nil }
    if mention.isKnown { return mention.entity.kind == .place ? mention.entity : nil }
    return Entity(name: mention.entity.name, kind: .place, broader: ownerPlace(of: head)?.name)
  }

  /// "Pakistan's region", "Afghan soil", "regions of Pakistan", "its provinces".
  private func ownerPlace(of head: Int) -> Entity? {
    // "the Sudanese city of Omdurman": the nearest one is the innermost.
    for child in tree.children(of: head).reversed() {
      let dependency = tree.tokens[child].dependency
      guard
        [.nmodPoss, .amod, .compound].contains(dependency) || dependency == .nmod && tree.markerText(of: child) == "of"
      else { continue }
      if let entity = reading.entity(at: child), entity.kind == .place { return entity }
      if dependency == .nmod, let inner = place(at: child) { return inner }
    }
    return nil
  }

  private static let exceptions: Set<String> = ["unlike", "outside", "beyond", "except", "besides"]
  private static let prepositions: Set<String> = [
    "in", "inside", "within", "at", "near", "across", "throughout", "around", "on", "along", "into", "over", "amid",
    "under", "onto", "through",
  ]
}
