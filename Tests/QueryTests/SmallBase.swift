import ClaimModel
import Store
import Vocabulary

/// A small knowledge base, made by hand: three articles that do not agree.
enum SmallBase {
  static let entities = [
    Entity(name: "ISIS", kind: .organisation, aliases: ["Islamic State", "ISIL", "Daesh"]),
    Entity(name: "ISKP", kind: .organisation, aliases: ["ISIS-K", "Islamic State Khorasan Province"], broader: "ISIS"),
    Entity(name: "Taliban", kind: .organisation, aliases: ["Islamic Emirate of Afghanistan", "IEA"]),
    Entity(name: "Asia", kind: .place),
    Entity(name: "Pakistan", kind: .place, broader: "Asia"),
    Entity(name: "Balochistan", kind: .place, aliases: ["Baluchistan"], broader: "Pakistan"),
    Entity(name: "Mastung", kind: .place, broader: "Balochistan"),
    Entity(name: "Lahore", kind: .place, broader: "Pakistan"),
    Entity(name: "Afghanistan", kind: .place, broader: "Asia"),
    Entity(name: "Zalmay Khalilzad", kind: .person, aliases: ["Khalilzad"]),
    Entity(name: "Analysts", kind: .group),
    Entity(name: "Ahmad Safi", kind: .person),
    Entity(name: "Lucas Webber", kind: .person),
    Entity(name: "ISPR", kind: .organisation),
  ]

  static let topics = [
    Entity(name: "violence", kind: .other), Entity(name: "killing", kind: .other, broader: "violence"),
    Entity(name: "presence", kind: .other), Entity(name: "sanctuary", kind: .other, broader: "presence"),
    Entity(name: "statement", kind: .other),
  ]

  /// The whole of it.
  static let whole = base()

  /// The whole of it with an article that disputes it, and what claims are compared by.
  static let disputed: KnowledgeBase = {
    var base = Self.base([safi, webber, desk, quarrel])
    base.declare(senses: .shipped)
    return base
  }()

  /// A knowledge base of these articles, by default of all in order.
  static func base(_ articles: [ClaimDraft.Source] = [safi, webber, desk]) -> KnowledgeBase {
    var base = KnowledgeBase()
    base.declare(topics: topics)
    for article in articles { base.append(article.extraction(entities), of: article.article) }
    return base
  }

  static let safi = ClaimDraft.Source(
    file: "b-safi.txt", label: "Safi", author: "Ahmad Safi", outlet: "Al-Mirsaad", published: "2025-03-20",
    claims: [
      ClaimDraft(
        1, "ISKP", "operate", nil, in: "Pakistan", topic: "presence", by: "Ahmad Safi",
        text: "ISKP operates from safe havens in Pakistan."),
      ClaimDraft(
        2, "ISKP", "have", ~"sanctuary", in: "Afghanistan", is: .denied, topic: "sanctuary", by: "Ahmad Safi",
        text: "ISKP has no sanctuary in Afghanistan, “none at all”."),
      ClaimDraft(
        3, nil, "kill", ~"ISIS fighters" & "ISIS", in: "Mastung", on: "2025-03", 30, "fighter", topic: "killing",
        by: "Zalmay Khalilzad", cue: "disclose", stance: .endorses,
        text: "Khalilzad disclosed that 30 ISIS fighters were killed in Mastung."),
      ClaimDraft(
        3, "Zalmay Khalilzad", "disclose", .claim(3), topic: "statement", by: "Ahmad Safi",
        text: "Khalilzad disclosed that 30 ISIS fighters were killed in Mastung."),
      ClaimDraft(
        4, "Pakistan", "harbor", ~"terrorist groups", sure: .certain, topic: "sanctuary", by: "Ahmad Safi",
        text: "Pakistan harbored terrorist groups for decades."),
    ])

  static let webber = ClaimDraft.Source(
    file: "a-webber.txt", label: "Webber", author: "Lucas Webber", outlet: "Militant Wire", published: "2024",
    claims: [
      ClaimDraft(
        1, "ISKP", "expand", ~"network", in: "Pakistan", on: "2021/2024", sure: .probable, topic: "presence",
        by: "Analysts", cue: "warn", stance: .reports,
        text: "Analysts warn that ISKP is likely expanding its network in Pakistan."),
      ClaimDraft(
        2, "ISKP", "attack", "Taliban", in: "Afghanistan", on: "2024-05-17", topic: "violence", by: "Lucas Webber",
        text: "On 17 May 2024 ISKP attacked the Taliban."),
      ClaimDraft(
        3, "ISKP", "kill", ~"civilian", in: "Lahore", on: "2023", 21, "civilian", topic: "killing",
        by: "Lucas Webber", text: "At least 21 civilians were killed by ISKP in Lahore in 2023.", bound: .atLeast),
      ClaimDraft(
        4, ~"ISIS militants" & "ISIS", "move", nil, in: "Balochistan", to: "Balochistan", sure: .possible,
        topic: "presence",
        by: "Analysts", cue: "say", stance: .doubts, text: "ISIS militants may have moved to Baluchistan, analysts say."
      ),
    ])

  static let desk = ClaimDraft.Source(
    file: "c-desk.txt", label: "Desk", author: nil, outlet: "Desk", published: nil,
    claims: [
      ClaimDraft(
        1, "Taliban", "weaken", "ISKP", in: "Afghanistan", on: "2024", topic: "violence", by: "ISPR",
        cue: "according to", stance: .reports, text: "The Taliban weakened ISKP in 2024, according to ISPR."),
      ClaimDraft(
        2, "ISKP", "operate", nil, in: "Afghanistan", is: .denied, topic: "presence", by: "Taliban",
        cue: "insist", stance: .doubts, text: "ISKP does not operate in Afghanistan, the Taliban insist."),
      ClaimDraft(
        3, "Analysts", "count", ~"attack", 12, "attack", topic: "statement", by: "Analysts",
        text: "Analysts counted 12 attacks."),
    ])
}

