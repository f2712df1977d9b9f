/// Keeps some rows, drawn by lot: every row has a number that its place and the seed give it, and those with the least
/// are kept, in the order in which they came. The same rows and seed give the same sample.
struct Sample: Operator {
  let count: Int
  let seed: Int

  /// The seed where none is named.
  static let usualSeed = 1

  func run(_ frame: Frame, _ control: QueryControl) -> Frame {
    guard count < frame.rows.count else { return frame }
    let rows = frame.inOrder().rows
    let lots = (0..<rows.count).map { Self.lot(UInt64($0), seed: UInt64(seed)) }
    let drawn = TopRows.first(count, of: .all(rows.count)) { (lots[Int($0)], $0) < (lots[Int($1)], $1) }.sorted()
    return Frame(table: frame.table, rows: .some(drawn.map { rows[Int($0)] }), isOrdered: true)
  }

  var words: String { "draw \(count == 1 ? "1 row" : "\(count) rows") by lot, with seed \(seed)" }

  func estimate(of rows: Int) -> Int { min(rows, count) }

  /// A number that looks like one drawn by lot.
  ///
  /// Method: SplitMix64 (Steele, Lea and Flood 2014).
  private static func lot(_ place: UInt64, seed: UInt64) -> UInt64 {
    var mixed = (place &+ 1) &* 0x9E37_79B9_7F4A_7C15 &+ seed &* 0xD1B5_4A32_D192_ED03
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
