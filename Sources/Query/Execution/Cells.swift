import ClaimModel
import Store

/// Turns the values of a column into the cells of an answer.
struct Cells {
  let vector: Vector
  let table: NounTable

  init(_ vector: Vector, _ table: NounTable) {
    self.vector = vector
    self.table = table
  }

  /// The cell of a row.
  func cell(_ row: UInt32) -> ResultTable.Cell {
    if vector.isMissing(row) { return .missing }
    let place = vector.place(row)
    switch vector.values {
    case .terms(let terms): return .text(text(of: terms[place]))
    case .termLists(let lists): return .list(lists[place].map { text(of: $0) })
    case .texts(let texts, _): return .text(texts[place])
    case .textLists(let lists): return .list(lists[place])
    case .numbers(let numbers, let isWhole): return Self.number(numbers[place], isWhole)
    case .dates(let dates): return dates.range(place).map { .date($0) } ?? .missing
    case .choices(let codes, let words): return .text(words[Int(codes[place]) - 1])
    case .claims(let ids): return .text(ClaimID(ids[place]).description)
    }
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

  /// A term as it is shown; a claim that is an argument of another is put into brackets, in its own words.
  private func text(of term: TermID) -> String {
    let text = table.terms.texts[Int(term)]
    guard table.terms.kind(term) == .claim, table.triples == nil, let id = ClaimID(text),
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
