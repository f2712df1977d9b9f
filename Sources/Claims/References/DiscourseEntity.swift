import ClaimModel

/// Somebody or something that an article has spoken of, by name or not, and how present it is in the reader's mind.
///
/// Its salience is Lappin and Leass's (1994): a weight for the place of its mention in the sentence, to which half of what
/// it had before is added with each new sentence.
struct DiscourseEntity: Sendable {
  /// What a pronoun can tell of the one that it stands for.
  enum Kind: Sendable { case person, thing, unknown }

  /// The entity; nil for one that has no name.
  var entity: Entity?
  /// What it is.
  var kind: Kind
  /// Whether it is a place.
  var isPlace: Bool
  /// Whether it is one.
  var isSingular: Bool
  /// Whether it is several.
  var isPlural: Bool
  /// Whether it is a woman or a man.
  var gender: Gender?
  /// The number of the last sentence that speaks of it.
  var sentence: Int
  /// The head of its last mention, a word of that sentence.
  var word: Int
  /// The weight of its mentions in that sentence.
  private(set) var weight = 0
  /// What was left of its salience before that sentence.
  private var rest = 0

  /// One that is spoken of for the first time.
  init(
    entity: Entity? = nil, kind: Kind, isPlace: Bool = false, isSingular: Bool, isPlural: Bool, gender: Gender? = nil,
    sentence: Int,
    word: Int, weight: Int
  ) {
    self.entity = entity
    self.kind = kind
    self.isPlace = isPlace
    self.isSingular = isSingular
    self.isPlural = isPlural
    self.gender = gender
    self.sentence = sentence
    self.word = word
    self.weight = weight
  }

  /// How present it is at the sentence of this number.
  func salience(at current: Int) -> Int {
    let distance = current - sentence
    return distance > 8 ? 0 : (weight + rest) >> distance
  }

  /// Takes up that it is spoken of again.
  mutating func mention(_ word: Int, in current: Int, weight: Int) {
    if current > sentence {
      rest = salience(at: current)
      self.weight = 0
    }
    sentence = current
    self.word = word
    self.weight = max(self.weight, weight)
  }

  /// Takes up what a pronoun that stands for it tells.
  mutating func learn(from pronoun: Pronoun) {
    gender = gender ?? pronoun.gender
    if pronoun.kind == .person { kind = .person }
  }
}

/// Whether a pronoun, a title or a given name is a woman's or a man's.
enum Gender: String, Sendable {
  case female = "f"
  case male = "m"
}
