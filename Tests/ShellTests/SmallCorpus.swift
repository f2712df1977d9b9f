import ClaimModel
import Store

@testable import Shell

/// Two short articles with claims made by hand, so that transcripts do not change with the models.
enum SmallCorpus {
  /// A claim in few words; its own words are found in the article's text.
  private struct Sketch {
    var id: UInt64
    var sentence: Int
    var subject: String
    var relation: String
    var object: String?
    var location: String?
    var speaker: String?
    var polarity = Polarity.affirmed
    var words: String
  }

  private static let first = """
    Officials in Kabul said that ISKP has bases in Mastung. The Pakistani army denies it. "We have no such camps," a \
    spokesman said.
    """

  private static let second = """
    Nobody doubts that ISKP moved to Balochistan in 2024. Pakistan shelters ISKP, the ministry claims.
    """

  private static let sketches: [(file: String, author: String, text: String, claims: [Sketch])] = [
    (
      "kabul.txt", "Jane Doe", first,
      [
        Sketch(
          id: 0xA1B2_0000_0000_0001, sentence: 1, subject: "ISKP", relation: "have", object: "bases",
          location: "Mastung", speaker: "officials", words: "ISKP has bases in Mastung"),
        Sketch(
          id: 0xA1B2_0000_0000_0002, sentence: 3, subject: "Pakistan", relation: "have", object: "camps",
          speaker: "Pakistan", polarity: .denied, words: "We have no such camps"),
      ]
    ),
    (
      "quetta.txt", "Max Mustermann", second,
      [
        Sketch(
          id: 0xC3D4_0000_0000_0003, sentence: 1, subject: "ISKP", relation: "move", location: "Balochistan",
          words: "ISKP moved to Balochistan in 2024"),
        Sketch(
          id: 0xC3D4_0000_0000_0004, sentence: 2, subject: "Pakistan", relation: "shelter", object: "ISKP",
          location: "Pakistan", speaker: "ministry", words: "Pakistan shelters ISKP"),
      ]
    ),
  ]

  private static let entities = [
    Entity(name: "ISKP", kind: .group, aliases: ["ISIS-K", "Khorasan Province"], broader: "ISIS"),
    Entity(name: "ISIS", kind: .group, aliases: ["Islamic State"]),
    Entity(name: "Pakistan", kind: .place),
    Entity(name: "Balochistan", kind: .place, broader: "Pakistan"),
    Entity(name: "Mastung", kind: .place, broader: "Balochistan"),
  ]

  /// A session that knows the articles.
  static func session(console: any Console, audience: Session.Audience) -> Session {
    let session = Session(console: console, audience: audience)
    for (file, author, text, sketches) in sketches {
      var article = Article(
        file: file, digest: file, text: text, blocks: [.init(.paragraph, TextRange(0, text.utf8.count))],
        origins: OffsetMap())
      article.author = author
      let sentences = sentences(of: text)
      let claims = sketches.map { claim($0, in: article, sentences) }
      session.knowledgeBase.append(
        Extraction(claims: claims, entities: entities), of: article, sentences: sentences)
    }
    return session
  }

  /// Sentences that end with a full stop and a space.
  private static func sentences(of text: String) -> [TextRange] {
    var ranges: [TextRange] = []
    var start = 0
    for part in text.replacing(". ", with: ".\u{0}").split(separator: "\u{0}") {
      ranges.append(TextRange(start, start + part.utf8.count))
      start += part.utf8.count + 1
    }
    return ranges
  }

  private static func claim(_ sketch: Sketch, in article: Article, _ sentences: [TextRange]) -> Claim {
    let sentence = sentences[sketch.sentence - 1]
    let found = article.text.firstRange(of: sketch.words)!
    let start = article.text.utf8.distance(from: article.text.startIndex, to: found.lowerBound)
    var claim = Claim(
      relation: sketch.relation, speaker: Argument(sketch.speaker.map { .phrase($0) } ?? .entity(article.source)),
      speakerIsAuthor: sketch.speaker == nil, text: article.text[sentence], sentence: sketch.sentence, span: sentence,
      words: TextRange(start, start + sketch.words.utf8.count), confidence: 0.75)
    claim.id = ClaimID(sketch.id)
    claim.subject = Argument(.entity(sketch.subject))
    claim.object = sketch.object.map { Argument(entities.map(\.name).contains($0) ? .entity($0) : .phrase($0)) }
    claim.location = sketch.location
    claim.polarity = sketch.polarity
    claim.about = [sketch.subject, sketch.object, sketch.location].compactMap(\.self)
      .filter { entities.map(\.name).contains($0) }
    claim.about = Array(Set(claim.about)).sorted()
    return claim
  }
}
