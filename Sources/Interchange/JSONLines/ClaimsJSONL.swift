public import ClaimModel
import TextForms

/// Writes claims as lines of JSON, `*.claims.jsonl`: one claim a line, its attributes by their names.
///
/// Missing attributes are left out. `span` and `words` are pairs of byte offsets into the original file, `date` and
/// `published` ISO 8601 intervals, object claims stand by their id. What an argument's text alone does not tell (what kind
/// of thing it is, of whom it names a part, what it was resolved from, where it stands) is in `subject_detail` and its
/// like, so that nothing is lost when the line is read again.
public enum ClaimsJSONL {
  /// The line for `claim`, which was read out of `article`, without a line break at its end.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - article: The article.
  ///   - entities: Those of the article's entities, by name, that a reader may not know; the line tells of those that the
  ///     claim names, and of those above them.
  /// - Returns: The line. Linear in its length.
  public static func line(for claim: Claim, of article: Article, entities: [String: Entity] = [:]) -> String {
    object(for: claim, of: article, entities: entities).text
  }

  /// The attributes of a claim, as `line` writes them.
  static func object(for claim: Claim, of article: Article, entities: [String: Entity]) -> JSONObject {
    var object = JSONObject()
    object.add("id", claim.id.description)
    addStatement(claim, to: &object)
    addCircumstances(claim, to: &object)
    addAttribution(claim, to: &object)
    addSource(article, to: &object)
    addPlace(claim, to: &object)
    add(namedEntities(of: claim, among: entities), to: &object)
    return object
  }

  private static func addStatement(_ claim: Claim, to object: inout JSONObject) {
    add("subject", claim.subject, to: &object)
    object.add("relation", claim.relation)
    add("object", claim.object, to: &object)
    guard !claim.obliques.isEmpty else { return }
    let obliques = claim.obliques.map { oblique in
      var part = JSONObject()
      part.add("marker", oblique.marker)
      add("argument", oblique.argument, to: &part)
      return part.text
    }
    object.add("obliques", json: "[" + obliques.joined(separator: ",") + "]")
  }

  private static func addCircumstances(_ claim: Claim, to object: inout JSONObject) {
    object.add("location", claim.location)
    object.add("location_resolved_from", claim.locationResolvedFrom)
    object.add("from", claim.from)
    object.add("to", claim.to)
    object.add("date", claim.date?.description)
    object.add("date_resolved_from", claim.dateResolvedFrom)
    if let quantity = claim.quantity {
      object.add("quantity", json: number(quantity.value))
      object.add("unit", quantity.unit)
      object.add("bound", quantity.bound.rawValue)
    }
    object.add("polarity", claim.polarity.rawValue)
    object.add("certainty", claim.certainty.rawValue)
    object.add("topic", claim.topic)
    object.add("about", list: claim.about)
  }

  private static func addAttribution(_ claim: Claim, to object: inout JSONObject) {
    add("speaker", claim.speaker, to: &object)
    object.add("speaker_is_author", claim.speakerIsAuthor)
    object.add("via", list: claim.via)
    object.add("cue", claim.cue)
    object.add("stance", claim.stance?.rawValue)
  }

  private static func addSource(_ article: Article, to object: inout JSONObject) {
    object.add("source", article.source)
    object.add("file", article.file)
    object.add("digest", article.digest.isEmpty ? nil : article.digest)
    object.add("label", article.label)
    object.add("author", article.author)
    object.add("outlet", article.outlet)
    object.add("title", article.title)
    object.add("published", article.published?.description)
    object.add("url", article.url)
  }

  private static func addPlace(_ claim: Claim, to object: inout JSONObject) {
    object.add("text", claim.text)
    object.add("sentence", json: claim.sentence == 0 ? nil : String(claim.sentence))
    object.add("span", json: claim.span.count == 0 ? nil : pair(claim.span))
    object.add("words", json: claim.words.count == 0 ? nil : pair(claim.words))
    object.add("confidence", json: number(claim.confidence))
    object.add("extractor", claim.extractor)
  }

  /// Those of `entities` that a claim names, and those above them, by name.
  static func namedEntities(of claim: Claim, among entities: [String: Entity]) -> [Entity] {
    var names = claim.about + claim.via + [claim.location, claim.from, claim.to].compactMap(\.self)
    let arguments = [claim.subject, claim.object, claim.speaker].compactMap(\.self) + claim.obliques.map(\.argument)
    for argument in arguments {
      if case .entity(let name) = argument.value { names.append(name) }
      if let whole = argument.partOf { names.append(whole) }
    }
    var named: [String: Entity] = [:]
    while let name = names.popLast() {
      guard named[name] == nil, let entity = entities[name] else { continue }
      named[name] = entity
      if let broader = entity.broader { names.append(broader) }
    }
    return named.values.sorted { $0.name < $1.name }
  }

  private static func add(_ entities: [Entity], to object: inout JSONObject) {
    guard !entities.isEmpty else { return }
    let parts = entities.map { entity in
      var part = JSONObject()
      part.add("name", entity.name)
      part.add("kind", entity.kind.rawValue)
      if !entity.aliases.isEmpty { part.add("aliases", list: entity.aliases) }
      part.add("broader", entity.broader)
      return part.text
    }
    object.add("entities", json: "[" + parts.joined(separator: ",") + "]")
  }

  private static func add(_ name: String, _ argument: Argument?, to object: inout JSONObject) {
    guard let argument else { return }
    if case .number(let value) = argument.value {
      object.add(name, json: number(value))
    } else {
      object.add(name, argument.text)
    }
    var detail = JSONObject()
    detail.add("kind", kind(of: argument.value))
    detail.add("part_of", argument.partOf)
    detail.add("resolved_from", argument.resolvedFrom)
    detail.add("span", json: argument.span.map(pair))
    object.add(name + "_detail", json: detail.text)
  }

  private static func kind(of value: Argument.Value) -> String {
    switch value {
    case .entity: "entity"
    case .phrase: "phrase"
    case .number: "number"
    case .claim: "claim"
    }
  }

  private static func pair(_ range: TextRange) -> String { "[\(range.start),\(range.end)]" }

  /// JSON knows no infinity; a claim holds none.
  private static func number(_ value: Double) -> String? { value.isFinite ? Quantity.text(of: value) : nil }
}
