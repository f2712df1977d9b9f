import Store

/// The values by which rows are joined, as numbers: equal ones for names that are written alike, 0 where a value is missing.
struct JoinKeys: Sendable {
  private let names: [CheckedColumn<UInt32>]
  private let keyOfTerm: CheckedColumn<UInt32>
  private let others: [@Sendable (UInt32) -> UInt64]

  /// The keys of rows by some vectors, of which those names come first that tell most of these rows apart.
  init(_ vectors: [Vector], _ table: NounTable, for rows: Rows) {
    let keyOfTerm = table.terms.keys.checked
    var names: [CheckedColumn<UInt32>] = []
    var others: [@Sendable (UInt32) -> UInt64] = []
    for vector in vectors {
      if case .terms(let terms) = vector.values, vector.through == nil {
        names.append(terms.checked)
      } else {
        others.append(Self.code(of: vector, keyOfTerm))
      }
    }
    let sample = rows.spread(Self.sampled)
    let different = names.map { terms in Set(sample.map { keyOfTerm[Int(terms[Int($0)])] }).subtracting([0]).count }
    self.names = names.indices.sorted { (-different[$0], $0) < (-different[$1], $1) }.map { names[$0] }
    self.others = others
    self.keyOfTerm = keyOfTerm
  }

  /// How many of the values are names.
  var nameCount: Int { names.count }

  /// A first look by the names that tell most rows apart; nil where there are no names.
  func firstLook(_ spellings: Spellings) -> FirstLook? {
    names.first.map { FirstLook($0, names.count > 1 ? names[1] : $0, spellings) }
  }

  /// Puts the rows that lack none of the values to the front, with the hashes of the values at the same places; tells how many
  /// they are.
  func hash(_ rows: UnsafeMutableBufferPointer<UInt32>, into hashes: UnsafeMutableBufferPointer<UInt64>) -> Int {
    for place in rows.indices { unsafe hashes[place] = 1 }
    var rows = unsafe rows
    for terms in names {
      let count = unsafe keep(rows, hashes) { row, hash in
        let key = keyOfTerm[Int(terms[Int(row)])]
        return (Self.mixed(hash, UInt64(key)), key != 0 ? 1 : 0)
      }
      unsafe rows = UnsafeMutableBufferPointer(rebasing: rows[..<count])
    }
    for code in others {
      let count = unsafe keep(rows, hashes) { row, hash in
        let code = code(row)
        return (Self.mixed(hash, code), code != 0 ? 1 : 0)
      }
      unsafe rows = UnsafeMutableBufferPointer(rebasing: rows[..<count])
    }
    return rows.count
  }

  /// Puts the rows whose hashes a filter admits to the front, with their hashes; tells how many they are.
  func keep(
    _ rows: UnsafeMutableBufferPointer<UInt32>, _ hashes: UnsafeMutableBufferPointer<UInt64>, in filter: BitFilter
  ) -> Int {
    unsafe keep(rows, hashes) { _, hash in (hash, filter.admits(hash) ? 1 : 0) }
  }

  /// Keeps the rows for which `hash` says 1, with the hash that it gives.
  @inline(__always)
  private func keep(
    _ rows: UnsafeMutableBufferPointer<UInt32>, _ hashes: UnsafeMutableBufferPointer<UInt64>,
    _ hash: (UInt32, UInt64) -> (hash: UInt64, kept: Int)
  ) -> Int {
    // No branch: which rows are kept cannot be foretold.
    var count = 0
    for place in rows.indices {
      let row = unsafe rows[place]
      let (hash, kept) = unsafe hash(row, hashes[place])
      unsafe rows[count] = row
      unsafe hashes[count] = hash
      count &+= kept
    }
    return count
  }

  /// Writes the keys of the names of rows, those of one row after another's.
  func writeNames(of rows: UnsafeMutableBufferPointer<UInt32>, to keys: UnsafeMutablePointer<UInt32>, stride: Int) {
    for (number, terms) in names.enumerated() {
      for place in rows.indices {
        unsafe keys[place * stride + number] = keyOfTerm[Int(terms[Int(rows[place])])]
      }
    }
  }

  /// Whether two rows have the same values where these are no names.
  @inline(__always)
  func haveSameOthers(_ row: UInt32, _ other: UInt32) -> Bool {
    others.isEmpty || others.allSatisfy { $0(row) == $0(other) }
  }

  /// How many rows are looked at to learn which values tell most apart.
  private static let sampled = 256

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
