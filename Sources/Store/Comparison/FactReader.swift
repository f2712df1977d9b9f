import ClaimModel
import TextForms

/// Reads facts out of claims.
///
/// A claim that is asked, demanded or supposed gives none, nor does one about another claim. Costs the length of the
/// claim's phrases.
struct FactReader {
  let base: KnowledgeBase
  let index: SenseIndex

  /// The claim that is being read.
  private struct Frame {
    var row: Int
    var subject: TermID
    var object: TermID
    var isDenied: Bool
    var reading: SenseIndex.Reading
  }

  /// The facts of a claim.
  func facts(ofClaim row: Int) -> [Fact] {
    let claims = base.claims
    let (subject, object) = (claims.subject.terms[row], claims.object.terms[row])
    guard claims.certainty[row] != Certainty.unknown.code, kind(subject) != .claim, kind(object) != .claim else {
      return []
    }
    let relation = base.terms.texts[Int(claims.relation[row])]
    let reading = index.reading(of: relation, topic: base.terms.texts[Int(claims.topic[row])])
    let frame = Frame(
      row: row, subject: subject, object: object, isDenied: claims.polarity[row] == Polarity.denied.code,
      reading: reading)
    var facts = said(frame)
    for fact in facts {
      guard let sense = fact.sense, !fact.isDenied, index.implied[sense] != sense, fact.place != 0 else { continue }
      var implied = fact
      implied.sense = index.implied[sense]
      implied.isWhole = false
      facts.append(implied)
    }
    if let plain = plain(frame) { facts.append(plain) }
    return facts
  }

  private func said(_ frame: Frame) -> [Fact] {
    var facts = frame.reading.ofSubject.compactMap { ofSubject(frame, $0) }
    facts += frame.reading.ofObject.compactMap { ofObject(frame, $0) }
    facts += ofNoun(frame)
    facts += seats(frame)
    return facts
  }

  // MARK: What verbs say

  private func ofSubject(_ frame: Frame, _ sense: Int) -> Fact? {
    let isReflexive = frame.object == frame.subject || isOwn(frame.object)
    // "grow stronger" says what "grow" says.
    let isRepeated =
      kind(frame.object) == .phrase && index.senses(of: NounWords(text(frame.object), index.cues)).contains(sense)
    let isCarried = index.senses[sense].markers.isEmpty == false && frame.object != 0
    let isLeft = isLeft(frame, sense)
    guard frame.object == 0 || isReflexive || isCarried && !startsThere(frame) || isRepeated || isLeft,
      let theme = theme(frame.subject, frame, besides: frame.object) ?? victims(frame.subject, sense)
    else { return nil }
    if index.senses[sense].kind == .condition, !isWhole(frame.subject, theme) { return nil }
    // That its hubs are not there does not say that it is not.
    if index.senses[sense].kind == .place, frame.isDenied, isSeat(frame.subject) { return nil }
    // Some of its fighters may leave while it stays.
    if isLeft { return isWhole(frame.subject, theme) ? fact(frame, sense, theme, place: frame.object) : nil }
    return fact(frame, sense, theme, place: place(frame, index.senses[sense].markers))
  }

  /// "left Syria", "withdrew from Syria": the object is where the movement starts.
  private func startsThere(_ frame: Frame) -> Bool {
    frame.object != 0 && frame.object == base.claims.from[frame.row]
  }

  /// Whether who left a place is gone from it: a sense that stands below its opposite says that somebody is gone.
  private func isLeft(_ frame: Frame, _ sense: Int) -> Bool {
    startsThere(frame) && index.opposites[sense] < sense
  }

  /// "ISKP's hubs", "the headquarters"
  private func isSeat(_ term: TermID) -> Bool {
    kind(term) == .phrase
      && index.senses(of: NounWords(text(term), index.cues)).contains { index.senses[$0].kind == .seat }
  }

  private func ofObject(_ frame: Frame, _ sense: Int) -> Fact? {
    if index.senses[sense].kind == .place, isPlace(frame.object) {
      // "Afghanistan had been cleared of ISKP"
      guard let theme = obliques(frame).first(where: { $0.marker == "of" }).flatMap({ self.theme($0.term, frame) })
      else {
        return nil
      }
      return fact(frame, sense, theme, place: frame.object)
    }
    let isDeed = index.senses[sense].kind == .deed
    let named = theme(frame.object, frame, besides: frame.subject, allowsPlaces: isDeed)
    guard let theme = named ?? victims(frame.object, sense) else { return nil }
    if index.senses[sense].kind == .condition, !isWhole(frame.object, theme) { return nil }
    var place = place(frame, index.senses[sense].markers)
    if place == 0, index.senses[sense].kind == .place, isPlace(frame.subject) { place = frame.subject }
    var fact = fact(frame, sense, theme, place: place)
    fact?.other = self.theme(frame.subject, frame, besides: frame.object, allowsPlaces: true) ?? 0
    return isDeed && fact?.other == 0 ? nil : fact
  }

