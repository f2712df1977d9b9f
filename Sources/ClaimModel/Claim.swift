/// A claim: who is said to do what, where, when, how surely, on whose authority, and the words that say so.
///
/// The frame is that of DARPA AIDA's claim frames (claimer, epistemic status, location, time) with FactBank's polarity
/// and certainty and PARC's source, cue and content of an attribution.
public struct Claim: Hashable, Sendable {
  /// The claim's content address.
  public var id: ClaimID
  /// The logical subject: who does it or is it.
  public var subject: Argument?
  /// The predicate's lemma, with its particle or preposition where that changes its sense.
  public var relation: String
  /// What it is done to, or what the subject is said to be.
  public var object: Argument?
  /// Other arguments of the predicate, in the order of the text.
  public var obliques: [Oblique] = []
  /// The name of the innermost place where the claim is said to hold.
  public var location: String?
  /// The words of the article that were resolved to `location`: "its", "the country".
  public var locationResolvedFrom: String?
  /// The name of the place from which a movement is said to start.
  public var from: String?
  /// The name of the place to which a movement is said to go.
  public var to: String?
  /// When it is said to have happened.
  public var date: DateRange?
  /// The words of the article that were resolved to `date`, where they stand in an earlier sentence that tells of the same
  /// event: "In early 2025".
  public var dateResolvedFrom: String?
  /// A number that the claim turns on.
  public var quantity: Quantity?
  /// Whether it is affirmed or denied.
  public var polarity = Polarity.affirmed
  /// How sure the speaker is of it.
  public var certainty = Certainty.certain
  /// Whom the article credits with it, the innermost one; the article's author (or the article) where it credits nobody.
  public var speaker: Argument
  /// Whether `speaker` is the article's own voice.
  public var speakerIsAuthor: Bool
  /// The chain of attribution from the article inwards, `speaker` left out.
  public var via: [String] = []
  /// The words that attribute it.
  public var cue: String?
  /// How the article carries another's claim; missing where the claim is the article's own.
  public var stance: Stance?
  /// The name of its topic.
  public var topic: String?
  /// The names of all entities that it mentions, sorted, without repetition.
  public var about: [String] = []
  /// The sentence, as it stands in the article.
  public var text: String
  /// The sentence's number in the article, from 1; 0 where that is not known.
  public var sentence: Int
  /// The bytes of the original file in which the sentence stands; none where that is not known.
  public var span: TextRange
  /// The bytes of the original file that hold the claim's own words: its clause.
  public var words: TextRange
  /// How likely the extractor holds it that the claim is what the text says, 0 to 1; not a number where it does not say.
  public var confidence: Double
  /// Who made it of the text: a version of Hearsay, a language model, a person.
  public var extractor = Version.extractor

  /// A claim of which only what every claim has is known; `id` is given when it is complete.
  public init(
    relation: String, speaker: Argument, speakerIsAuthor: Bool, text: String, sentence: Int, span: TextRange,
    words: TextRange, confidence: Double
  ) {
    id = ClaimID(0)
    self.relation = relation
    self.speaker = speaker
    self.speakerIsAuthor = speakerIsAuthor
    self.text = text
    self.sentence = sentence
    self.span = span
    self.words = words
    self.confidence = confidence
  }
}

/// Whether a claim is affirmed or denied.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
  case affirmed, denied
}

/// How sure the speaker is (FactBank), surest first; `unknown` where the claim is asked, demanded or supposed.
public enum Certainty: String, Hashable, Sendable, CaseIterable {
  case certain, probable, possible, unknown
}

/// How an article carries another's claim.
public enum Stance: String, Hashable, Sendable, CaseIterable {
  case endorses, reports, doubts
}

/// A number with what it counts and how exactly.
public struct Quantity: Hashable, Sendable {
  /// Whether the number is exact, a lower bound, an upper bound or about right.
  public enum Bound: String, Hashable, Sendable, CaseIterable {
    case exactly = "="
    case atLeast = ">="
    case atMost = "<="
    case about = "~"
  }

  /// The number.
  public var value: Double
  /// What it counts or measures: `terrorist organization`, `percent`.
  public var unit: String?
  /// How exactly.
  public var bound: Bound

  /// `value` of `unit`.
  public init(_ value: Double, unit: String? = nil, bound: Bound = .exactly) {
    self.value = value
    self.unit = unit
    self.bound = bound
  }
}
