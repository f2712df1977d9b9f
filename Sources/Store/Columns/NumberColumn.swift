/// Numbers; not a number where missing, which is held as zero bits.
package struct NumberColumn: Sendable {
  /// The bits of each number, changed where they are those of `Double.nan`.
  package internal(set) var bits: Column<UInt64> = []

  package init() {}

  /// A row for each number.
  package init(_ numbers: some Sequence<Double>) {
    bits = Column(numbers.map { ($0.isNaN ? .nan : $0).bitPattern ^ Self.missing })
  }

  private static let missing = Double.nan.bitPattern

  /// How many rows there are.
  package var count: Int { bits.count }

  /// The number of a row.
  package subscript(row: Int) -> Double { Double(bitPattern: bits[row] ^ Self.missing) }

  /// Adds a row.
  package mutating func append(_ number: Double) {
    bits.append((number.isNaN ? .nan : number).bitPattern ^ Self.missing)
  }

  /// Adds rows without a number.
  package mutating func append(missing count: Int) { bits.append(zeros: count) }
}