  /// Most of those to whom things happen have no name: soldiers, civilians.
  private func victims(_ term: TermID, _ sense: Int) -> TermID? {
    index.senses[sense].kind == .event && kind(term) == .phrase ? term : nil
  }

  // MARK: What nouns say

  private func ofNoun(_ frame: Frame) -> [Fact] {
    guard !frame.reading.helpers.isEmpty, kind(frame.object) == .phrase else { return [] }
    let words = NounWords(text(frame.object), index.cues)
    let senses = index.senses(of: words)
    guard !senses.isEmpty else { return [] }
    let isSubjectPlace = isPlace(frame.subject)
    return senses.compactMap { sense in
      let isAboutPlace = [.place, .seat].contains(index.senses[sense].kind)
      var found: Fact?
      if isAboutPlace, isSubjectPlace, !frame.reading.helpers.isDisjoint(with: [.copula, .giving]) {
        // "Pakistan has become one of its hubs", "Pakistan offers it a refuge"
        let receivers = [frame.object] + obliques(frame).filter { ["", "to", "for"].contains($0.marker) }.map(\.term)
        found = receivers.lazy.compactMap { theme($0, frame, besides: frame.subject) }.first
          .flatMap { fact(frame, sense, $0, place: frame.subject) }
      } else if isAboutPlace, !frame.reading.helpers.isDisjoint(with: [.holding, .copula]) {
        // "ISIS maintains hideouts", "ISIS is active"
        found = theme(frame.subject, frame).flatMap { fact(frame, sense, $0, place: place(frame, [])) }
      } else if !isAboutPlace, frame.reading.helpers.contains(.copula) {
        // "ISKP is fractured"
        found = theme(frame.subject, frame).flatMap { fact(frame, sense, $0, place: place(frame, [])) }
      }
      found?.isWhole = isAboutPlace && isSubjectPlace && words.isPossessed && !words.isPartitive
      return found
    }
  }

  /// "ISKP's hubs remain in Afghanistan", "its leaders moved their headquarters to Pakistan"
  private func seats(_ frame: Frame) -> [Fact] {
    var facts: [Fact] = []
    let isSomewhere =
      frame.reading.ofSubject.contains { index.senses[$0].kind == .place }
      || frame.reading.helpers.contains(.copula)
    let isMoved = !(frame.reading.ofSubject + frame.reading.ofObject).allSatisfy { index.senses[$0].markers.isEmpty }
    for (term, isSubject) in [(frame.subject, true), (frame.object, false)] where kind(term) == .phrase {
      guard isSubject ? isSomewhere && frame.object == 0 : isMoved else { continue }
      let words = NounWords(text(term), index.cues)
      let owner = theme(term, frame) ?? (isSubject ? nil : theme(frame.subject, frame))
      for sense in index.senses(of: words) where index.senses[sense].kind == .seat {
        let place = place(frame, [])
        guard let owner, var fact = fact(frame, sense, owner, place: place != 0 ? place : excludedPlace(frame)) else {
          continue
        }
        if place == 0 { fact.isDenied.toggle() }
        fact.isWhole = words.isPossessed && !words.isPartitive
        facts.append(fact)
      }
    }
    return facts
  }

  // MARK: The relation itself

  private func plain(_ frame: Frame) -> Fact? {
    let place = base.claims.location[frame.row]
    // "The Sea Swallow was not overloaded": of a passive without its doer only what has a name is compared.
    let isNamelessDoer = frame.subject == 0 && kind(frame.object) == .entity
    guard frame.subject != 0 || isNamelessDoer, frame.object != 0 || place != 0 else { return nil }
    guard kind(frame.subject) == .entity || kind(frame.object) == .entity || base.terms.broader[Int(frame.subject)] != 0
    else { return nil }
    return Fact(
      claim: UInt32(frame.row), sense: nil, theme: frame.subject, other: frame.object, place: place,
      isDenied: frame.isDenied)
  }

  private func fact(_ frame: Frame, _ sense: Int, _ theme: TermID, place: TermID) -> Fact? {
    switch index.senses[sense].kind {
    case .place, .seat: guard place != 0, !hasEnded(frame) else { return nil }
    case .condition: if hasEnded(frame) { return nil }
    case .deed, .event: break
    }
    return Fact(claim: UInt32(frame.row), sense: sense, theme: theme, place: place, isDenied: frame.isDenied)
  }
}

