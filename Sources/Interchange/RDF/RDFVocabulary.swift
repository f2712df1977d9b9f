/// The classes and properties by which claims are told in RDF: the one table of which the writer, the reader and
/// `Docs/vocabulary.md` are made.
///
/// What a property says is what the attribute of a line of JSON says, so that both are read and checked in one way.
enum RDFVocabulary {
  /// The namespace of classes and properties. Nobody can ever own a name under `.example` (RFC 2606), so that nobody else
  /// can say what stands there; it is a name and no address.
  static let namespace = base + "ns#"
  /// Where the names of claims, articles and entities start.
  static let base = "https://hearsay.example/"
  /// The prefix by which Turtle calls the namespace.
  static let prefix = "hs"

  static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

  /// All classes, in the order of the page.
  static let classes: [(class: RDFClass, meaning: String)] = [
    (.claim, "what an article states or has somebody state"),
    (.mention, "the words by which a claim names its subject, its object or its speaker"),
    (.oblique, "what else is tied to the verb, with the words that name it"),
    (.link, "one of those who passed a claim on"), (.article, "where a claim was read"),
    (.entity, "a person, a group, an organisation, a place or another thing that has a name"),
  ]

  /// All properties; their numbers are their places here.
  static let properties = claim + attribution + place + mention + parts + article + entity

  private static let claim = [
    RDFProperty("subject", [.claim], .argument, "who does it or is it", "entity:ISIS"),
    RDFProperty("subjectMention", [.claim], .mention(of: "subject"), "its words", "claim:… #subject"),
    RDFProperty("relation", [.claim], .text, "what is done, as the lemma of a verb", "\"carry out\""),
    RDFProperty(
      "object", [.claim], .argument, "what it is done to, or what the subject is said to be", "\"an attack\""),
    RDFProperty("objectMention", [.claim], .mention(of: "object"), "its words", "claim:… #object"),
    RDFProperty(
      "oblique", [.claim], .parts(.oblique), "what else is tied to the verb", "claim:… #oblique1", isMany: true),
    RDFProperty("location", [.claim], .entity, "the innermost place where it is said to hold", "entity:Kunar"),
    RDFProperty(
      "locationResolvedFrom", [.claim], .text, "the pronoun or description in the text", "\"the country\"",
      "location_resolved_from"),
    RDFProperty("from", [.claim], .entity, "where a movement starts", "entity:Kunar"),
    RDFProperty("to", [.claim], .entity, "where a movement goes", "entity:Kabul"),
    RDFProperty(
      "firstDay", [.claim], .day(isLast: false), "the first day on which it may have happened", "\"2025-01-01\"", "date"
    ),
    RDFProperty(
      "lastDay", [.claim], .day(isLast: true), "the last day on which it may have happened", "\"2025-04-30\"", "date"),
    RDFProperty(
      "dateResolvedFrom", [.claim], .text, "the words of an earlier sentence that tell the date", "\"in early 2025\"",
      "date_resolved_from"),
    RDFProperty("quantity", [.claim], .number, "the number that it turns on", "21"),
    RDFProperty("unit", [.claim], .text, "what the quantity counts", "\"group\""),
    RDFProperty("bound", [.claim], .text, "how exact the quantity is: `=`, `>=`, `<=`, `~`", "\">=\""),
    RDFProperty("polarity", [.claim], .text, "`affirmed` or `denied`", "\"affirmed\""),
    RDFProperty("certainty", [.claim], .text, "`certain`, `probable`, `possible` or `unknown`", "\"probable\""),
    RDFProperty("topic", [.claim], .text, "what it is about", "\"killing\""),
    RDFProperty("about", [.claim], .entity, "an entity that it mentions", "entity:Kunar", isMany: true),
  ]

  private static let attribution = [
    RDFProperty("speaker", [.claim], .argument, "whom the article credits with it", "\"Officials\""),
    RDFProperty("speakerMention", [.claim], .mention(of: "speaker"), "the speaker's words", "claim:… #speaker"),
    RDFProperty(
      "speakerIsAuthor", [.claim], .flag, "whether it is the article's own voice", "false", "speaker_is_author"),
    RDFProperty("via", [.claim], .parts(.link), "who passed it on", "claim:… #via1", isMany: true),
    RDFProperty("cue", [.claim], .text, "the words that attribute it", "\"according to\""),
    RDFProperty("stance", [.claim], .text, "`endorses`, `reports` or `doubts`", "\"reports\""),
    RDFProperty(
      "extractor", [.claim], .text, "who made the claim of the text: a program with its version, a person",
      "\"hearsay 0.1\""),
    RDFProperty("confidence", [.claim], .number, "how likely it is that the text says so, 0 to 1", "0.9"),
    RDFProperty("article", [.claim], .article, "the article in which it was read", "article:…"),
  ]

  private static let place = [
    RDFProperty("text", [.claim], .text, "the sentence, word for word", "\"Officials said …\""),
    RDFProperty("sentence", [.claim], .number, "the number of the sentence in the article, from 1", "3"),
    RDFProperty(
      "spanStart", [.claim, .mention, .oblique], .offset(isEnd: false),
      "the first byte of the sentence, or of the words, in the article's file", "120", "span"),
    RDFProperty("spanEnd", [.claim, .mention, .oblique], .offset(isEnd: true), "the byte after them", "180", "span"),
    RDFProperty(
      "wordsStart", [.claim], .offset(isEnd: false), "the first byte of the claim's own words", "135", "words"),
    RDFProperty("wordsEnd", [.claim], .offset(isEnd: true), "the byte after them", "179", "words"),
  ]

