import Store

/// The values by which rows are joined, as numbers: equal ones for names that are written alike, 0 where a value is missing.
struct JoinKeys: Sendable {
  private let columns: [Values]
  private let keyOfTerm: CheckedColumn<UInt32>

  private enum Values: Sendable {
    case terms(CheckedColumn<UInt32>)
    case other(Vector)
  }

  init(_ vectors: [Vector], _ table: NounTable) {
    columns = vectors.map { vector in
      if case .terms(let terms) = vector.values, vector.through == nil { .terms(terms.checked) } else { .other(vector) }
    }
    keyOfTerm = table.terms.keys.checked
  }

  /// How many values a row has.
  var count: Int { columns.count }

  /// Hashes the values of some rows and keeps those that lack none and that a filter admits, with their hashes at the same
  /// places; tells how many they are.
  func hash(
    _ rows: UnsafeMutableBufferPointer<UInt32>, into hashes: UnsafeMutableBufferPointer<UInt64>,
    _ filter: some HashFilter
  ) -> Int {
    unsafe hashes.update(repeating: 1)
    var left = rows.count
    for (number, column) in columns.enumerated() {
      // No branch: which rows are kept cannot be foretold.
      var kept = 0
      @inline(__always)
      func keep(_ place: Int, _ row: UInt32, _ code: UInt64) {
        let hash = unsafe Self.mixed(hashes[place], code)
        unsafe rows[kept] = row
        unsafe hashes[kept] = hash
        kept &+= (code != 0 ? 1 : 0) & (filter.admits(hash, of: number + 1) ? 1 : 0)
      }
      switch column {
      case .terms(let terms):
        for place in 0..<left {
          let row = unsafe rows[place]
          keep(place, row, UInt64(keyOfTerm[Int(terms[Int(row)])]))
        }
      case .other(let vector):
        for place in 0..<left {
          let row = unsafe rows[place]
          keep(place, row, code(vector, row))
        }
      }
      left = kept
    }
    return left
  }

  /// Adds the values of a row as numbers.
  func append(_ row: UInt32, to codes: inout [UInt64]) {
    for number in columns.indices { codes.append(code(number, row)) }
  }

  /// Whether the values of a row are these, from `start` on.
  func areEqual(_ row: UInt32, _ codes: [UInt64], from start: Int) -> Bool {
    for number in columns.indices where codes[start + number] != code(number, row) { return false }
    return true
  }

  private func code(_ number: Int, _ row: UInt32) -> UInt64 {
    switch columns[number] {
    case .terms(let terms): UInt64(keyOfTerm[Int(terms[Int(row)])])
    case .other(let vector): code(vector, row)
    }
  }

  private func code(_ vector: Vector, _ row: UInt32) -> UInt64 {
    let place = vector.place(row)
    if vector.isMissing(place: place) { return 0 }
    switch vector.values {
    case .terms(let terms): return UInt64(keyOfTerm[Int(terms[place])])
    case .choices(let codes, _): return UInt64(codes[place])
    case .numbers(let numbers, _): return numbers.bits[place] &+ 1
    case .dates(let dates): return UInt64(bitPattern: dates.key(place) ?? 0)
    default: return 0
    }
  }

  /// Multiplication and folding, as `TextHash` does.
  @inline(__always)
  private static func mixed(_ hash: UInt64, _ code: UInt64) -> UInt64 {
    let product = (hash &+ code).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.low ^ product.high
  }
}
