import Store

/// The values by which rows are joined, as numbers: equal ones for names that are written alike, 0 where a value is missing.
struct JoinKeys: Sendable {
  private let columns: [Values]
  private let keyOfTerm: CheckedColumn<UInt32>

  private enum Values: Sendable {
    case terms(CheckedColumn<UInt32>)
    case other(@Sendable (UInt32) -> UInt64)
  }

  /// The keys of rows by some vectors, of which those come first that tell most of these rows apart.
  init(_ vectors: [Vector], _ table: NounTable, for rows: Rows) {
    let keyOfTerm = table.terms.keys.checked
    let columns: [Values] = vectors.map { vector in
      if case .terms(let terms) = vector.values, vector.through == nil { return .terms(terms.checked) }
      return .other(Self.code(of: vector, keyOfTerm))
    }
    let sample = rows.spread(Self.sampled)
    let different = columns.map { column in
      Set(sample.map { Self.code(column, keyOfTerm, $0) }).subtracting([0]).count
    }
    self.columns = columns.indices.sorted { (-different[$0], $0) < (-different[$1], $1) }.map { columns[$0] }
    self.keyOfTerm = keyOfTerm
  }

  /// How many values a row has.
  var count: Int { columns.count }

  /// Adds some of the values of rows to their hashes, and keeps the rows that lack none of them and that a filter admits,
  /// with their hashes at the same places; tells how many they are.
  func hash(
    _ values: Range<Int>, of rows: UnsafeMutableBufferPointer<UInt32>,
    into hashes: UnsafeMutableBufferPointer<UInt64>, _ filter: some HashFilter
  ) -> Int {
    var left = rows.count
    for number in values.dropLast() { left = unsafe hash(columns[number], left, of: rows, into: hashes, NoFilter()) }
    guard let last = values.last else { return left }
    return unsafe hash(columns[last], left, of: rows, into: hashes, filter)
  }

  @inline(__always)
  private func hash(
    _ column: Values, _ count: Int, of rows: UnsafeMutableBufferPointer<UInt32>,
    into hashes: UnsafeMutableBufferPointer<UInt64>, _ filter: some HashFilter
  ) -> Int {
    // No branch: which rows are kept cannot be foretold.
    var kept = 0
    @inline(__always)
    func keep(_ place: Int, _ row: UInt32, _ code: UInt64) {
      let hash = unsafe Self.mixed(hashes[place], code)
      unsafe rows[kept] = row
      unsafe hashes[kept] = hash
      kept &+= (code != 0 ? 1 : 0) & (filter.admits(hash) ? 1 : 0)
    }
    switch column {
    case .terms(let terms):
      for place in 0..<count {
        let row = unsafe rows[place]
        keep(place, row, UInt64(keyOfTerm[Int(terms[Int(row)])]))
      }
    case .other:
      for place in 0..<count {
        let row = unsafe rows[place]
        keep(place, row, Self.code(column, keyOfTerm, row))
      }
    }
    return kept
  }

  /// Whether two rows have the same values.
  func areEqual(_ row: UInt32, _ other: UInt32) -> Bool {
    columns.allSatisfy { column in
      switch column {
      case .terms(let terms):
        let (term, otherTerm) = (terms[Int(row)], terms[Int(other)])
        return term == otherTerm || keyOfTerm[Int(term)] == keyOfTerm[Int(otherTerm)]
      case .other(let code): return code(row) == code(other)
      }
    }
  }

  /// How many rows are looked at to learn which values tell most apart.
  private static let sampled = 256

  private static func code(_ column: Values, _ keyOfTerm: CheckedColumn<UInt32>, _ row: UInt32) -> UInt64 {
    switch column {
    case .terms(let terms): UInt64(keyOfTerm[Int(terms[Int(row)])])
    case .other(let code): code(row)
    }
  }

  /// What gives the value of a row as a number.
  private static func code(of vector: Vector, _ keyOfTerm: CheckedColumn<UInt32>) -> @Sendable (UInt32) -> UInt64 {
    let (place, isMissing) = (vector.place, vector.isMissing)
    let code: @Sendable (Int) -> UInt64 =
      switch vector.values {
      case .terms(let terms): { UInt64(keyOfTerm[Int(terms[$0])]) }
      case .choices(let codes, _): { UInt64(codes[$0]) }
      case .numbers(let numbers, _): { numbers.bits[$0] &+ 1 }
      case .dates(let dates): { UInt64(bitPattern: dates.key($0) ?? 0) }
      default: { _ in 0 }
      }
    return { row in
      let place = place(row)
      return isMissing(place) ? 0 : code(place)
    }
  }

  /// Multiplication and folding, as `TextHash` does.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ code: UInt64) -> UInt64 {
    let product = (hash &+ code).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.low ^ product.high
  }
}