extension FactReader {
  /// "Before 2021, it was their base": a state that is said of the time before something tells nothing of now.
  private func hasEnded(_ frame: Frame) -> Bool {
    obliques(frame).contains { index.cues.ends.contains($0.marker) }
  }
}

// MARK: - Who and where

extension FactReader {
  /// The entity that an argument is, is a part of, or names as the one that has it; nil where it is none, or more than
  /// one might be meant.
  ///
  /// A pronoun does not stand for `other`, the other argument; `allowsPlaces` says whether a place may be meant as a
  /// state, which can do things.
  private func theme(
    _ term: TermID, _ frame: Frame, besides other: TermID = 0, allowsPlaces: Bool = false
  ) -> TermID? {
    switch kind(term) {
    case .entity: return allowsPlaces || !isPlace(term) ? term : nil
    case .phrase: break
    default: return nil
    }
    let whole = base.terms.broader[Int(term)]
    if whole != 0 { return allowsPlaces || !isPlace(whole) ? whole : nil }
    let key = Array(base.terms.keyTexts[Int(base.terms.keys[Int(term)])].utf8)
    let others = base.claims.about[frame.row].filter { !isPlace($0) }
    let named = others.filter { entity in names(of: entity).contains { key.holdsName($0) } }
    if let theme = named.first { return named.count == 1 ? theme : nil }
    let words = NounWords(text(term), index.cues)
    guard words.hasPronoun || words.possessor.hasPrefix("the ") || index.cues.pointers.contains(words.possessor) else {
      return nil
    }
    let left = others.filter { $0 != other && $0 != base.claims.speaker.terms[frame.row] }
    return left.count == 1 ? left.first : nil
  }

  /// Whether an argument is an entity itself and not something of it: "ISKP within Pakistan", not "ISKP commanders".
  private func isWhole(_ term: TermID, _ theme: TermID) -> Bool {
    if term == theme { return true }
    let core = NounWords(text(term), index.cues).core
    return names(of: theme).contains { Words.stems(of: String(decoding: $0, as: UTF8.self)) == core }
  }

  /// The folded names of an entity, as bytes.
  private func names(of entity: TermID) -> [[UInt8]] {
    guard base.entities.row(of: entity) != nil else { return [] }
    return ([entity] + base.terms.aliases.names(of: entity)).map { Array(base.terms.key(of: $0).utf8) }
  }

  /// Where a claim holds: its location, or the place that one of these prepositions ties to it. Where they are given, a
  /// location counts only if no other preposition names it.
  private func place(_ frame: Frame, _ markers: [String]) -> TermID {
    let location = base.claims.location[frame.row]
    if !markers.isEmpty, base.claims.to[frame.row] != 0 { return base.claims.to[frame.row] }
    if markers.isEmpty, location != 0 { return location }
    let wanted = markers.isEmpty ? index.cues.whereabouts : Set(markers)
    let places = obliques(frame).filter { isPlace($0.term) }
    return places.first { wanted.contains($0.marker) }?.term ?? (places.isEmpty ? location : 0)
  }

  /// The place that the claim is said to hold outside of.
  private func excludedPlace(_ frame: Frame) -> TermID {
    for oblique in obliques(frame) {
      if oblique.marker == "outside" || oblique.marker == "beyond", isPlace(oblique.term) { return oblique.term }
      let excluded = NounWords(text(oblique.term), index.cues).excluded
      guard !excluded.isEmpty else { continue }
      if let place = base.claims.about[frame.row].first(where: {
        isPlace($0) && names(of: $0).contains(Array(excluded.utf8))
      }) {
        return place
      }
    }
    return 0
  }

  private func obliques(_ frame: Frame) -> [(marker: String, term: TermID)] {
    base.claims.obliques[frame.row].map { row in
      (base.terms.texts[Int(base.obliques.markers[Int(row)])], base.obliques.arguments.terms[Int(row)])
    }
  }

  /// Whether a phrase speaks of something of the subject's own: "its influence".
  private func isOwn(_ term: TermID) -> Bool { kind(term) == .phrase && NounWords(text(term), index.cues).hasPronoun }

  private func isPlace(_ term: TermID) -> Bool {
    base.entities.kind(of: term) == .place
  }

  private func kind(_ term: TermID) -> TermKind { base.terms.kind(term) }
  private func text(_ term: TermID) -> String { base.terms.texts[Int(term)] }
}
