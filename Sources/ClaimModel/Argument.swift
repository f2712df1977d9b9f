/// What stands in a place of a claim: an entity, a noun phrase, a number or another claim, and its words.
public struct Argument: Hashable, Sendable {
  /// What an argument can be.
  public enum Value: Hashable, Sendable {
    /// An entity, by its name.
    case entity(String)
    /// A noun phrase as it stands in the text, its article left out.
    case phrase(String)
    /// A number.
    case number(Double)
    /// Another claim.
    case claim(ClaimID)
  }

  /// What it is.
  public var value: Value
  /// The name of the entity of which a phrase names members or a part: ISIS for "ISIS fighters".
  public var partOf: String?
  /// The words of the article that were resolved to `value`, or to `partOf`, where they are a pronoun or a description:
  /// "the group".
  public var resolvedFrom: String?
  /// The bytes of the original file in which its words stand.
  public var span: TextRange?

  /// An argument whose words stand at `span`.
  public init(_ value: Value, partOf: String? = nil, resolvedFrom: String? = nil, span: TextRange? = nil) {
    self.value = value
    self.partOf = partOf
    self.resolvedFrom = resolvedFrom
    self.span = span
  }

  /// As it is shown: the entity's name, the phrase, the number, the claim's id.
  public var text: String {
    switch value {
    case .entity(let name): name
    case .phrase(let words): words
    case .number(let number): Quantity.text(of: number)
    case .claim(let id): id.description
    }
  }
}

extension Quantity {
  /// A number as it is shown: without a fraction where it has none.
  public static func text(of number: Double) -> String {
    number == number.rounded() && abs(number) < 1e16 ? String(Int(number)) : String(number)
  }
}

/// An argument that a preposition or conjunction ties to the predicate.
public struct Oblique: Hashable, Sendable {
  /// The word that ties it: `in`, `with`, `because of`; empty where there is none.
  public var marker: String
  /// What is tied.
  public var argument: Argument

  /// `argument`, tied by `marker`.
  public init(_ marker: String, _ argument: Argument) {
    self.marker = marker
    self.argument = argument
  }
}
