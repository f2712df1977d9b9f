/// A relation and its arguments in a sentence's own words, as open information extraction has them.
public struct OpenTuple: Hashable, Sendable {
  /// How likely people who write down what the sentence says would write it down, too, 0 to 1.
  public var confidence: Double
  /// The words of the relation: "was killed in".
  public var relation: String
  /// The words of the arguments, the subject first.
  public var arguments: [String]

  /// A tuple.
  public init(confidence: Double, relation: String, arguments: [String]) {
    self.confidence = confidence
    self.relation = relation
    self.arguments = arguments
  }
}
