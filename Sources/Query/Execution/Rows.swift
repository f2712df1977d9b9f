/// Which rows of a table are left, and in what order.
enum Rows: Sendable {
  /// All of a table's rows, by number.
  case all(Int)
  /// These rows.
  case some([UInt32])

  var count: Int {
    switch self {
    case .all(let count): count
    case .some(let rows): rows.count
    }
  }

  var isEmpty: Bool { count == 0 }

  /// The row at a place.
  subscript(place: Int) -> UInt32 {
    switch self {
    case .all: UInt32(place)
    case .some(let rows): rows[place]
    }
  }

  /// The rows one by one.
  var list: [UInt32] {
    switch self {
    case .all(let count): Array(0..<UInt32(count))
    case .some(let rows): rows
    }
  }

  /// Calls `body` with each row.
  @inline(__always)
  func forEach(_ body: (UInt32) -> Void) {
    switch self {
    case .all(let count): for row in 0..<UInt32(count) { body(row) }
    case .some(let rows): for row in rows { body(row) }
    }
  }

  /// A few of the rows, spread evenly over all; all where there are no more.
  func spread(_ few: Int) -> [UInt32] {
    let few = min(few, count)
    return (0..<few).map { self[$0 * count / few] }
  }

  /// The rows at these places.
  func at(_ places: [UInt32]) -> Rows {
    switch self {
    case .all: .some(places)
    case .some(let rows): .some(places.map { rows[Int($0)] })
    }
  }

  /// The rows of some places.
  func part(_ places: Range<Int>) -> [UInt32] {
    switch self {
    case .all: places.map { UInt32($0) }
    case .some(let rows): Array(rows[places])
    }
  }
}

/// A set of small numbers: a bit for each.
struct BitSet: Sendable {
  private var words: [UInt64]

  /// No number below `bound`.
  init(below bound: Int) {
    words = [UInt64](repeating: 0, count: bound / 64 + 1)
  }

  /// These numbers, all below `bound`.
  init(_ members: some Sequence<UInt32>, below bound: Int) {
    self.init(below: bound)
    for member in members { insert(member) }
  }

  mutating func insert(_ member: UInt32) { words[Int(member >> 6)] |= 1 << UInt64(member & 63) }

  /// Adds all of a batch.
  mutating func insert(_ batch: UnsafeMutableBufferPointer<Int>) {
    unsafe words.withUnsafeMutableBufferPointer { words in
      for place in batch.indices {
        let member = unsafe batch[place]
        unsafe words[member >> 6] |= 1 << UInt64(member & 63)
      }
    }
  }

  mutating func formUnion(_ other: BitSet) {
    for place in words.indices { words[place] |= other.words[place] }
  }

  @inline(__always)
  func contains(_ member: UInt32) -> Bool { words[Int(member >> 6)] & (1 << UInt64(member & 63)) != 0 }

  /// How many numbers of a range there are.
  func count(in range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    let head = ~UInt64(0) << UInt64(range.lowerBound & 63)
    let tail = ~UInt64(0) >> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last { return (words[first] & head & tail).nonzeroBitCount }
    return (words[first] & head).nonzeroBitCount + (words[last] & tail).nonzeroBitCount
      + words[(first + 1)..<last].reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// The numbers, in order.
  var members: [UInt32] {
    var members: [UInt32] = []
    for place in words.indices {
      var word = words[place]
      while word != 0 {
        members.append(UInt32(place * 64 + word.trailingZeroBitCount))
        word &= word - 1
      }
    }
    return members
  }
}
