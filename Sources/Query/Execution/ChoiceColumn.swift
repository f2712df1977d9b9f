import Store

/// A place in a list of words for each row, from 1; 0 is missing: as a column holds it, or looked up by what two hold.
struct ChoiceColumn: Sendable {
  private let first: Column<UInt8>
  private let second: Column<UInt8>?
  /// The place for each pair of codes, `side` by `side` of them; none where `first` has it.
  private let table: [UInt8]
  private static let side = 16

  /// What a column holds.
  init(_ column: Column<UInt8>) {
    first = column
    second = nil
    table = []
  }

  /// What `place` makes of the codes of two columns, which are below 16; of others it makes nothing.
  init(_ first: Column<UInt8>, _ second: Column<UInt8>, _ place: (UInt8, UInt8) -> UInt8) {
    self.first = first
    self.second = second
    let codes = 0..<UInt8(Self.side)
    table = codes.flatMap { one in codes.map { place(one, $0) } }
  }

  /// How many rows there are.
  var count: Int { first.count }

  /// The place of a row.
  subscript(row: Int) -> UInt8 {
    guard let second else { return first[row] }
    let (one, other) = (Int(first[row]), Int(second[row]))
    return one < Self.side && other < Self.side ? table[one * Self.side + other] : 0
  }

  /// The places of all rows.
  var column: Column<UInt8> { second == nil ? first : Column((0..<count).lazy.map { self[$0] }) }
}
