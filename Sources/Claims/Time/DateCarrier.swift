import ClaimModel
import Language
import Vocabulary

/// A date that an earlier sentence tells, and its words there.
struct CarriedDate: Hashable, Sendable {
  var days: DateRange
  var words: String
}

/// Carries the date of an event to the sentences that go on to tell of it: "In early 2025, the militia attacked a base. The
/// attack killed 30 fighters."
///
/// Only where a clause in the past speaks of the event by a definite noun with nothing that tells it apart ("the attack",
/// "the raid", not "the attack on Kabul"), as its subject or after "in", and an event of that topic has a date within the
/// two sentences before, in the same paragraph. The last such event is taken. Statements about an event have dates of
/// their own and get none. Linear in the text.
///
/// An event that a sentence only introduces ("In May, a clash alarmed the city.") is told by the main clause of the next one
/// ("Rebels attacked a market."), where that is in the past, has no date, and tells of the like.
struct DateCarrier {
  /// An event with its date.
  private struct Dated {
    var sentence: Int
    var paragraph: Int?
    var topic: String
    var date: CarriedDate
    /// Whether it is an indefinite subject of which something else is said: "a clash alarmed the city".
    var isIntroduced = false
  }

  private let topics: Topics
  private let cues: CueTable
  private var events: [Dated] = []

  /// A carrier that has read nothing; it tells events apart by `topics`.
  init(topics: Topics, cues: CueTable) {
    self.topics = topics
    self.cues = cues
  }

  /// Gives the clauses of the sentence `number`, which stands in `paragraph`, the dates of the events of which they go on
  /// to tell; then notes the sentence's own.
  mutating func carry(into rules: inout SentenceRules, sentence number: Int, paragraph: Int?) {
    events.removeAll { $0.paragraph != paragraph || $0.sentence + 2 < number }
    for clause in rules.reading.clauses where clause.kind == .verb {
      if let date = rules.times.date(of: clause) {
        note(clause, date, in: rules, number, paragraph)
      } else if let noun = continuedEvent(of: clause, in: rules), let event = event(named: noun) {
        rules.carriedDates[clause.head] = event.date
        events.append(Dated(sentence: number, paragraph: paragraph, topic: event.topic, date: event.date))
      } else if let event = toldEvent(of: clause, in: rules, sentence: number) {
        rules.carriedDates[clause.head] = event.date
      }
    }
  }

  private mutating func note(
    _ clause: Clause, _ days: DateRange, in rules: SentenceRules, _ sentence: Int, _ paragraph: Int?
  ) {
    let tree = rules.reading.tree
    guard let words = rules.times.words(of: clause) else { return }
    let date = CarriedDate(days: days, words: tree.text(of: words))
    // "launched an assault": the event is the object's.
    let lemmas = [tree.lemmas[clause.predicate], clause.object.map { tree.lemmas[$0] } ?? ""]
    for topic in Set(lemmas.compactMap { eventTopic($0) }).sorted() {
      events.append(Dated(sentence: sentence, paragraph: paragraph, topic: topic, date: date))
    }
    if let noun = clause.surfaceSubject, isEvent(noun, in: tree, with: "a"), let topic = eventTopic(tree.lemmas[noun]) {
      events.append(
        Dated(sentence: sentence, paragraph: paragraph, topic: topic, date: date, isIntroduced: true))
    }
  }

  /// The event that the sentence before introduced, where `clause` tells what it was.
  private func toldEvent(of clause: Clause, in rules: SentenceRules, sentence: Int) -> Dated? {
    let tree = rules.reading.tree
    guard let event = events.last, event.isIntroduced, event.sentence + 1 == sentence, isPast(clause, in: tree),
      rules.times.dates.isEmpty, !rules.factuality.isReport(clause.predicate), isTelling(clause, in: tree),
      let topic = eventTopic(tree.lemmas[clause.predicate])
    else { return nil }
    return topic == event.topic || broader(topic) == broader(event.topic) && broader(topic) != nil ? event : nil
  }

  /// "attacked a base, killing 30": the main clause, and participles that tell the same event on.
  private func isTelling(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    guard let parent = tree.head(of: clause.head) else { return true }
    return tree.tokens[clause.head].dependency == .advcl && tree.tokens[clause.head].fineTag == "VBG"
      && tree.head(of: parent) == nil && !tree.has(.mark, below: clause.head)
  }

  private func broader(_ topic: String) -> String? { topics.tree.first { $0.name == topic }?.broader }

  private func event(named noun: String) -> Dated? {
    eventTopic(noun).flatMap { topic in events.last { $0.topic == topic } }
  }

  /// The topic of an event's verb or noun.
  private func eventTopic(_ lemma: String) -> String? {
    topics.topic(of: EventFrame(of: lemma, cues: cues)?.verb ?? lemma) ?? topics.topic(of: lemma)
  }

  /// The noun by which `clause` speaks of an event that is known already.
  private func continuedEvent(of clause: Clause, in rules: SentenceRules) -> String? {
    let tree = rules.reading.tree
    guard isPast(clause, in: tree), !rules.factuality.isReport(clause.predicate) else { return nil }
    let places = [clause.surfaceSubject].compactMap { $0 } + clause.tied.filter { $0.marker == "in" }.map(\.head)
    return places.first { isDefiniteEvent($0, in: tree) }.map { tree.lemmas[$0] }
  }

  private func isPast(_ clause: Clause, in tree: SyntaxTree) -> Bool {
    let head = tree.tokens[clause.head]
    if head.fineTag == "VBD" { return true }
    // "attacked a base, killing 30"
    if head.fineTag == "VBG", let main = tree.head(of: clause.head), tree.tokens[main].fineTag == "VBD" { return true }
    return tree.children(of: clause.head).contains {
      [.aux, .auxPass].contains(tree.tokens[$0].dependency) && tree.tokens[$0].fineTag == "VBD"
    }
  }

  /// "a clash", "a deadly attack": an event's noun with this article.
  private func isEvent(_ noun: Int, in tree: SyntaxTree, with article: String) -> Bool {
    tree.tokens[noun].fineTag == "NN" && EventFrame(of: tree.lemmas[noun], cues: cues) != nil
      && tree.children(of: noun).contains { tree.tokens[$0].dependency == .det && tree.lemmas[$0] == article }
  }

  /// "the attack", "this raid": an event with no word that tells it from others.
  private func isDefiniteEvent(_ noun: Int, in tree: SyntaxTree) -> Bool {
    guard tree.tokens[noun].fineTag == "NN", EventFrame(of: tree.lemmas[noun], cues: cues) != nil else { return false }
    let children = tree.children(of: noun).filter { tree.tokens[$0].dependency != .punct }
    return children.contains { ["the", "this", "that"].contains(tree.lemmas[$0]) }
      && children.allSatisfy { [.det, .caseMarker].contains(tree.tokens[$0].dependency) }
  }
}
