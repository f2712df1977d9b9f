import Store

/// The places of attributes in `ClaimLineAttributes.all`: of those that a plain line can have, and of all others.
struct Slots: Sendable {
  let id: Int
  let subject: Int
  let relation: Int
  let object: Int
  let location: Int
  let locationResolvedFrom: Int
  let date: Int
  let quantity: Int
  let unit: Int
  let bound: Int
  let polarity: Int
  let certainty: Int
  let topic: Int
  let speaker: Int
  let speakerIsAuthor: Int
  let cue: Int
  let stance: Int
  let digest: Int
  let file: Int
  let text: Int
  let sentence: Int
  let confidence: Int
  let extractor: Int
  let source: Int
  let entities: Int
  /// What a line says of its article, the source first.
  let article: [Int]
  /// The same without the source, a bit for each attribute.
  let articleFacts: UInt64
  /// The attributes that no plain line has, a bit each: a line that has one is read the careful way, so that nothing of it
  /// is lost.
  let others: UInt64
  /// The same for records of CSV, where a list is written within a text.
  let othersOfCSV: UInt64
  /// The attributes that are looked up in the dictionary, and of each attribute the space in which it is.
  let lookedUp: [Int]
  let spaces: [UInt8]

  /// Spaces of the dictionary besides those of the kinds of terms: texts that are looked up as they stand, articles that
  /// are told by their source alone, other articles, and from `attributes` on the values of each attribute.
  enum Space {
    static let raw: UInt8 = 16
    static let source: UInt8 = 17
    static let article: UInt8 = 18
    static let attributes: UInt8 = 32
  }

  init() {
    var plain: Set<Int> = []
    func place(_ name: String) -> Int {
      let place = Self.place(name)
      plain.insert(place)
      return place
    }
    id = place("id")
    subject = place("subject")
    relation = place("relation")
    object = place("object")
    location = place("location")
    locationResolvedFrom = place("location_resolved_from")
    date = place("date")
    quantity = place("quantity")
    unit = place("unit")
    bound = place("bound")
    polarity = place("polarity")
    certainty = place("certainty")
    topic = place("topic")
    speaker = place("speaker")
    speakerIsAuthor = place("speaker_is_author")
    cue = place("cue")
    stance = place("stance")
    digest = place("digest")
    file = place("file")
    text = place("text")
    sentence = place("sentence")
    confidence = place("confidence")
    extractor = place("extractor")
    source = place("source")
    entities = place("entities")
    article = ["source", "file", "digest", "label", "author", "outlet", "title", "published", "url"].map(place)
    articleFacts = Self.bits(article.dropFirst())
    others = Self.bits(ClaimLineAttributes.all.indices.filter { !plain.contains($0) })
    othersOfCSV = others | Self.bits([entities])
    // Arguments are looked up as phrases and places as entities, which most of them are.
    let terms: [(TermKind, [Int])] = [
      (.phrase, [subject, object, speaker]), (.entity, [location]), (.topic, [topic]),
      (.text, [relation, locationResolvedFrom, cue, unit]),
    ]
    var spaces = ClaimLineAttributes.all.indices.map { Space.attributes + UInt8($0) }
    for (kind, places) in terms { for place in places { spaces[place] = kind.rawValue } }
    spaces[source] = Space.source
    self.spaces = spaces
    lookedUp =
      terms.flatMap(\.1) + [source, date, bound, polarity, certainty, stance, extractor]
  }

  private static func bits(_ places: some Sequence<Int>) -> UInt64 { places.reduce(0) { $0 | 1 << UInt64($1) } }

  /// The place of an attribute that is there.
  static func place(_ name: String) -> Int {
    guard let place = ClaimLineAttributes.all.firstIndex(where: { $0.name == name }) else {
      fatalError("no attribute is called \(name)")
    }
    return place
  }
}
