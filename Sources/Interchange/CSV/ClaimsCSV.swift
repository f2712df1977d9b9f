public import ClaimModel

/// Writes claims as CSV (RFC 4180), a column for each attribute that a line of JSON can have.
///
/// Texts and dates stand as they are and numbers as JSON writes them; a cell of a list or an object holds its JSON, an empty
/// one is a missing value. What is written is read again without loss.
public enum ClaimsCSV {
  /// The first record, without a line break at its end: the names of the attributes.
  public static let header = ClaimLineAttributes.all.map(\.name).joined(separator: ",")

  /// The record for `claim`, which was read out of `article`, without a line break at its end; see `ClaimsJSONL.line`.
  public static func record(for claim: Claim, of article: Article, entities: [String: Entity] = [:]) -> String {
    let object = ClaimsJSONL.object(for: claim, of: article, entities: entities)
    let values = Dictionary(object.members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    return ClaimLineAttributes.all.map { attribute in
      switch values[attribute.name] {
      case .text(let text): cell(text)
      case .json(let text): cell(text)
      case nil: ""
      }
    }.joined(separator: ",")
  }

  private static func cell(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 != 0x2C && $0 != 0x22 && $0 != 0x0A && $0 != 0x0D }
    return isPlain ? text : "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
