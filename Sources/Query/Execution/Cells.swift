import ClaimModel
import Store

/// Turns the values of a column into the cells of an answer.
struct Cells {
  private let place: @Sendable (UInt32) -> Int
  private let isMissing: @Sendable (Int) -> Bool
  /// The cell of a value by its place.
  private let cell: @Sendable (Int) -> ResultTable.Cell

  init(_ vector: Vector, _ table: NounTable) {
    place = vector.place
    isMissing = vector.isMissing
    let names = ShownTerms(table)
    switch vector.values {
    case .terms(let terms): cell = { .text(names.text(of: terms[$0])) }
    case .termLists(let lists): cell = { .list(lists[$0].map { names.text(of: $0) }) }
    case .texts(let texts, _): cell = { .text(texts[$0]) }
    case .textLists(let lists): cell = { .list(lists[$0]) }
    case .numbers(let numbers, let isWhole): cell = { Self.number(numbers[$0], isWhole) }
    case .dates(let dates): cell = { dates.range($0).map { .date($0) } ?? .missing }
    case .choices(let codes, let words): cell = { .text(words[Int(codes[$0]) - 1]) }
    case .claims(let ids): cell = { .text(ClaimID(ids[$0]).description) }
    }
  }

  /// The cell of a row.
  func cell(_ row: UInt32) -> ResultTable.Cell {
    let place = place(row)
    return isMissing(place) ? .missing : cell(place)
  }

  /// The value of a row as one text, or as several where it is a list.
  func texts(_ row: UInt32) -> [String] {
    switch cell(row) {
    case .missing: []
    case .text(let text): [text]
    case .integer(let number): [String(number)]
    case .number(let number): [Quantity.text(of: number)]
    case .date(let range): [range.shortForm]
    case .list(let texts): texts
    }
  }

  private static func number(_ number: Double, _ isWhole: Bool) -> ResultTable.Cell {
    isWhole && number == number.rounded() && abs(number) < 0x1p53 ? .integer(Int(number)) : .number(number)
  }

}

/// Terms as they are shown.
private struct ShownTerms: Sendable {
  private let table: NounTable
  private let texts: TextColumn
  private let kinds: Column<UInt8>

  init(_ table: NounTable) {
    self.table = table
    texts = table.terms.texts
    kinds = table.terms.kindCodes
  }

  /// A term as it is shown; a claim that is an argument of another is put into brackets, in its own words.
  func text(of term: TermID) -> String {
    let text = texts[Int(term)]
    guard kinds[Int(term)] == TermKind.claim.rawValue, table.triples == nil, let id = ClaimID(text),
      let row = table.knowledgeBase.row(of: id)
    else { return text }
    return "[" + summary(ofClaim: row) + "]"
  }

  /// Subject, relation and object of a claim, with what it denies.
  private func summary(ofClaim row: Int) -> String {
    let base = table.knowledgeBase
    func name(_ term: TermID) -> String? {
      if term == 0 { return nil }
      return base.terms.kind(term) == .claim ? "[…]" : base.terms.texts[Int(term)]
    }
    let isDenied = base.claims.polarity[row] == 2
    let parts = [
      name(base.claims.subject.terms[row]), isDenied ? "not" : nil, name(base.claims.relation[row]),
      name(base.claims.object.terms[row]),
    ]
    return parts.compactMap(\.self).joined(separator: " ")
  }
}
