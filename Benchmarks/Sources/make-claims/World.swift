/// What the claims are about: how many names of each kind there are, how often each occurs, and the tree of places.
struct World {
  static let relations = [
    "attack", "meet", "announce", "criticise", "support", "fund", "arrest", "visit", "sign", "sue", "appoint",
    "dismiss",
    "acquire", "sell", "invest", "warn", "accuse", "praise", "detain", "release", "deploy", "withdraw", "kill",
    "injure",
    "displace", "evacuate", "negotiate", "agree", "reject", "approve", "inspect", "close", "open", "build", "destroy",
    "recruit", "train", "supply", "import", "export",
  ]
  static let certainties = [("certain", 0.55), ("probable", 0.80), ("possible", 0.95), ("unknown", 1.0)]
  /// Countries, provinces, districts and towns: how many there are, and the share of places up to this level.
  static let levels: [(kind: Names.Kind, count: Int, share: Double)] = [
    (.country, 20, 0.05), (.province, 100, 0.15), (.district, 600, 0.30), (.town, 3000, 1.0),
  ]

  let size: Int
  private let draws: Draws
  private let entityRanks: Ranks
  private let speakerRanks: Ranks
  private let documentRanks: Ranks
  private let relationRanks: Ranks
  private let wordRanks: Ranks
  private let placeRanks: [Ranks]
  private let words: [String]

  init(size: Int, seed: UInt64) {
    self.size = size
    draws = Draws(seed: seed)
    entityRanks = Ranks(max(200, size / 50), exponent: 1, shift: 10)
    speakerRanks = Ranks(max(100, size / 100), exponent: 1, shift: 10)
    documentRanks = Ranks(max(40, size / 40), exponent: 0.8, shift: 20)
    relationRanks = Ranks(Self.relations.count, exponent: 0.9, shift: 2)
    placeRanks = Self.levels.map { Ranks($0.count, exponent: 0.9, shift: 5) }
    wordRanks = Ranks(30_000, exponent: 1, shift: 0)
    // What is said often is short, and ends so that it stands within no longer word.
    words = (0..<30_000).map { $0 < 3000 ? Names.word($0, syllables: $0 < 60 ? 1 : 2) + "x" : Names.word($0) }
  }

  /// A place: its level among `levels`, and its number there.
  struct Place {
    var level: Int
    var number: Int

    var name: String { Names.name(number, kind: World.levels[level].kind) }

    /// The place that it lies in; nil for a country.
    var broader: Place? {
      guard level > 0 else { return nil }
      return Place(level: level - 1, number: number * World.levels[level - 1].count / World.levels[level].count)
    }
  }

  /// A claim; nil where it leaves something open.
  struct Claim {
    var number: Int
    var subject: String
    var relation: String
    var object: String?
    var place: Place?
    var document: String
    var speaker: String
    var isDenied: Bool
    var certainty: String
    var date: String?
    var quantity: Int?
    var text: String
  }

  /// The claim of `number`. More than half of the claims state something of their own, the others one of the facts that
  /// several claims share, so that claims agree and contradict one another, in proportion to how many there are.
  func claim(_ number: Int) -> Claim {
    let own = draws.unit(0, number)
    let fact = own < 0.55 ? number : size + Int(draws.unit(1, number) * Double(size / 4))
    let subject = entityRanks.rank(at: draws.unit(2, fact))
    let object = entityRanks.rank(at: draws.unit(3, fact))
    let level = draws.unit(4, fact)
    return Claim(
      number: number,
      subject: Names.name(subject, kind: .entity),
      relation: Self.relations[relationRanks.rank(at: draws.unit(5, fact))],
      object: draws.unit(6, fact) < 0.9 && object != subject ? Names.name(object, kind: .entity) : nil,
      place: draws.unit(7, fact) < 0.65 ? place(level, draws.unit(8, fact)) : nil,
      document: Names.name(documentRanks.rank(at: draws.unit(9, number)), kind: .document),
      speaker: Names.name(speakerRanks.rank(at: draws.unit(10, number)), kind: .speaker),
      isDenied: draws.unit(11, number) < 0.05,
      certainty: first(Self.certainties, at: draws.unit(12, number)),
      date: draws.unit(13, number) < 0.6 ? date(draws.unit(14, number)) : nil,
      quantity: draws.unit(15, number) < 0.2 ? Int(1 + draws.unit(16, number) * draws.unit(17, number) * 1e6) : nil,
      text: text(number))
  }

  private func place(_ level: Double, _ unit: Double) -> Place {
    let index = Self.levels.firstIndex { level < $0.share } ?? 0
    return Place(level: index, number: placeRanks[index].rank(at: unit))
  }

  private func first(_ table: [(String, Double)], at unit: Double) -> String {
    table.first { unit < $0.1 }?.0 ?? table[0].0
  }

  /// A day of ten years, the later ones more often.
  private func date(_ unit: Double) -> String {
    let day = Int(unit.squareRoot() * 3650)
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(2016 + day / 365)-\(pad(1 + day % 365 * 12 / 365))-\(pad(1 + day % 28))"
  }

  /// Fifteen to thirty-five words.
  private func text(_ number: Int) -> String {
    let count = 15 + Int(draws.unit(18, number) * 21)
    let drawn = (0..<count).map { words[wordRanks.rank(at: draws.unit(19, number * 64 + $0))] }
    return drawn.joined(separator: " ") + "."
  }

  // MARK: What the queries ask for

  /// The names that stand in the queries for `{subject}` and the like.
  var parameters: [(String, String)] {
    [
      ("subject", Names.name(5, kind: .entity)), ("place", Place(level: 3, number: 0).name),
      ("province", Place(level: 1, number: 0).name), ("word", words[1000]), ("first", words[100]),
      ("second", words[101]), ("hop", Names.name(max(20, size / 1000), kind: .entity)),
      ("id", Output.identifier(size / 1000)),
    ]
  }
}
