/// Keeps the first rows, or leaves them out.
struct Slice: Operator {
  enum Kind { case limit, skip }

  let kind: Kind
  let count: Int
  /// How many rows are wanted of what a `skip` leaves; nil for all.
  var limit: Int?
  /// Whether the first rows are found without putting the others in order.
  var takesFirst = true

  func run(_ frame: Frame, _ control: QueryControl) -> Frame {
    let frame = takesFirst ? frame : frame.inOrder()
    switch kind {
    case .limit: return frame.inOrder(first: count)
    case .skip:
      let wanted = limit.map { $0.addingReportingOverflow(count) }
      let ordered = frame.inOrder(first: wanted.map { $0.overflow ? Int.max : $0.partialValue })
      let rows = ordered.rows.part(min(count, ordered.rows.count)..<ordered.rows.count)
      return Frame(table: frame.table, rows: .some(rows), isOrdered: true)
    }
  }

  var words: String { (kind == .limit ? "keep" : "leave out") + " the first " + (count == 1 ? "row" : "\(count) rows") }

  func estimate(of rows: Int) -> Int { kind == .limit ? min(rows, count) : max(rows - count, 0) }
}
