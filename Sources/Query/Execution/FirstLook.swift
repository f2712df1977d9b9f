import Store

/// A first look at the rows of a join, by the two names that tell most of them apart, just as they are written: most rows that
/// have no partner go no further, and nothing is looked up for them but a bit.
struct FirstLook: Sendable {
  private let columns: (CheckedColumn<UInt32>, CheckedColumn<UInt32>)
  private let spellings: Spellings
  private var filter = BitFilter(slots: 16)
  /// Whether it admits all rows, as names have too many spellings.
  private var isOpen = false

  /// A look that admits nothing yet; by one name alone where `others` is the same column.
  init(_ names: CheckedColumn<UInt32>, _ others: CheckedColumn<UInt32>, _ spellings: Spellings) {
    columns = (names, others)
    self.spellings = spellings
  }

  /// The names of rows, in all spellings.
  struct Names: Sendable {
    fileprivate var hashes: [UInt64] = []
    fileprivate var isOpen = false
  }

  /// Adds the names of some rows.
  func add(_ rows: UnsafeMutableBufferPointer<UInt32>, to names: inout Names) {
    for place in rows.indices where !names.isOpen {
      let row = unsafe rows[place]
      let (one, other) = (columns.0[Int(row)], columns.1[Int(row)])
      if spellings.isAlone(one), spellings.isAlone(other) {
        names.hashes.append(Self.hash(one, other))
      } else if let ones = spellings.all(one, upTo: Self.mostSpellings),
        let others = spellings.all(other, upTo: Self.mostSpellings)
      {
        for one in ones { for other in others { names.hashes.append(Self.hash(one, other)) } }
      } else {
        names.isOpen = true
      }
    }
  }

  /// Admits rows that have the same names.
  mutating func admit(_ names: [Names]) {
    isOpen = names.contains(where: \.isOpen)
    if isOpen { return }
    var slots = 16
    while slots < 2 * names.lazy.map(\.hashes.count).reduce(0, +), slots < 1 << 24 { slots *= 2 }
    filter = BitFilter(slots: slots)
    for names in names { for hash in names.hashes { filter.insert(hash) } }
  }

  /// Puts the rows that it admits to the front, and tells how many they are.
  func keep(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Int {
    if isOpen { return rows.count }
    let (names, others) = columns
    // No branch: which rows are kept cannot be foretold.
    var count = 0
    for place in rows.indices {
      let row = unsafe rows[place]
      let (one, other) = (names[Int(row)], others[Int(row)])
      unsafe rows[count] = row
      count &+= (one != 0 ? 1 : 0) & (other != 0 ? 1 : 0) & (filter.admits(Self.hash(one, other)) ? 1 : 0)
    }
    return count
  }

  /// More spellings of a name than this are not worth the look.
  private static let mostSpellings = 4

  /// Multiplied and added, the high bits brought down to the low ones.
  @inline(__always)
  private static func hash(_ one: UInt32, _ other: UInt32) -> UInt64 {
    let sum = UInt64(one) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(other) &* 0xD6E8_FEB8_6659_FD93
    return sum ^ sum &>> 32
  }
}
