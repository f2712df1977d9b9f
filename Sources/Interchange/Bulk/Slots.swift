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
  /// What a line says of its article, the source first.
  let article: [Int]
  /// The attributes that no plain line has: a line that has one is read the careful way, so that nothing of it is lost.
  let others: [Int]

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
    article = ["source", "file", "digest", "label", "author", "outlet", "title", "published", "url"].map(place)
    others = ClaimLineAttributes.all.indices.filter { !plain.contains($0) }
  }

  /// The place of an attribute that is there.
  static func place(_ name: String) -> Int {
    guard let place = ClaimLineAttributes.all.firstIndex(where: { $0.name == name }) else {
      fatalError("no attribute is called \(name)")
    }
    return place
  }
}
