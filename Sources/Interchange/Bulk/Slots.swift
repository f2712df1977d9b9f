/// The places of attributes in `ClaimLineAttributes.all`.
struct Slots: Sendable {
  let id = place("id")
  let subject = place("subject")
  let relation = place("relation")
  let object = place("object")
  let location = place("location")
  let locationResolvedFrom = place("location_resolved_from")
  let date = place("date")
  let quantity = place("quantity")
  let unit = place("unit")
  let bound = place("bound")
  let polarity = place("polarity")
  let certainty = place("certainty")
  let topic = place("topic")
  let speaker = place("speaker")
  let speakerIsAuthor = place("speaker_is_author")
  let cue = place("cue")
  let stance = place("stance")
  let digest = place("digest")
  let file = place("file")
  let text = place("text")
  let sentence = place("sentence")
  let confidence = place("confidence")
  let extractor = place("extractor")
  let source = place("source")
  /// What a line says of its article, the source first.
  let article = ["source", "file", "digest", "label", "author", "outlet", "title", "published", "url"].map(place)
  /// The attributes that are lists or objects.
  let others = ClaimLineAttributes.all.indices.filter { !ClaimLineAttributes.all[$0].type.isSimple }

  /// The place of an attribute that is there.
  static func place(_ name: String) -> Int {
    guard let place = ClaimLineAttributes.all.firstIndex(where: { $0.name == name }) else {
      fatalError("no attribute is called \(name)")
    }
    return place
  }
}

extension LineType {
  /// Whether a value is a text, a number or a truth value.
  var isSimple: Bool {
    switch self {
    case .list, .object, .range: false
    default: true
    }
  }
}
