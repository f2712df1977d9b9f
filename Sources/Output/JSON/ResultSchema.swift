public import Query
import TextForms

/// The JSON Schema of answers as `json` writes them; a line of `jsonl` is one element.
public enum ResultSchema {
  /// The schema of the answers that have this shape, as JSON (dialect 2020-12).
  public static func text(of shape: ResultShape, title: String) -> String {
    var properties = zip(shape.columns, shape.meanings).map { column, meaning in
      (column.name, JSONText.object([("description", .text(meaning))] + members(of: column.type)))
    }
    if shape.restsOnClaims, !shape.columns.contains(where: { $0.name == "claims" }) {
      let id = JSONText.object([("type", .text("string")), ("pattern", .text(idPattern))])
      let ids: [(String, JSONText)] = [
        ("description", .text("the claims that the row rests on")), ("type", .text("array")), ("items", id),
      ]
      properties.append(("claims", .object(ids)))
    }
    var row: [(String, JSONText)] = [
      ("type", .text("object")), ("properties", .object(properties)),
      ("required", .list(shape.columns.map { .text($0.name) })),
    ]
    let counts = JSONText.object([("type", .text("integer")), ("minimum", .number(0))])
    row.append(("additionalProperties", shape.across == nil ? .flag(false) : counts))
    return JSONText.object([
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("title", .text(title)),
      ("type", .text("array")), ("items", .object(row)),
    ]).text() + "\n"
  }

  private static let idPattern = "^[0-9a-f]{16}$"

  /// A day, a month or a year, or two of them with `..` for an open end.
  private static let datePattern: String = {
    let date = "-?[0-9]{4,}(-[0-9]{2}(-[0-9]{2})?)?"
    return "^(\(date)|(\(date)|\\.\\.)/(\(date)|\\.\\.))$"
  }()

  private static func members(of type: ResultTable.ColumnType) -> [(String, JSONText)] {
    func orNull(_ type: String) -> (String, JSONText) { ("type", .list([.text(type), .text("null")])) }
    switch type {
    case .text, .entity: return [orNull("string")]
    case .number: return [orNull("number")]
    case .date: return [orNull("string"), ("pattern", .text(datePattern))]
    case .claim: return [orNull("string"), ("pattern", .text(idPattern))]
    case .list: return [orNull("array"), ("items", .object([("type", .text("string"))]))]
    }
  }
}
