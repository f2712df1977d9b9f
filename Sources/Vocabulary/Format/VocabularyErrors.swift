public import ClaimModel

/// Everything that is wrong with a vocabulary file.
public struct VocabularyErrors: Error, Hashable, Sendable {
  /// What is wrong, in the order of the lines; at least one.
  public var diagnostics: [Diagnostic]

  /// An error that consists of `diagnostics`.
  public init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

/// What can be wrong with a vocabulary file.
enum VocabularyProblem {
  case unknownKind(String, expected: [String])
  case noName(kind: String)
  case unknownField(String, expected: [String])
  case noValue(field: String)
  case emptyItem(field: String)
  case repeatedField(String)
  case notACount(String)
  case repeatedName(String, firstLine: Int)
  case unknownBroader(String, near: String?)
  case cycle([String])
  case unknownCapital(String, near: String?)
  case fieldOfPlaces(String, kind: String)
  case capitalOfNoCountry
  case strayContinuation
  case controlCharacter
  case repeatedTopic(String)
  case repeatedLemma(String, topic: String)

  /// The stable code, the message and what would be right.
  var words: (code: String, message: String, suggestion: String?) {
    switch self {
    case .unknownKind(let word, let expected):
      ("V001", "no line starts with \"\(word)\"", "start it with \(Self.listed(expected))")
    case .noName(let kind): ("V002", "this \(kind) has no name", "write it after the kind: \(kind) NAME")
    case .unknownField(let word, let expected):
      ("V003", "no field starts with \"\(word)\"", "start it with \(Self.listed(expected))")
    case .noValue(let field): ("V004", "nothing stands after \(field)", "write what it is, or leave \(field) out")
    case .emptyItem(let field): ("V005", "one of the names after \(field) is empty", "leave out the ; that is too many")
    case .repeatedField(let field): ("V006", "\(field) is given twice", "put all of it into one \(field)")
    case .notACount(let value):
      ("V007", "\"\(value)\" is no size", "write a whole number up to \(UInt32.max), without separators")
    case .repeatedName(let name, let line):
      ("V008", "\(name) is already the name of the entity in line \(line)", "give one of them a name of its own")
    case .unknownBroader(let name, let near):
      ("V009", "nothing is called \(name)", near.map { "did you mean \($0)?" } ?? "add it with a line of its own")
    case .cycle(let names):
      ("V010", "it lies within itself: \(names.joined(separator: ", within "))", "name something that is above it")
    case .unknownCapital(let name, let near):
      ("V011", "no place is called \(name)", near.map { "did you mean \($0)?" } ?? "add it with a line of its own")
    case .fieldOfPlaces(let field, let kind):
      ("V012", "\(field) is for places, and this is a \(kind)", "leave it out, or make this a place")
    case .capitalOfNoCountry: ("V013", "only a country has a capital here", "write country instead of place")
    case .strayContinuation:
      ("V014", "an indented line goes on with the entity above, and there is none", "start it at the left margin")
    case .controlCharacter: ("V015", "a name holds a line break or a control character", "remove it")
    case .repeatedTopic(let name): ("V017", "\(name) is already a topic", "put both together")
    case .repeatedLemma(let lemma, let topic):
      ("V016", "\(lemma) is already of the topic \(topic)", "leave it in one of the two")
    }
  }

  private static func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

/// The words that start an entity's line.
enum RecordKind: String, CaseIterable {
  case person, organisation, group, place, country, other

  var entityKind: EntityKind {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .group: .group
    case .place, .country: .place
    case .other: .other
    }
  }
}

/// The words that start an entity's fields.
enum RecordField: String, CaseIterable {
  case within, also, people, capital, size
}
