import ClaimModel
import Vocabulary

@testable import Store

/// Small hand-made claims for comparing, in as few words as they can be put.
enum ComparedArticles {
  static let entities = [
    Entity(name: "Asia", kind: .place), Entity(name: "South Asia", kind: .place, broader: "Asia"),
    Entity(name: "Pakistan", kind: .place, broader: "South Asia"),
    Entity(name: "Balochistan", kind: .place, broader: "Pakistan"),
    Entity(name: "Mastung", kind: .place, broader: "Balochistan"),
    Entity(name: "Khyber", kind: .place, broader: "Pakistan"), Entity(name: "Bara", kind: .place, broader: "Khyber"),
    Entity(name: "Afghanistan", kind: .place, broader: "South Asia"),
    Entity(name: "ISIS", kind: .organisation, aliases: ["Daesh"]),
    Entity(name: "ISKP", kind: .organisation, aliases: ["ISIS-K"], broader: "ISIS"),
    Entity(name: "Army", kind: .organisation), Entity(name: "Qari", kind: .person),
    Entity(name: "UN", kind: .organisation), Entity(name: "Mujahid", kind: .person),
  ]

  /// A knowledge base of articles, each a list of claims.
  static func base(_ articles: [(file: String, claims: [Claim])]) -> KnowledgeBase {
    var base = KnowledgeBase()
    base.declare(senses: .shipped)
    for (file, claims) in articles {
      var article = RandomClaims.article(file)
      article.label = file
      base.append(Extraction(claims: claims, entities: entities), of: article)
    }
    return base
  }

  /// A claim: entities are those of the list, everything else is a phrase.
  static func claim(
    _ number: Int, of file: String, _ subject: String?, _ relation: String, _ object: String? = nil,
    in place: String? = nil, on date: String? = nil, count: Quantity? = nil, is polarity: Polarity = .affirmed,
    sure certainty: Certainty = .certain, by speaker: String? = nil, with obliques: [(String, String)] = [],
    leaving: String? = nil, text: String = ""
  ) -> Claim {
    let sentence = TextRange(number * 100, number * 100 + 90)
    var claim = Claim(
      relation: relation, speaker: Argument(.entity(speaker ?? file)), speakerIsAuthor: speaker == nil, text: text,
      sentence: number, span: sentence, words: sentence, confidence: 0.8)
    claim.id = ClaimID(StableHash.mixed(StableHash.of("\(file) \(number) \(relation) \(object ?? "")".utf8)))
    claim.subject = subject.map(argument)
    claim.object = object.map(argument)
    claim.obliques = obliques.map { Oblique($0.0, argument($0.1)) }
    claim.location = place
    claim.from = leaving
    claim.date = date.flatMap { DateRange(iso8601: $0) }
    claim.quantity = count
    claim.polarity = polarity
    claim.certainty = certainty
    let words = [subject, object].compactMap(\.self) + obliques.map(\.1)
    claim.about = entities.filter { entity in
      entity.name == place || words.contains { Self.names(entity, in: $0) }
    }.map(\.name).sorted()
    return claim
  }

  private static func argument(_ words: String) -> Argument {
    if entities.contains(where: { $0.name == words }) { return Argument(.entity(words)) }
    let members = ["fighters", "militants", "members"].contains { words.hasSuffix($0) }
    return Argument(.phrase(words), partOf: members ? entities.first { names($0, in: words) }?.name : nil)
  }

  private static func names(_ entity: Entity, in words: String) -> Bool {
    let padded = " \(words.replacing("’", with: " ")) "
    return ([entity.name] + entity.aliases).contains { padded.contains(" \($0) ") }
  }
}
