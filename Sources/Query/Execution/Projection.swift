import ClaimModel
import Store

/// Puts the answer together: the cells of the rows that are left, and the claims behind each.
struct Projection: Sendable {
  let columns: [BoundQuery.Column]
  /// What counts are spread over, a column for each of its values.
  let across: BoundQuery.Column?

  /// The answer that a frame holds.
  func table(of frame: Frame) -> ResultTable {
    var headings = columns.map { ResultTable.Column($0.name, $0.type.columnType) }
    let cells = columns.map { Cells(frame.table.vector($0.expression), frame.table.nounTable) }
    var rows = frame.rows.map { row in cells.map { $0.cell(row) } }
    if let across, case .groups(let groups) = frame.table {
      let spread = Spread(across, over: groups)
      for value in spread.values.indices {
        headings.append(ResultTable.Column(spread.values[value], .number))
        for (place, row) in frame.rows.enumerated() {
          rows[place].append(.integer(spread.counts[Int(row)][value]))
        }
      }
    }
    let provenance = frame.rows.map { frame.table.claims(of: $0) }
    return ResultTable(columns: headings, rows: rows, provenance: provenance)
  }

  var words: String {
    "show \(columns.map(\.name).joined(separator: ", "))" + (across.map { ", and a column for each \($0.name)" } ?? "")
  }
}

/// How often each value of a column occurs in each group: a cross table.
struct Spread {
  /// The values, in order, a missing one last.
  let values: [String]
  /// For each group the count of each value.
  let counts: [[Int]]

  init(_ column: BoundQuery.Column, over groups: GroupTable) {
    let table = groups.inner.nounTable
    let codes = KeyCodes(groups.inner.vector(column.expression), Array(groups.members.elements), table)
    let all = Array(0..<UInt32(codes.values.count))
    let ranks = Ranks.of(codes.values, all, table)
    let order = all.sorted { ranks[Int($0)] < ranks[Int($1)] }
    let place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    var counts = [[Int]](repeating: [Int](repeating: 0, count: order.count), count: groups.members.count)
    var groupOfMember: [Int] = []
    for group in 0..<groups.members.count {
      groupOfMember += [Int](repeating: group, count: groups.members[group].count)
    }
    for (position, code) in zip(codes.positions, codes.codes) {
      counts[groupOfMember[Int(position)]][place[code] ?? 0] += 1
    }
    let cells = Cells(codes.values, table)
    values = order.map { cells.texts($0).first ?? "(missing)" }
    self.counts = counts
  }
}
