import Store

/// The order of a column's values; a missing value comes last, whichever way round the order is.
struct Comparator: Sendable {
  private let vector: Vector
  private let sign: Int
  private let terms: TermDictionary

  init(_ vector: Vector, _ table: NounTable, isDescending: Bool = false) {
    self.vector = vector
    sign = isDescending ? -1 : 1
    terms = table.terms
  }

  /// Below, at or above zero as the value of one row comes before, with or after that of another.
  func compare(_ one: UInt32, _ other: UInt32) -> Int {
    let (left, right) = (vector.place(one), vector.place(other))
    if left == right { return 0 }
    switch (vector.isMissing(place: left), vector.isMissing(place: right)) {
    case (true, true): return 0
    case (true, false): return 1
    case (false, true): return -1
    case (false, false): return sign * order(left, right)
    }
  }

  /// A number for the value of each of some rows: where two differ, the row with the lesser one comes first. Nil for values
  /// that none can be made of.
  func ranks(_ rows: Rows) -> [UInt64]? {
    guard let rank = rank() else { return nil }
    let flip: UInt64 = sign < 0 ? .max : 0
    return unsafe [UInt64](unsafeUninitializedCapacity: rows.count) { ranks, count in
      rows.forEach { row in
        let place = vector.place(row)
        unsafe ranks[count] = vector.isMissing(place: place) ? .max : rank(place) ^ flip
        count += 1
      }
    }
  }

  /// What gives the value at a place such a number.
  private func rank() -> ((Int) -> UInt64)? {
    switch vector.values {
    case .terms(let column): return { terms.keyTexts.start(Int(terms.keys[Int(column[$0])])) }
    case .texts(let texts, _): return { texts.start($0) }
    case .numbers(let numbers, _):
      return { place in
        // Zero has two forms, which are equal.
        let bits = (numbers[place] + 0).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
      }
    case .dates(let dates):
      func unsigned(_ day: Int32) -> UInt64 { UInt64(UInt32(bitPattern: day) ^ 1 << 31) }
      return { unsigned(dates.first($0)) << 32 | unsigned(dates.last($0)) }
    case .choices(let codes, _): return { UInt64(codes[$0]) }
    case .claims(let ids): return { ids[$0] }
    case .termLists, .textLists: return nil
    }
  }

  private func order(_ left: Int, _ right: Int) -> Int {
    switch vector.values {
    case .terms(let column): return compare(terms: column[left], column[right])
    case .termLists(let lists):
      for (one, other) in zip(lists[left], lists[right]) {
        let order = compare(terms: one, other)
        if order != 0 { return order }
      }
      return lists[left].count - lists[right].count
    case .texts(let texts, _): return texts.compare(left, right)
    case .textLists(let lists): return Self.order(lists[left], lists[right]) { $0.lexicographicallyPrecedes($1) }
    case .numbers(let numbers, _): return Self.order(numbers[left], numbers[right], by: <)
    case .dates(let dates):
      return Self.order(
        (dates.first(left), dates.last(left)), (dates.first(right), dates.last(right)), by: <)
    case .choices(let codes, _): return Int(codes[left]) - Int(codes[right])
    case .claims(let ids): return Self.order(ids[left], ids[right], by: <)
    }
  }

  /// Names are compared as they are folded.
  private func compare(terms one: TermID, _ other: TermID) -> Int {
    let (left, right) = (terms.keys[Int(one)], terms.keys[Int(other)])
    return left == right ? 0 : terms.keyTexts.compare(Int(left), Int(right))
  }

  private static func order<Value>(_ one: Value, _ other: Value, by precedes: (Value, Value) -> Bool) -> Int {
    precedes(one, other) ? -1 : precedes(other, one) ? 1 : 0
  }
}
