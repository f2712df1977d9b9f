import ClaimModel

/// What a line says, as it stands: names and places are not looked up, and claims are named by the file's own ids.
struct ClaimLine {
  /// An argument, which only its detail says to be a name, words or a claim.
  struct Argument {
    var text: String
    var number: Double?
    var kind: String?
    var partOf: String?
    var resolvedFrom: String?
    var span: TextRange?
  }

  var line: LineText
  var id: String?
  /// The claim, as far as nothing has to be looked up for it; a place that is not stated is empty.
  var claim: Claim
  var subject: Argument?
  var object: Argument?
  var obliques: [(marker: String, argument: Argument)] = []
  var speaker: Argument?
  var speakerIsAuthor: Bool?
  /// Whether the entities that it mentions are listed.
  var namesAbout: Bool
  var extractor: String?
  var entities: [Entity] = []
  /// What it says of its article.
  var article: ArticleMention

  /// Its arguments.
  var arguments: [Argument] { [subject, object, speaker].compactMap(\.self) + obliques.map(\.argument) }

  /// The line that an object is, which has been checked.
  init(_ object: JSONElement, line: LineText) {
    self.line = line
    let values = Values(object)
    claim = values.claim
    id = values.text("id")
    subject = values.argument("subject")
    self.object = values.argument("object")
    obliques = values.objects("obliques").map { oblique in
      (oblique.text("marker") ?? "", oblique.argument("argument") ?? Argument(text: ""))
    }
    speaker = values.argument("speaker")
    speakerIsAuthor = values["speaker_is_author"]?.flag
    namesAbout = values["about"] != nil
    extractor = values.text("extractor")
    article = ArticleMention(
      source: values.text("source"), file: values.text("file"), digest: values.text("digest"),
      article: values.article)
    entities = values["entities"].map { Self.entities($0) } ?? []
  }

  /// The entities of a list, which has been checked.
  static func entities(_ list: JSONElement) -> [Entity] {
    Values.objects(of: list).map { entity in
      Entity(
        name: entity.text("name") ?? "", kind: entity.text("kind").flatMap(EntityKind.init) ?? .other,
        aliases: entity.texts("aliases"), broader: entity.text("broader"))
    }
  }
}

/// The attributes of an object that has been checked.
private struct Values {
  private var values: [String: JSONElement] = [:]

  init(_ object: JSONElement) {
    for (name, value) in object.members ?? [] where value.kind != .null { values[name] = value }
  }

  subscript(name: String) -> JSONElement? { values[name] }

  func text(_ name: String) -> String? { values[name]?.string }

  func texts(_ name: String) -> [String] { (values[name]?.elements ?? []).compactMap(\.string) }

  func date(_ name: String) -> DateRange? { text(name).flatMap { DateRange(iso8601: $0) } }

  func objects(_ name: String) -> [Values] { values[name].map { Self.objects(of: $0) } ?? [] }

  static func objects(of list: JSONElement) -> [Values] {
    (list.elements ?? []).filter { $0.kind == .object }.map { Values($0) }
  }

  func argument(_ name: String) -> ClaimLine.Argument? {
    guard let value = values[name] else { return nil }
    let detail = values[name + "_detail"].map { Values($0) }
    return ClaimLine.Argument(
      text: value.string ?? value.number.map { Quantity.text(of: $0) } ?? "", number: value.number,
      kind: detail?.text("kind"), partOf: detail?.text("part_of"), resolvedFrom: detail?.text("resolved_from"),
      span: detail?["span"]?.range)
  }

  var claim: Claim {
    var claim = Claim(
      relation: text("relation") ?? "", speaker: Argument(.phrase("")), speakerIsAuthor: false,
      text: text("text") ?? "",
      sentence: values["sentence"]?.wholeNumber ?? 0, span: values["span"]?.range ?? TextRange(0, 0),
      words: values["words"]?.range ?? TextRange(0, 0), confidence: values["confidence"]?.number ?? .nan)
    claim.location = text("location")
    claim.locationResolvedFrom = text("location_resolved_from")
    claim.from = text("from")
    claim.to = text("to")
    claim.date = date("date")
    claim.dateResolvedFrom = text("date_resolved_from")
    claim.quantity = values["quantity"]?.number.map {
      Quantity($0, unit: text("unit"), bound: text("bound").flatMap(Quantity.Bound.init) ?? .exactly)
    }
    claim.polarity = text("polarity").flatMap(Polarity.init) ?? .affirmed
    claim.certainty = text("certainty").flatMap(Certainty.init) ?? .certain
    claim.via = texts("via")
    claim.cue = text("cue")
    claim.stance = text("stance").flatMap(Stance.init)
    claim.topic = text("topic")
    claim.about = texts("about")
    return claim
  }

  /// The article without its text; its file and digest are the line's, or empty.
  var article: Article {
    var article = Article(
      file: text("file") ?? "", digest: text("digest") ?? "", text: "", blocks: [], origins: OffsetMap())
    article.label = text("label")
    article.author = text("author")
    article.outlet = text("outlet")
    article.title = text("title")
    article.published = date("published")
    article.url = text("url")
    return article
  }
}
