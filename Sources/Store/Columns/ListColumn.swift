/// A column whose cells are lists: the elements of all rows one after another, and where each row's end.
package struct ListColumn: Sendable {
  /// The elements.
  package internal(set) var elements: Column<UInt32> = []
  /// The number of elements up to the end of each row.
  package internal(set) var ends = OffsetColumn()

  package init() {}

  /// Rows whose elements end at these places of `elements`.
  package init(elements: Column<UInt32>, ends: some Sequence<Int>) {
    self.elements = elements
    for end in ends { self.ends.append(end) }
  }

  /// How many rows there are.
  package var count: Int { ends.count }

  /// The places of a row's elements.
  package func range(_ row: Int) -> Range<Int> { ends.range(row, upTo: elements.count) }

  /// The elements of a row.
  package subscript(row: Int) -> Slice<Column<UInt32>> { elements[range(row)] }

  /// Adds a row.
  package mutating func append(_ row: some Sequence<UInt32>) {
    elements.append(contentsOf: row)
    ends.append(elements.count)
  }

  /// Adds rows without elements.
  package mutating func append(empty count: Int) {
    for _ in 0..<count { ends.append(elements.count) }
  }

  /// Turns pairs into lists: row `r` holds the `element` of each pair whose `row` is `r`, in the order of the pairs.
  package init(rows: Int, pairs: some Collection<(row: UInt32, element: UInt32)>) {
    var starts = [Int](repeating: 0, count: rows + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    for row in 0..<rows { ends.append(starts[row + 1]) }
    var sorted = Column<UInt32>(repeating: 0, count: pairs.count)
    for pair in pairs {
      sorted[starts[Int(pair.row)]] = pair.element
      starts[Int(pair.row)] += 1
    }
    elements = sorted
  }
}
