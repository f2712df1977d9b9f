import ClaimModel

/// Random claims that use every attribute.
struct RandomClaims {
  private var state: UInt64
  private static let names = ["Pakistan", "ISKP", "ISIS", "Élan", "UN", ""]

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64 (Steele, Lea and Flood 2014), so that a seed gives the same claims on every machine.
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(below: elements.count)] }

  private mutating func maybe<Element>(_ make: (inout RandomClaims) -> Element) -> Element? {
    number(below: 3) == 0 ? nil : make(&self)
  }

  private mutating func range() -> TextRange {
    let start = number(below: 1000)
    return TextRange(start, start + number(below: 50))
  }

  private mutating func argument() -> Argument {
    let value: Argument.Value =
      switch number(below: 4) {
      case 0: .entity(pick(Self.names))
      case 1: .phrase(pick(["fighters", "Fighters", ""]))
      case 2: .number(pick([0, -1.5, 1e20, 30]))
      default: .claim(ClaimID(UInt64(number(below: 1 << 40))))
      }
    var argument = Argument(value)
    if case .phrase = value { argument.partOf = maybe { $0.pick(Self.names) } }
    argument.resolvedFrom = maybe { $0.pick(["it", "the group"]) }
    argument.span = maybe { $0.range() }
    return argument
  }

  private mutating func dateRange() -> DateRange? {
    let first = maybe { Day(number: Int32($0.number(below: 20_000)) - 5_000) }
    let last = maybe { Day(number: Int32($0.number(below: 20_000)) + 15_000) }
    return DateRange(first, last)
  }

  mutating func claim() -> Claim {
    let sentence = 1 + number(below: 3)
    var claim = Claim(
      relation: pick(["kill", "Kill", "carry out"]), speaker: argument(), speakerIsAuthor: number(below: 2) == 0,
      text: "Sentence \(sentence).", sentence: sentence, span: TextRange(sentence * 20, sentence * 20 + 11),
      words: range(), confidence: Double(number(below: 1000)) / 1000)
    claim.id = ClaimID(UInt64(number(below: 1 << 62)) << 1)
    claim.subject = maybe { $0.argument() }
    claim.object = maybe { $0.argument() }
    claim.obliques = (0..<number(below: 3)).map { _ in Oblique(pick(["in", "", "because of"]), argument()) }
    claim.location = maybe { $0.pick(Self.names) }
    claim.locationResolvedFrom = claim.location.flatMap { _ in maybe { $0.pick(["its", "the country"]) } }
    claim.from = maybe { $0.pick(Self.names) }
    claim.to = maybe { $0.pick(Self.names) }
    claim.date = dateRange()
    claim.dateResolvedFrom = claim.date.flatMap { _ in maybe { $0.pick(["In early 2025", "last year"]) } }
    claim.quantity = maybe { random in
      Quantity(
        random.pick([0, 21, 279.8]), unit: random.maybe { $0.pick(["percent", "person"]) },
        bound: random.pick(Quantity.Bound.allCases))
    }
    claim.polarity = pick(Polarity.allCases)
    claim.certainty = pick(Certainty.allCases)
    claim.via = (0..<number(below: 3)).map { _ in pick(Self.names) }
    claim.cue = maybe { $0.pick(["say", "according to"]) }
    claim.stance = maybe { $0.pick(Stance.allCases) }
    claim.topic = maybe { $0.pick(["killing", "presence"]) }
    claim.about = (0..<number(below: 4)).map { _ in pick(Self.names) }
    return claim
  }

  /// An article of which nothing but its file is known.
  static func article(_ file: String) -> Article {
    Article(file: file, digest: "digest of \(file)", text: "", blocks: [], origins: OffsetMap())
  }
}
