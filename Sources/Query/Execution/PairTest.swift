import Store

/// What must hold of a pair of claims.
protocol PairTest: Sendable {
  func holds(_ left: UInt32, _ right: UInt32) -> Bool
  /// Puts the pairs for which it holds to the front, in the order in which they came, and tells how many they are.
  func keep(_ lefts: UnsafeMutableBufferPointer<UInt32>, _ rights: UnsafeMutableBufferPointer<UInt32>) -> Int
}

extension PairTest {
  func keep(_ lefts: UnsafeMutableBufferPointer<UInt32>, _ rights: UnsafeMutableBufferPointer<UInt32>) -> Int {
    var count = 0
    for place in lefts.indices {
      let (left, right) = unsafe (lefts[place], rights[place])
      unsafe lefts[count] = left
      unsafe rights[count] = right
      count += holds(left, right) ? 1 : 0
    }
    return count
  }
}

/// Any test.
struct AnyPairTest: PairTest {
  let test: @Sendable (UInt32, UInt32) -> Bool

  init(_ test: @escaping @Sendable (UInt32, UInt32) -> Bool) {
    self.test = test
  }

  func holds(_ left: UInt32, _ right: UInt32) -> Bool { test(left, right) }
}

/// Whether two claims have names that are written alike, or that are not; neither where one is missing.
struct NamePairTest: PairTest {
  let left: NameColumn
  let right: NameColumn
  let wanted: Bool

  /// The names that rows have, as the keys of what is written alike.
  struct NameColumn: Sendable {
    let terms: CheckedColumn<UInt32>
    let through: CheckedColumn<UInt32>?
    let keys: CheckedColumn<UInt32>

    @inline(__always)
    func key(_ row: UInt32) -> UInt32 { keys[Int(terms[through.map { Int($0[Int(row)]) } ?? Int(row)])] }

    /// Writes the keys of rows. What is far away is read for all before what it leads to.
    func write(_ rows: UnsafeMutableBufferPointer<UInt32>, to target: UnsafeMutableBufferPointer<UInt32>) {
      if let through {
        for place in rows.indices { unsafe target[place] = through[Int(rows[place])] }
        for place in rows.indices { unsafe target[place] = terms[Int(target[place])] }
      } else {
        for place in rows.indices { unsafe target[place] = terms[Int(rows[place])] }
      }
      for place in rows.indices { unsafe target[place] = keys[Int(target[place])] }
    }
  }

  @inline(__always)
  private func holds(keys one: UInt32, _ other: UInt32) -> Bool { one != 0 && other != 0 && (one == other) == wanted }

  func holds(_ one: UInt32, _ other: UInt32) -> Bool { holds(keys: left.key(one), right.key(other)) }

  func keep(_ lefts: UnsafeMutableBufferPointer<UInt32>, _ rights: UnsafeMutableBufferPointer<UInt32>) -> Int {
    unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(2 * lefts.count, 1)) { keys in
      let ones = unsafe UnsafeMutableBufferPointer(rebasing: keys[..<lefts.count])
      let others = unsafe UnsafeMutableBufferPointer(rebasing: keys[lefts.count..<(2 * lefts.count)])
      unsafe left.write(lefts, to: ones)
      unsafe right.write(rights, to: others)
      var count = 0
      for place in lefts.indices {
        unsafe lefts[count] = lefts[place]
        unsafe rights[count] = rights[place]
        count &+= unsafe holds(keys: ones[place], others[place]) ? 1 : 0
      }
      return count
    }
  }
}

extension AttributeComparison {
  /// What must hold of the value of a left claim and that of a right one, so that the comparison says `wanted`.
  func test(_ left: Vector, _ right: Vector, _ table: NounTable, wanted: Bool) -> any PairTest {
    if case .terms(let terms) = left.values, case .terms(let others) = right.values {
      let keys = table.terms.keys.checked
      return NamePairTest(
        left: .init(terms: terms.checked, through: left.through?.checked, keys: keys),
        right: .init(terms: others.checked, through: right.through?.checked, keys: keys), wanted: wanted)
    }
    let verdict = verdict(left, right, table)
    return AnyPairTest { verdict($0, $1) == wanted }
  }
}
