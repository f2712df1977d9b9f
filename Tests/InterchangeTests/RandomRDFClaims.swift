import ClaimModel
import Claims
import Store

/// Random claims whose texts and names are full of what means something in N-Triples, Turtle and IRIs.
struct RandomRDFClaims {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }

  mutating func pick<Element>(_ all: [Element]) -> Element { all[number(below: all.count)] }

  mutating func shuffled<Element>(_ all: [Element]) -> [Element] {
    var all = all
    for place in all.indices.reversed() { all.swapAt(place, number(below: place + 1)) }
    return all
  }

  private mutating func isSo(_ oneIn: Int) -> Bool { number(below: oneIn) == 0 }

  private static let pieces = [
    "Kunar", "a", " ", "\"", "\"\"\"", "'''", "\\", "\\u0041", "\n", "\r", "\t", "\u{1}", "\u{7F}", "\u{85}",
    "\u{2028}",
    "<", ">", "<a:b> .", "^^", "@en", "é", "e\u{301}", "\u{1F600}", "\u{FEFF}", "\u{FFFD}", ".", "..", "/", "#", "%41",
    "?", "{}", "|", "`", "x",
  ]

  private mutating func text() -> String { (0..<(1 + number(below: 5))).map { _ in pick(Self.pieces) }.joined() }

  private static let names = [
    "Kunar", "..", "a/b#c", "%41", "\"Q\" <x>", "é", "N. N.", "a b", "\u{1F600}\n", "http://example.org/x",
  ]

  private mutating func argument(_ known: [ClaimID]) -> Argument {
    var argument =
      switch number(below: 4) {
      case 0: Argument(.phrase(text()))
      case 1: Argument(.number(pick([0, -2.5, 1e300, 12, 1e-7])))
      case 2 where !known.isEmpty: Argument(.claim(pick(known)))
      default: Argument(.entity(pick(Self.names)))
      }
    if case .phrase = argument.value, isSo(3) { argument.partOf = pick(Self.names) }
    if isSo(3) { argument.resolvedFrom = text() }
    if isSo(3) { argument.span = TextRange(number(below: 9), 9 + number(below: 9)) }
    return argument
  }

  private mutating func claim(_ known: [ClaimID]) -> Claim {
    var claim = Claim(
      relation: text(), speaker: argument(known), speakerIsAuthor: isSo(2), text: text() + "\(number(below: 1000))",
      sentence: number(below: 3), span: TextRange(0, 0), words: TextRange(0, 0),
      confidence: pick([.nan, 0.25, 1]))
    if isSo(2) { (claim.span, claim.words) = (TextRange(0, 90), TextRange(3, 80)) }
    claim.subject = isSo(4) ? nil : argument(known)
    claim.object = isSo(3) ? nil : argument(known)
    // Obliques that say the same stay two.
    for _ in 0..<number(below: 12) { claim.obliques.append(Oblique(pick(["in", "", text()]), argument([]))) }
    if isSo(2) { claim.location = pick(Self.names) }
    if isSo(5) { claim.locationResolvedFrom = text() }
    if isSo(3) { claim.from = pick(Self.names) }
    if isSo(3) { claim.to = pick(Self.names) }
    claim.date = pick(
      ["2024", "-0044-03-15", "../2021-12-31", "2020-02-29/..", "2024-01-01/2024-01-02"].map { DateRange(iso8601: $0) }
        + [nil])
    if isSo(4) { claim.dateResolvedFrom = text() }
    if isSo(2) {
      claim.quantity = Quantity(
        pick([21, 0.5, -3]), unit: isSo(2) ? text() : nil, bound: pick(Quantity.Bound.allCases))
    }
    claim.polarity = pick(Polarity.allCases)
    claim.certainty = pick(Certainty.allCases)
    claim.topic = isSo(2) ? text() : nil
    claim.via = (0..<number(below: 3)).map { _ in pick(Self.names) }
    claim.cue = isSo(2) ? text() : nil
    claim.stance = isSo(2) ? pick(Stance.allCases) : nil
    claim.about = Set(Self.names.prefix(1 + number(below: Self.names.count))).sorted()
    claim.extractor = pick(["gpt \"x\"", Version.extractor])
    return claim
  }

  /// A base of up to so many claims of a few articles; later ones name earlier ones of the same article.
  mutating func base(_ count: Int) -> KnowledgeBase {
    var base = KnowledgeBase()
    for (index, digest) in [String(repeating: "a", count: 64), "", "b\"<>"].enumerated() {
      var article = Article(
        file: ["a.txt", "b \"c\"/é%20.txt", "..#?"][index], digest: digest, text: "", blocks: [], origins: OffsetMap())
      article.label = ["A", nil, "\u{1F600}\\\""][index]
      article.author = [nil, "N. N.", "\n"][index]
      article.title = [text(), nil, text()][index]
      article.url = [nil, "https://example.org/?a=<b>", nil][index]
      article.published = [nil, DateRange(iso8601: "2024-05"), DateRange(iso8601: "../2024-05-06")][index]
      var extraction = Extraction()
      var known: [ClaimID] = []
      for _ in 0..<(count / 3) {
        var claim = claim(known)
        claim.id = ClaimIdentity.id(of: claim, digest: article.identity)
        if !extraction.claims.contains(where: { $0.id == claim.id }) { extraction.claims.append(claim) }
        known.append(claim.id)
      }
      extraction.entities = Self.names.enumerated().map { place, name in
        Entity(
          name: name, kind: EntityKind.allCases[place % 5], aliases: place % 3 == 0 ? ["\"\\", "é\n"] : [],
          broader: place > 5 ? Self.names[place - 5] : nil)
      }
      _ = base.attach([(article, extraction)])
    }
    return base
  }
}