  private static let mention = [
    RDFProperty(
      "partOf", [.mention, .oblique], .entity, "of whom words name members or a part", "entity:ISIS", "part_of"),
    RDFProperty(
      "resolvedFrom", [.mention, .oblique], .text, "the pronoun or description in the text", "\"the group\"",
      "resolved_from"),
  ]

  private static let parts = [
    RDFProperty("position", [.oblique, .link], .number, "its place among its like, from 1", "1"),
    RDFProperty("marker", [.oblique], .text, "the preposition; empty where there is none", "\"in\""),
    RDFProperty("argument", [.oblique], .argument, "what is tied", "entity:Kunar"),
    RDFProperty("name", [.entity, .link], .text, "the name, as it is shown", "\"Kunar\""),
  ]

  private static let article = [
    RDFProperty("source", [.article], .text, "the article, as it is shown", "\"A\""),
    RDFProperty("file", [.article], .text, "its file, without the folder", "\"a.txt\""),
    RDFProperty("digest", [.article], .text, "the SHA-256 of its file, in hexadecimal", "\"9f86…\""),
    RDFProperty("label", [.article], .text, "what a catalogue calls it", "\"A\""),
    RDFProperty("author", [.article], .text, "who wrote it", "\"N. N.\""),
    RDFProperty("outlet", [.article], .text, "who published it", "\"Gazette\""),
    RDFProperty("title", [.article], .text, "its headline", "\"Groups in Kunar\""),
    RDFProperty(
      "publishedFirst", [.article], .day(isLast: false), "the first day on which it may have been published",
      "\"2025-08-02\"", "published"),
    RDFProperty("publishedLast", [.article], .day(isLast: true), "the last one", "\"2025-08-02\"", "published"),
    RDFProperty("url", [.article], .text, "where it was published", "\"https://example.org/a\""),
  ]

  private static let entity = [
    RDFProperty("kind", [.entity], .text, "`person`, `organisation`, `place`, `group` or `other`", "\"place\""),
    RDFProperty("alias", [.entity], .text, "another name", "\"Konar\"", "aliases", isMany: true),
    RDFProperty("broader", [.entity], .entity, "what it lies within or is part of", "entity:Afghanistan"),
  ]

  private static let iris = Dictionary(properties.map { ($0.name, $0.iri) }, uniquingKeysWith: { first, _ in first })

  /// The IRI of a property that there is.
  static func iri(ofProperty name: String) -> String {
    guard let iri = iris[name] else { fatalError("no property is called \(name)") }
    return iri
  }
}

/// A class of the vocabulary.
enum RDFClass: String, CaseIterable, Sendable {
  case claim = "Claim"
  case mention = "Mention"
  case oblique = "Oblique"
  case link = "Link"
  case article = "Article"
  case entity = "Entity"

  var iri: String { RDFVocabulary.namespace + rawValue }
}

/// A property of the vocabulary.
struct RDFProperty: Sendable {
  let name: String
  /// What has it.
  let owners: [RDFClass]
  let range: RDFRange
  /// The attribute of a line of JSON that says the same.
  let attribute: String
  let meaning: String
  let example: String
  /// Whether one thing can have several.
  let isMany: Bool

  init(
    _ name: String, _ owners: [RDFClass], _ range: RDFRange, _ meaning: String, _ example: String,
    _ attribute: String? = nil, isMany: Bool = false
  ) {
    self.name = name
    self.owners = owners
    self.range = range
    self.attribute = attribute ?? name
    self.meaning = meaning
    self.example = example
    self.isMany = isMany
  }

  var iri: String { RDFVocabulary.namespace + name }
}

/// What a property can have as its value.
enum RDFRange: Sendable {
  /// A string.
  case text
  /// A number: `xsd:integer` or `xsd:double`.
  case number
  /// `xsd:boolean`.
  case flag
  /// One end of a span of days, `xsd:date`; missing where it is open.
  case day(isLast: Bool)
  /// One end of a range of bytes, `xsd:integer`.
  case offset(isEnd: Bool)
  /// An entity.
  case entity
  /// An article.
  case article
  /// An entity, another claim, a number, or words.
  case argument
  /// What more is known of an argument, which is the value of the property `of`.
  case mention(of: String)
  /// Things of their own, in the order of their `position`.
  case parts(RDFClass)

  /// How the page calls it.
  var words: String {
    switch self {
    case .text: "`xsd:string`"
    case .number: "`xsd:integer` or `xsd:double`"
    case .flag: "`xsd:boolean`"
    case .day: "`xsd:date`"
    case .offset: "`xsd:integer`"
    case .entity: "`hs:Entity`"
    case .article: "`hs:Article`"
    case .argument: "`hs:Entity`, `hs:Claim`, a number or `xsd:string`"
    case .mention: "`hs:Mention`"
    case .parts(let part): "`hs:\(part.rawValue)`"
    }
  }
}
