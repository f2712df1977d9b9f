/// A column whose cells are lists: the elements of all rows one after another, and where each row's start.
package struct ListColumn: Sendable {
  /// The first element of each row, and at the end the number of all.
  package private(set) var offsets: [UInt32] = [0]
  /// The elements.
  package private(set) var elements: [UInt32] = []

  package init() {}

  /// How many rows there are.
  package var count: Int { offsets.count - 1 }

  /// The elements of a row.
  package subscript(row: Int) -> ArraySlice<UInt32> {
    elements[Int(offsets[row])..<Int(offsets[row + 1])]
  }

  /// Adds a row.
  package mutating func append(_ row: some Sequence<UInt32>) {
    elements.append(contentsOf: row)
    offsets.append(UInt32(elements.count))
  }

  /// Turns pairs into lists: row `r` holds the `element` of each pair whose `row` is `r`, in the order of the pairs.
  package init(rows: Int, pairs: [(row: UInt32, element: UInt32)]) {
    var starts = [UInt32](repeating: 0, count: rows + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rows { starts[row + 1] += starts[row] }
    var next = starts
    var sorted = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      sorted[Int(next[Int(pair.row)])] = pair.element
      next[Int(pair.row)] += 1
    }
    offsets = starts
    elements = sorted
  }
}
