import ClaimModel
import Language
import Vocabulary

/// All rules, set up for one sentence of an article.
struct SentenceRules {
  let reading: SentenceReading
  let cues: CueTable
  let topics: TopicRule
  let factuality: FactualityRule
  let attribution: AttributionRule
  let arguments: ArgumentReader
  var speakers: SpeakerRule
  let places: PlaceRule
  let locations: LocationRule
  let movements: MovementRule
  let times: TimeRule
  /// The dates that clauses, by their heads, have from earlier sentences.
  var carriedDates: [Int: CarriedDate] = [:]
  let quantities: QuantityRule
  let relations: RelationRule
  let confidence: ConfidenceRule

  /// The rules for `reading`, a sentence of `article` that is a heading or not, before which a year was `told`.
  init(
    _ reading: SentenceReading, of article: Article, isHeading: Bool, told: NarrativeYear?, vocabulary: Vocabulary,
    cues: CueTable
  ) {
    self.reading = reading
    self.cues = cues
    let tree = reading.tree
    let isUnasserted = isHeading || Self.isQuestion(tree)
    factuality = FactualityRule(tree: tree, kinds: reading.kinds, cues: cues, isUnasserted: isUnasserted)
    attribution = AttributionRule(reading: reading, cues: cues, factuality: factuality)
    arguments = ArgumentReader(reading: reading, cues: cues, origins: article.origins)
    speakers = SpeakerRule(arguments: arguments, cues: cues)
    let places = PlaceRule(reading: reading, cues: cues)
    self.places = places
    locations = LocationRule(reading: reading, places: places)
    movements = MovementRule(reading: reading, cues: cues, places: places)
    let published = article.published.flatMap { $0.first == $0.last ? $0.first : nil }
    let dates = DateFinder(tree: tree, cues: cues, published: published, told: told).expressions()
    let times = TimeRule(reading: reading, dates: dates)
    self.times = times
    quantities = QuantityRule(reading: reading, cues: cues)
    relations = RelationRule(
      reading: reading, cues: cues, isDate: { times.isDate($0) }, placeAt: { places.place(at: $0) })
    topics = TopicRule(tree: tree, topics: vocabulary.topics)
    confidence = ConfidenceRule(reading: reading)
  }

  /// Whether the sentence asks.
  static func isQuestion(_ tree: SyntaxTree) -> Bool {
    tree.tokens.suffix(3).contains { $0.form == "?" || $0.form == "?!" }
  }
}
