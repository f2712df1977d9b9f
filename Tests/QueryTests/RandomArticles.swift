import ClaimModel

/// Articles with random claims over few names, so that random queries find some of them.
enum RandomArticles {
  static let entities = [
    Entity(name: "Asia", kind: .place), Entity(name: "Pakistan", kind: .place, broader: "Asia"),
    Entity(name: "Balochistan", kind: .place, aliases: ["Baluchistan"], broader: "Pakistan"),
    Entity(name: "Mastung", kind: .place, broader: "Balochistan"),
    Entity(name: "Afghanistan", kind: .place, broader: "Asia"),
    Entity(name: "ISIS", kind: .organisation, aliases: ["Daesh"]),
    Entity(name: "ISKP", kind: .organisation, aliases: ["ISIS-K"], broader: "ISIS"),
    Entity(name: "Élan Müller", kind: .person), Entity(name: "UN", kind: .organisation),
  ]
  static let topics = [
    Entity(name: "violence", kind: .other), Entity(name: "killing", kind: .other, broader: "violence"),
    Entity(name: "presence", kind: .other),
  ]
  static let relations = ["kill", "move", "have", "Kill"]
  static let phrases: [(words: String, whole: String?)] = [
    ("ISIS fighters", "ISIS"), ("isis fighters", "ISKP"), ("civilians", nil), ("Pakistani army", "Pakistan"),
  ]
  static let texts = ["They attacked the camp.", "No attack, said the UN.", "Camps were moved to safe havens.", ""]
  static let dates = ["2023", "2024-05", "2024-05-17", "2021/2024", "../2022", "2025-01-01/..", "2024"]

  static func articles(_ random: inout RandomSource) -> [(Article, [Claim])] {
    var made: [(Article, [Claim])] = []
    for number in 1...Int.random(in: 1...4, using: &random) {
      let file = "\(random.pick(["a", "b", "c"]))\(number).txt"
      var article = Article(file: file, digest: file, text: "", blocks: [], origins: OffsetMap())
      article.label = random.maybe(["Daily", "daily", "Weekly"])
      article.published = random.maybe(dates).flatMap { DateRange(iso8601: $0) }
      let count = Int.random(in: 0...12, using: &random)
      made.append((article, (0..<count).map { claim($0, of: number, &random) }))
    }
    return made
  }

  private static func claim(_ number: Int, of article: Int, _ random: inout RandomSource) -> Claim {
    let text = random.pick(texts)
    var claim = Claim(
      relation: random.pick(relations), speaker: Argument(.entity(random.pick(["UN", "Élan Müller"]))),
      speakerIsAuthor: random.once(in: 2), text: text, sentence: number + 1,
      span: TextRange(number * 50, number * 50 + text.utf8.count), words: TextRange(number * 50, number * 50),
      confidence: Double(Int.random(in: 0...8, using: &random)) / 8)
    claim.id = ClaimID(random.next())
    claim.subject = argument(&random)
    claim.object = argument(&random)
    let names = entities.map(\.name)
    claim.location = random.maybe(Array(names.prefix(5)))
    claim.from = random.maybe(Array(names.prefix(5)))
    claim.to = random.maybe(Array(names.prefix(5)))
    claim.date = random.maybe(dates).flatMap { DateRange(iso8601: $0) }
    claim.quantity = random.maybe([1.0, 10, 10.5, 30]).map { Quantity($0, unit: "person", bound: .atLeast) }
    claim.polarity = random.pick(Polarity.allCases)
    claim.certainty = random.pick(Certainty.allCases)
    claim.stance = random.maybe(Stance.allCases)
    claim.topic = random.maybe(topics.map(\.name))
    claim.cue = random.maybe(["say", "Say", "warn"])
    claim.about = Set((0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(names) }).sorted()
    return claim
  }

  private static func argument(_ random: inout RandomSource) -> Argument? {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return nil
    case 1:
      let (words, whole) = random.pick(phrases)
      return Argument(.phrase(words), partOf: whole)
    default: return Argument(.entity(random.pick(entities.map(\.name))))
    }
  }
}
