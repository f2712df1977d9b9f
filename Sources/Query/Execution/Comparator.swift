import Store

/// The order of a column's values; a missing value comes last, whichever way round the order is.
struct Comparator: Sendable {
  private let place: @Sendable (UInt32) -> Int
  private let isMissing: @Sendable (Int) -> Bool
  /// The order of two values by their places.
  private let order: @Sendable (Int, Int) -> Int
  /// A number for the value at a place; see `rank`.
  private let rankOfPlace: (@Sendable (Int) -> UInt64)?
  private let sign: Int

  init(_ vector: Vector, _ table: NounTable, isDescending: Bool = false) {
    place = vector.place
    isMissing = vector.isMissing
    order = Self.order(of: vector.values, table.terms)
    rankOfPlace = Self.rank(of: vector.values, table.terms)
    sign = isDescending ? -1 : 1
  }

  /// Below, at or above zero as the value of one row comes before, with or after that of another.
  func compare(_ one: UInt32, _ other: UInt32) -> Int {
    let (left, right) = (place(one), place(other))
    if left == right { return 0 }
    switch (isMissing(left), isMissing(right)) {
    case (true, true): return 0
    case (true, false): return 1
    case (false, true): return -1
    case (false, false): return sign * order(left, right)
    }
  }

  /// A number for the value of a row: where two differ, the row with the lesser one comes first. Nil for values that none
  /// can be made of.
  var rank: (@Sendable (UInt32) -> UInt64)? {
    guard let rank = rankOfPlace else { return nil }
    let flip: UInt64 = sign < 0 ? .max : 0
    return { [place, isMissing] row in
      let place = place(row)
      return isMissing(place) ? .max : rank(place) ^ flip
    }
  }

  private static func rank(of values: Vector.Values, _ terms: TermDictionary) -> (@Sendable (Int) -> UInt64)? {
    switch values {
    case .terms(let column):
      let (keys, texts) = (terms.keys, terms.keyTexts)
      return { texts.start(Int(keys[Int(column[$0])])) }
    case .texts(let texts, _): return { texts.start($0) }
    case .numbers(let numbers, _):
      return { place in
        // Zero has two forms, which are equal.
        let bits = (numbers[place] + 0).bitPattern
        return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
      }
    case .dates(let dates):
      @Sendable func unsigned(_ day: Int32) -> UInt64 { UInt64(UInt32(bitPattern: day) ^ 1 << 31) }
      return { unsigned(dates.first($0)) << 32 | unsigned(dates.last($0)) }
    case .choices(let codes, _): return { UInt64(codes[$0]) }
    case .claims(let ids): return { ids[$0] }
    case .termLists, .textLists: return nil
    }
  }

  private static func order(of values: Vector.Values, _ terms: TermDictionary) -> @Sendable (Int, Int) -> Int {
    let (keys, keyTexts) = (terms.keys, terms.keyTexts)
    // Names are compared as they are folded.
    @Sendable func order(terms one: TermID, _ other: TermID) -> Int {
      let (left, right) = (keys[Int(one)], keys[Int(other)])
      return left == right ? 0 : keyTexts.compare(Int(left), Int(right))
    }
    switch values {
    case .terms(let column): return { order(terms: column[$0], column[$1]) }
    case .termLists(let lists):
      return { left, right in
        for (one, other) in zip(lists[left], lists[right]) {
          let order = order(terms: one, other)
          if order != 0 { return order }
        }
        return lists[left].count - lists[right].count
      }
    case .texts(let texts, _): return { texts.compare($0, $1) }
    case .textLists(let lists): return { Self.order(lists[$0], lists[$1]) { $0.lexicographicallyPrecedes($1) } }
    case .numbers(let numbers, _): return { Self.order(numbers[$0], numbers[$1], by: <) }
    case .dates(let dates):
      return { Self.order((dates.first($0), dates.last($0)), (dates.first($1), dates.last($1)), by: <) }
    case .choices(let codes, _): return { Int(codes[$0]) - Int(codes[$1]) }
    case .claims(let ids): return { Self.order(ids[$0], ids[$1], by: <) }
    }
  }

  private static func order<Value>(_ one: Value, _ other: Value, by precedes: (Value, Value) -> Bool) -> Int {
    precedes(one, other) ? -1 : precedes(other, one) ? 1 : 0
  }
}
