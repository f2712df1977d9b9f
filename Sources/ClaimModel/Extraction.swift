/// What was read out of one article: its claims, and the entities that they name.
public struct Extraction: Hashable, Sendable {
  /// The claims, in the order of the text.
  public var claims: [Claim]
  /// Every entity that a claim names by `.entity`, `partOf`, `location`, `via` or `about`, and all those above it.
  public var entities: [Entity]

  /// Claims and the entities that they name.
  public init(claims: [Claim] = [], entities: [Entity] = []) {
    self.claims = claims
    self.entities = entities
  }
}