extension SmallBase {
  static let quarrel = ClaimDraft.Source(
    file: "d-quarrel.txt", label: "Quarrel", author: nil, outlet: "Desk", published: "2025-04-02",
    claims: [
      ClaimDraft(
        1, "ISKP", "continue to operate", nil, in: "Afghanistan", topic: "presence", by: "ISPR", cue: "insist",
        stance: .reports, text: "ISKP continues to operate in Afghanistan, ISPR insists."),
      ClaimDraft(
        2, "ISIS", "exist", nil, in: "Pakistan", is: .denied, topic: "presence", by: "ISPR", cue: "insist",
        stance: .reports, text: "ISIS does not exist in Pakistan, it adds."),
      ClaimDraft(
        3, nil, "kill", ~"ISIS militants" & "ISIS", in: "Mastung", on: "2025-03-14", 12, "militant", topic: "killing",
        by: "ISPR", cue: "say", stance: .reports, text: "It says that 12 ISIS militants were killed in Mastung."),
      ClaimDraft(
        4, "ISKP", "continue to operate", nil, in: "Afghanistan", topic: "presence", by: "ISPR", cue: "insist",
        stance: .reports, text: "ISKP continues to operate in Afghanistan, ISPR insists."),
    ])
}

prefix operator ~

/// A phrase.
prefix func ~ (words: String) -> ClaimDraft.Name { .phrase(words, nil) }

/// The phrase as a part of an entity.
func & (phrase: ClaimDraft.Name, whole: String) -> ClaimDraft.Name {
  if case .phrase(let words, _) = phrase { .phrase(words, whole) } else { phrase }
}

/// A claim in the fewest words.
struct ClaimDraft {
  enum Name: ExpressibleByStringLiteral {
    case entity(String)
    case phrase(String, String?)
    /// The claim of the article with this number, from 1.
    case claim(Int)

    init(stringLiteral name: String) { self = .entity(name) }
  }

  struct Source {
    var file: String
    var label: String?
    var author: String?
    var outlet: String?
    var published: String?
    var claims: [ClaimDraft]

    var article: Article {
      var article = Article(file: file, digest: file, text: "", blocks: [], origins: OffsetMap())
      article.label = label
      article.author = author
      article.outlet = outlet
      article.published = published.flatMap { DateRange(iso8601: $0) }
      return article
    }

    /// The id of the claim with this number: a digest of file and number, spread over all digits.
    func id(_ number: Int) -> ClaimID {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in "\(file)#\(number)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return ClaimID(hash)
    }

    func extraction(_ entities: [Entity]) -> Extraction {
      Extraction(claims: claims.enumerated().map { $1.claim($0 + 1, of: self) }, entities: entities)
    }
  }

  var sentence: Int
  var subject: Name?
  var relation: String
  var object: Name?
  var location: String?
  var destination: String?
  var date: String?
  var quantity: Quantity?
  var polarity: Polarity
  var certainty: Certainty
  var topic: String
  var speaker: String
  var cue: String?
  var stance: Stance?
  var text: String

  init(
    _ sentence: Int, _ subject: Name?, _ relation: String, _ object: Name? = nil, in location: String? = nil,
    to destination: String? = nil, on date: String? = nil, _ number: Double? = nil, _ unit: String? = nil,
    is polarity: Polarity = .affirmed,
    sure certainty: Certainty = .certain, topic: String, by speaker: String, cue: String? = nil,
    stance: Stance? = nil, text: String, bound: Quantity.Bound = .exactly
  ) {
    self.sentence = sentence
    self.subject = subject
    self.relation = relation
    self.object = object
    self.location = location
    self.destination = destination
    self.date = date
    quantity = number.map { Quantity($0, unit: unit, bound: bound) }
    self.polarity = polarity
    self.certainty = certainty
    self.topic = topic
    self.speaker = speaker
    self.cue = cue
    self.stance = stance
    self.text = text
  }

  func claim(_ number: Int, of source: Source) -> Claim {
    let start = sentence * 100
    var claim = Claim(
      relation: relation, speaker: Argument(.entity(speaker)), speakerIsAuthor: speaker == source.author, text: text,
      sentence: sentence, span: TextRange(start, start + text.utf8.count),
      words: TextRange(start + number, start + number + 5), confidence: 0.5 + Double(number) / 16)
    claim.id = source.id(number)
    claim.subject = subject.map { argument($0, source) }
    claim.object = object.map { argument($0, source) }
    claim.location = location
    claim.to = destination
    claim.date = date.flatMap { DateRange(iso8601: $0) }
    claim.quantity = quantity
    claim.polarity = polarity
    claim.certainty = certainty
    claim.topic = topic
    claim.cue = cue
    claim.stance = stance
    claim.about = Set([subject, object].compactMap { $0?.about } + [location].compactMap(\.self)).sorted()
    return claim
  }

  private func argument(_ name: Name, _ source: Source) -> Argument {
    switch name {
    case .entity(let name): Argument(.entity(name))
    case .phrase(let words, let whole): Argument(.phrase(words), partOf: whole)
    case .claim(let number): Argument(.claim(source.id(number)))
    }
  }
}

extension ClaimDraft.Name {
  /// The entity that it names, or whose part it names.
  var about: String? {
    switch self {
    case .entity(let name): name
    case .phrase(_, let whole): whole
    case .claim: nil
    }
  }
}
