/// Which pairs of a join can be among the first few, by a number of one of their claims.
///
/// What has been found says how far the first few reach, so that most of what comes later need not be looked up at all.
struct PairCut: Sendable {
  private let ranks: RowRanks
  /// How many pairs are wanted.
  private let wanted: Int
  /// The numbers of the pairs that were found, as far as they can be among the first.
  private var found: [UInt64] = []
  /// The greatest number that is still wanted.
  private var bound = UInt64.max
  /// With how many found the bound is looked at again.
  private var next: Int

  /// No more pairs than this are worth a cut.
  static let most = 1 << 16

  /// A cut after `wanted` pairs, of which there is at least one.
  init(_ ranks: RowRanks, wanted: Int) {
    self.ranks = ranks
    self.wanted = wanted
    next = 2 * wanted + 16
  }

  /// Says that pairs of these rows were found.
  mutating func add(_ rows: ArraySlice<UInt32>) { for row in rows { found.append(ranks[row]) } }

  /// Whether so many were found that the bound should be looked at again.
  var isFull: Bool { found.count >= next }

  /// Brings the bound down to the last pair that is wanted of those that were found.
  mutating func tighten() {
    guard found.count > wanted else { return }
    found.sort()
    bound = found[wanted - 1]
    found.removeLast(found.count - found.prefix { $0 <= bound }.count)
    // There may be any number of pairs with the last number.
    next = max(2 * found.count, next)
  }

  /// Whether a pair of this row can be among the first.
  func admits(_ row: UInt32) -> Bool { ranks[row] <= bound }

  /// Puts the rows whose pairs can be among the first to the front, and tells how many they are.
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int {
    unsafe bound == .max ? rows.count : ranks.keep(rows, upTo: bound)
  }
}
