import Query

/// A value in a row of an answer.
public enum Value: Hashable, Sendable {
  /// There is none.
  case missing
  /// A name, a word, a running text, or a claim's id.
  case text(String)
  /// A whole number, such as a count.
  case integer(Int)
  /// A number that may have a fraction.
  case number(Double)
  /// A day, a month, a year or another interval.
  case date(DateRange)
  /// Several texts.
  case list([String])

  init(_ cell: ResultTable.Cell) {
    switch cell {
    case .missing: self = .missing
    case .text(let text): self = .text(text)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .number(number)
    case .date(let range): self = .date(range)
    case .list(let texts): self = .list(texts)
    }
  }

  /// The text; nil where it is something else, or missing.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The whole number; nil where it is something else, or missing.
  public var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The number, whole or not; nil where it is something else, or missing.
  public var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  /// The days; nil where it is something else, or missing.
  public var date: DateRange? {
    if case .date(let range) = self { range } else { nil }
  }

  /// The texts of a list, or the one text; none where it is missing or something else.
  public var list: [String] {
    switch self {
    case .list(let texts): texts
    case .text(let text): [text]
    default: []
    }
  }
}

/// A column of an answer.
public struct Column: Hashable, Sendable {
  /// What its values are where they are not missing.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A word, a label or running text.
    case text
    /// The name of an entity, or a phrase.
    case entity
    /// A number.
    case number
    /// An interval of days.
    case date
    /// A claim's id.
    case claim
    /// Several texts.
    case list
  }

  /// Its name, as `show … as NAME` gave it or as the attribute is called.
  public var name: String
  /// What its values are.
  public var kind: Kind

  init(_ column: ResultTable.Column) {
    name = column.name
    kind = Kind(rawValue: column.type.rawValue) ?? .text
  }
}
