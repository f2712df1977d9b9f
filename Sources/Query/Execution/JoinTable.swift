import Store

/// The values by which rows are joined, as numbers: equal ones for names that are written alike, 0 where a value is missing.
struct JoinCodes: Sendable {
  private let vectors: [Vector]
  /// The terms of each vector that holds nothing else.
  private let terms: [Column<UInt32>?]
  private let keyOfTerm: Column<UInt32>

  init(_ vectors: [Vector], _ table: NounTable) {
    self.vectors = vectors
    terms = vectors.map { vector in
      if case .terms(let terms) = vector.values, vector.through == nil { terms } else { nil }
    }
    keyOfTerm = table.terms.keys
  }

  /// The hashes of the values of some rows, 0 for a row that lacks one.
  func hashes(_ rows: Rows, _ batch: Range<Int>) -> [UInt64] {
    var hashes = [UInt64](repeating: 1, count: batch.count)
    let first = batch.lowerBound
    for vector in vectors {
      switch (vector.values, vector.through, rows) {
      case (.terms(let terms), nil, _):
        unsafe terms.withUnsafeValues { terms in
          unsafe keyOfTerm.withUnsafeValues { keys in
            for place in batch {
              unsafe Self.add(UInt64(keys[Int(terms[Int(rows[place])])]), to: &hashes[place - first])
            }
          }
        }
      default:
        for place in batch { Self.add(code(vector, rows[place]), to: &hashes[place - first]) }
      }
    }
    return hashes
  }

  /// Whether two rows have the same values.
  func areEqual(_ one: UInt32, _ other: UInt32) -> Bool {
    for place in vectors.indices {
      if let terms = terms[place] {
        let (left, right) = (terms[Int(one)], terms[Int(other)])
        if left != right, keyOfTerm[Int(left)] != keyOfTerm[Int(right)] { return false }
      } else if code(vectors[place], one) != code(vectors[place], other) {
        return false
      }
    }
    return true
  }

  private func code(_ vector: Vector, _ row: UInt32) -> UInt64 {
    let place = vector.place(row)
    if vector.isMissing(place: place) { return 0 }
    switch vector.values {
    case .terms(let terms): return UInt64(keyOfTerm[Int(terms[place])])
    case .choices(let codes, _): return UInt64(codes[place])
    case .numbers(let numbers, _): return numbers.bits[place] &+ 1
    case .dates(let dates):
      return UInt64(UInt32(bitPattern: dates.first(place))) << 32 | UInt64(UInt32(bitPattern: dates.last(place)))
    default: return 0
    }
  }

  /// Multiplication and folding, as `TextHash` does.
  @inline(__always)
  private static func add(_ code: UInt64, to hash: inout UInt64) {
    if code == 0 { return hash = 0 }
    if hash == 0 { return }
    let product = (hash ^ code).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    hash = max(product.low ^ product.high, 1)
  }
}

/// Rows by the hash of what they are joined by.
struct JoinTable: Sendable {
  private let codes: JoinCodes
  private let rows: [UInt32]
  private let hashes: [UInt64]
  /// The newest row with the low bits of a hash, counted from 1, and the one before it with the same.
  private var newest: [UInt32]
  private var before: [UInt32]
  private var filter: BitSet
  private let filterMask: UInt64

  init(_ rows: Rows, _ codes: JoinCodes, _ control: QueryControl) throws(QueryControl.Stop) {
    self.codes = codes
    try control.take(rows.count * 40)
    var kept: [UInt32] = []
    var hashes: [UInt64] = []
    try Parallel.batches(0..<rows.count, control) { batch in
      for (place, hash) in zip(batch, codes.hashes(rows, batch)) where hash != 0 {
        kept.append(rows[place])
        hashes.append(hash)
      }
    }
    var size = 16
    while size < kept.count * 2 { size *= 2 }
    newest = [UInt32](repeating: 0, count: size)
    before = [UInt32](repeating: 0, count: kept.count)
    filterMask = UInt64(size * 8 - 1)
    filter = BitSet(below: size * 8)
    for (entry, hash) in hashes.enumerated() {
      let slot = Int(truncatingIfNeeded: hash) & (size - 1)
      before[entry] = newest[slot]
      newest[slot] = UInt32(entry + 1)
      filter.insert(UInt32(truncatingIfNeeded: hash >> 20 & filterMask))
    }
    self.rows = kept
    self.hashes = hashes
  }

  /// The pairs of a row of `others` and one of the table that have the same values, and dates that are so many days apart at
  /// most; none of a row with itself.
  func matches(
    of others: Rows, within days: (count: Int, dates: DateColumn)?, _ control: QueryControl
  ) throws(QueryControl.Stop) -> (probed: [UInt32], built: [UInt32]) {
    let parts = try Parallel.parts(others.count, control) {
      (range) throws(QueryControl.Stop) -> (probed: [UInt32], built: [UInt32]) in
      var found: (probed: [UInt32], built: [UInt32]) = ([], [])
      var told = 0
      for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.batch) {
        let batch = start..<min(start + Self.batch, range.upperBound)
        for (place, hash) in zip(batch, codes.hashes(others, batch)) where hash != 0 {
          guard filter.contains(UInt32(truncatingIfNeeded: hash >> 20 & filterMask)) else { continue }
          let row = others[place]
          var entry = Int(newest[Int(truncatingIfNeeded: hash) & (newest.count - 1)])
          while entry > 0 {
            let other = rows[entry - 1]
            if hashes[entry - 1] == hash, row != other, codes.areEqual(row, other), Self.areNear(row, other, days) {
              found.probed.append(row)
              found.built.append(other)
            }
            entry = Int(before[entry - 1])
          }
          // A value that many claims have makes many pairs of one row.
          guard found.probed.count - told > Self.batch || place + 1 == batch.upperBound else { continue }
          try control.check()
          try control.take((found.probed.count - told) * 8)
          told = found.probed.count
        }
        try control.check()
      }
      return found
    }
    return (Array(parts.map(\.probed).joined()), Array(parts.map(\.built).joined()))
  }

  /// How many rows are looked up between two looks at the control.
  private static let batch = 4096

  /// Whether the dates of two claims are near enough; a claim without a date is near none.
  private static func areNear(_ one: UInt32, _ other: UInt32, _ days: (count: Int, dates: DateColumn)?) -> Bool {
    guard let (count, dates) = days else { return true }
    if dates.isMissing(Int(one)) || dates.isMissing(Int(other)) { return false }
    let (start, end) = (Int(dates.first(Int(one))), Int(dates.last(Int(one))))
    let (otherStart, otherEnd) = (Int(dates.first(Int(other))), Int(dates.last(Int(other))))
    return max(start - otherEnd, otherStart - end) <= count
  }
}
