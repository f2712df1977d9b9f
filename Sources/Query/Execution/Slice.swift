/// Keeps the first rows, or leaves them out.
struct Slice: Operator {
  enum Kind { case limit, skip }

  let kind: Kind
  let count: Int

  func run(_ frame: Frame) -> Frame {
    let rows = kind == .limit ? frame.rows.prefix(count) : frame.rows.dropFirst(count)
    return Frame(table: frame.table, rows: Array(rows))
  }

  var words: String { (kind == .limit ? "keep" : "leave out") + " the first " + (count == 1 ? "row" : "\(count) rows") }
}
