import TextForms

/// The JSON Schema of a line of claims.
public enum ClaimLineSchema {
  /// The schema as JSON (dialect 2020-12), as `extract --schema` prints it.
  ///
  /// It is stricter than the reader, which takes null for an attribute that is left out and passes over attributes that
  /// it does not know.
  public static var text: String {
    var schema: [(String, Node)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text("claim")),
      ("description", .text("A claim that an article makes or carries: a line of a .claims.jsonl file.")),
    ]
    schema += members(of: .object(ClaimLineAttributes.all))
    return Node.object(schema).text() + "\n"
  }

  private typealias Node = JSONText

  /// A date, a month or a year, or two of them with `..` for an open end.
  private static let datePattern: String = {
    let date = "-?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
    return "^(\(date)|(\(date)|\\.\\.)/(\(date)|\\.\\.))$"
  }()

  private static func members(of type: LineType) -> [(String, Node)] {
    let isText = ("type", Node.text("string"))
    let isNumber = ("type", Node.text("number"))
    switch type {
    case .text: return [isText, ("minLength", .number(1))]
    case .anyText: return [isText]
    case .textOrNumber: return [("type", .list([.text("string"), .text("number")])), ("minLength", .number(1))]
    case .number: return [isNumber]
    case .share: return [isNumber, ("minimum", .number(0)), ("maximum", .number(1))]
    case .count: return wholeNumber(from: 1)
    case .flag: return [("type", .text("boolean"))]
    case .date: return [isText, ("pattern", .text(datePattern))]
    case .range:
      let pair = [("minItems", Node.number(2)), ("maxItems", Node.number(2))]
      return list(of: wholeNumber(from: 0)) + pair
    case .choice(let words): return [("enum", .list(words.map(Node.text)))]
    case .list(let element): return list(of: members(of: element))
    case .object(let attributes): return object(with: attributes)
    }
  }

  private static func wholeNumber(from least: Int) -> [(String, Node)] {
    [("type", .text("integer")), ("minimum", .number(least)), ("maximum", .number(LineType.greatestCount))]
  }

  private static func list(of element: [(String, Node)]) -> [(String, Node)] {
    [("type", .text("array")), ("items", .object(element))]
  }

  private static func object(with attributes: [LineAttribute]) -> [(String, Node)] {
    let properties = attributes.map { attribute in
      (attribute.name, Node.object([("description", .text(attribute.meaning))] + Self.members(of: attribute.type)))
    }
    let required = attributes.filter { $0.need == .required }.map { Node.text($0.name) }
    let choices = attributes.filter { $0.need == .oneOf }.map { Node.object([("required", .list([.text($0.name)]))]) }
    var members: [(String, Node)] = [
      ("type", .text("object")), ("properties", .object(properties)), ("required", .list(required)),
    ]
    if !choices.isEmpty { members.append(("anyOf", .list(choices))) }
    return members + [("additionalProperties", .flag(false))]
  }
}
