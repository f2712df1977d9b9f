/// An attribute that an object in a line of claims can have: what its reader checks by, and what the schema says.
struct LineAttribute: Sendable {
  /// Whether an object has to have it.
  enum Need: Hashable, Sendable {
    case required, optional
    /// The object has to have one of all those that need this.
    case oneOf
  }

  let name: String
  let type: LineType
  let meaning: String
  let need: Need

  init(_ name: String, _ type: LineType, _ meaning: String, _ need: Need = .optional) {
    self.name = name
    self.type = type
    self.need = need
    self.meaning = meaning
  }
}

/// What the value of an attribute can be.
indirect enum LineType: Sendable {
  /// A text that is not empty.
  case text
  /// A text that may be empty.
  case anyText
  /// A text or a number.
  case textOrNumber
  case number
  /// A number from 0 to 1.
  case share
  /// A whole number from 1.
  case count
  case flag
  /// An ISO 8601 interval or date.
  case date
  /// Two byte offsets, the first not after the second.
  case range
  case choice([String])
  case list(LineType)
  case object([LineAttribute])

  /// The greatest offset or number of a sentence.
  static let greatestCount = Int(Int32.max)

  /// What a message says was expected.
  var words: String {
    switch self {
    case .text: "a text that is not empty"
    case .anyText: "a text"
    case .textOrNumber: "a text that is not empty, or a number"
    case .number: "a number"
    case .share: "a number from 0 to 1"
    case .count: "a whole number from 1"
    case .flag: "true or false"
    case .date: "a date or an ISO 8601 interval, such as 2025-01-01/2025-04-30"
    case .range: "two byte offsets, such as [12, 40]"
    case .choice(let words): words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    case .list(let element): "a list; each of it " + element.words
    case .object(let attributes): "an object with " + attributes.map(\.name).joined(separator: ", ")
    }
  }
}
