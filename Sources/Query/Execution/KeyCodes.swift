import Store

/// The values of a column, numbered: a dense code for each row and what each code stands for.
///
/// Names that are written alike have one code. A list counts for each of its elements, so its row stands several times.
struct KeyCodes: Sendable {
  /// What the codes stand for, a row a code.
  let values: Vector
  /// Which of the rows, by its place among them, each code belongs to, where rows stand several times.
  let places: [UInt32]?
  private let source: Source

  /// Where the code of a row comes from.
  private enum Source: Sendable {
    /// What a column holds in the row, numbered.
    case column(Column<UInt32>, [UInt32])
    case bytes(Column<UInt8>)
    /// The codes themselves, one for each place.
    case codes([UInt32])
  }

  /// How many of the rows have each code, where an index says so.
  private(set) var counts: [UInt32]?

  /// How many codes there are.
  var count: Int { values.count }

  /// Numbers the values of these rows of a vector.
  init(_ vector: Vector, _ rows: Rows, _ table: NounTable, _ control: QueryControl) throws(QueryControl.Stop) {
    if case .terms(let terms) = vector.values,
      rows.count > (vector.through == nil ? table.terms.count : terms.count) / 8
    {
      self = try Self.column(terms, of: vector, rows, table, control)
      return
    }
    if case .choices(let choices, let words) = vector.values, vector.through == nil {
      let all = ChoiceColumn(Column(0...UInt8(words.count)))
      self.init(Vector(.choices(all, words)), nil, .bytes(choices.column))
      return
    }
    try control.take(rows.count * 16)
    self.init(vector, rows.list, table)
  }

  private init(_ values: Vector, _ places: [UInt32]?, _ source: Source) {
    self.values = values
    self.places = places
    self.source = source
  }

  /// Numbers what a column holds, each value once: terms, or the rows of `terms` that it goes through.
  private static func column(
    _ terms: Column<TermID>, of vector: Vector, _ rows: Rows, _ table: NounTable, _ control: QueryControl
  ) throws(QueryControl.Stop) -> KeyCodes {
    let isDirect = vector.through == nil
    let universe = isDirect ? table.terms.count : terms.count
    let column = vector.through ?? terms
    // Of some rows alone an index does not tell.
    let counts = if case .all = rows { vector.counts } else { Column<UInt32>?.none }
    let used: [UInt32]
    if let counts = counts?.checked {
      // What no index counts is missing.
      var counted: [UInt32] = isDirect ? [0] : []
      for value in 0..<min(counts.count, universe) where counts[value] > 0 { counted.append(UInt32(value)) }
      used = counted.isEmpty ? [0] : counted
    } else {
      used = try Self.used(column, rows, below: universe, control)
    }
    let held = terms.checked
    let (numbers, values) = Self.number(isDirect ? used : used.map { held[Int($0)] }, table.terms)
    try control.take(universe * 4)
    var codes = [UInt32](repeating: 0, count: universe)
    for place in used.indices { codes[Int(used[place])] = numbers[place] }
    var coded = KeyCodes(values, nil, .column(column, codes))
    if let counts { coded.counts = Self.sums(counts, used, numbers, below: coded.count, rows.count) }
    return coded
  }

  /// The counts of values added up by code; what is left of `total` is that of the first value.
  private static func sums(
    _ counts: Column<UInt32>, _ values: [UInt32], _ codes: [UInt32], below count: Int, _ total: Int
  ) -> [UInt32] {
    let counts = counts.checked
    var sums = [UInt32](repeating: 0, count: count)
    var rest = UInt32(total)
    for place in values.indices where values[place] < counts.count {
      sums[Int(codes[place])] &+= counts[Int(values[place])]
      rest &-= counts[Int(values[place])]
    }
    if let first = codes.first { sums[Int(first)] &+= rest }
    return sums
  }

  /// The codes of other places: `places` are places among these rows. No index counts them.
  func gathered(_ places: [UInt32]) -> KeyCodes {
    guard case .codes(let codes) = source else { return KeyCodes(values, nil, source) }
    return KeyCodes(values, nil, .codes(places.map { codes[Int($0)] }))
  }

  // MARK: Numbering

  /// Numbers what a column holds in some rows, value by value.
  private init(_ vector: Vector, _ rows: [UInt32], _ table: NounTable) {
    let places = rows.map(vector.place)
    switch vector.values {
    case .terms(let terms):
      let numbered = Self.number(places.map { terms[$0] }, table.terms)
      self.init(numbered.values, nil, .codes(numbered.codes))
    case .termLists(let lists):
      let (owners, elements) = Self.exploded(places, missing: 0) { Array(lists[$0]) }
      let numbered = Self.number(elements, table.terms)
      self.init(numbered.values, owners, .codes(numbered.codes))
    case .textLists(let lists):
      let (owners, elements) = Self.exploded(places, missing: "") { lists[$0] }
      let (codes, firsts) = Self.number(elements)
      self.init(Vector(.texts(TextColumn(firsts.map { elements[$0] }), words: nil)), owners, .codes(codes))
    case .texts(let texts, _): self.init(vector, rows, places.map { texts[$0] })
    case .numbers(let numbers, _):
      self.init(vector, rows, numbered: places.map { Int(truncatingIfNeeded: numbers.bits[$0]) })
    case .dates(let dates): self.init(vector, rows, numbered: dates.keys(places))
    case .choices(let choices, _): self.init(vector, rows, numbered: places.map { Int(choices[$0]) })
    case .claims(let ids): self.init(vector, rows, numbered: places.map { Int(truncatingIfNeeded: ids[$0]) })
    }
  }

  private init(_ vector: Vector, _ rows: [UInt32], _ keys: [some Hashable]) {
    let (codes, firsts) = Self.number(keys)
    self.init(vector.gathered(firsts.map { rows[$0] }), nil, .codes(codes))
  }

  private init(_ vector: Vector, _ rows: [UInt32], numbered keys: [Int]) {
    let (codes, firsts) = Self.number(keys)
    self.init(vector.gathered(firsts.map { rows[$0] }), nil, .codes(codes))
  }

  /// The code of each key, and where each code first occurs.
  private static func number(_ keys: [Int]) -> (codes: [UInt32], firsts: [Int]) {
    var table = KeyTable()
    var firsts: [Int] = []
    let codes = keys.indices.map { place -> UInt32 in
      let code = table.number(of: keys[place])
      if code == firsts.count { firsts.append(place) }
      return UInt32(code)
    }
    return (codes, firsts)
  }

  /// An entry for each element of each list; one with a missing value for an empty list.
  private static func exploded<Element>(
    _ places: [Int], missing: Element, _ list: (Int) -> [Element]
  ) -> (owners: [UInt32], elements: [Element]) {
    var owners: [UInt32] = []
    var elements: [Element] = []
    for (owner, place) in places.enumerated() {
      let list = list(place)
      for element in list.isEmpty ? [missing] : list {
        owners.append(UInt32(owner))
        elements.append(element)
      }
    }
    return (owners, elements)
  }

  /// The code of each key, and where each code first occurs.
  private static func number<Key: Hashable>(_ keys: [Key]) -> (codes: [UInt32], firsts: [Int]) {
    var known: [Key: UInt32] = [:]
    var firsts: [Int] = []
    let codes = keys.enumerated().map { place, key -> UInt32 in
      if let code = known[key] { return code }
      let code = UInt32(firsts.count)
      known[key] = code
      firsts.append(place)
      return code
    }
    return (codes, firsts)
  }

  /// Numbers terms by their keys; what a code stands for does not depend on which row came first.
  private static func number(
    _ terms: [TermID], _ dictionary: TermDictionary
  ) -> (codes: [UInt32], values: Vector) {
    let keys = dictionary.keys.checked
    // A table of all keys where that is not much larger than the terms, else by hash; 0 for a key that has no code.
    var codeOfKey = [UInt32](repeating: 0, count: terms.count > dictionary.count / 8 ? dictionary.keyTexts.count : 0)
    var table = KeyTable()
    var shown: [TermID] = []
    let codes = terms.map { term -> UInt32 in
      let key = Int(keys[Int(term)])
      let code: Int
      if codeOfKey.isEmpty {
        code = table.number(of: key)
      } else {
        if codeOfKey[key] == 0 { codeOfKey[key] = UInt32(shown.count + 1) }
        code = Int(codeOfKey[key]) - 1
      }
      if code == shown.count {
        shown.append(term)
      } else if shown[code] != term, dictionary.isShown(term, ratherThan: shown[code]) {
        shown[code] = term
      }
      return UInt32(code)
    }
    return (codes, Vector(.terms(Column(shown))))
  }

  /// The different values that a column holds in some rows, in order.
  private static func used(
    _ column: Column<UInt32>, _ rows: Rows, below universe: Int, _ control: QueryControl
  ) throws(QueryControl.Stop) -> [UInt32] {
    let parts = try Parallel.parts(rows.count, control) { (range) throws(QueryControl.Stop) -> BitSet in
      var used = [UInt8](repeating: 0, count: universe)
      try Parallel.batches(range, control) { batch in
        unsafe column.withUnsafeValues { values in
          unsafe used.withUnsafeMutableBufferPointer { used in
            switch rows {
            case .all: for row in batch { unsafe used[Int(values[row])] = 1 }
            case .some(let rows): for place in batch { unsafe used[Int(values[Int(rows[place])])] = 1 }
            }
          }
        }
      }
      return BitSet(used.indices.lazy.filter { used[$0] != 0 }.map { UInt32($0) }, below: universe)
    }
    var all = parts[0]
    for part in parts.dropFirst() { all.formUnion(part) }
    return all.members
  }

  // MARK: Cells

  /// Multiplies each cell of a batch by the number of codes, and adds the code of its row.
  func fold(into cells: UnsafeMutableBufferPointer<Int>, _ rows: Rows, _ batch: Range<Int>) {
    switch source {
    case .column(let column, let codes):
      unsafe column.withUnsafeValues { values in
        unsafe codes.withUnsafeBufferPointer { codes in
          unsafe fold(into: cells, rows, batch) { unsafe Int(codes[Int(values[$0])]) }
        }
      }
    case .bytes(let bytes):
      unsafe bytes.withUnsafeValues { values in
        unsafe fold(into: cells, rows, batch) { unsafe Int(values[$0]) }
      }
    case .codes(let codes):
      unsafe codes.withUnsafeBufferPointer { codes in
        unsafe fold(into: cells, .all(codes.count), batch) { unsafe Int(codes[$0]) }
      }
    }
  }

  @inline(__always)
  private func fold(
    into cells: UnsafeMutableBufferPointer<Int>, _ rows: Rows, _ batch: Range<Int>, _ code: (Int) -> Int
  ) {
    let count = count
    let first = batch.lowerBound
    switch rows {
    case .all: for row in batch { unsafe cells[row - first] = cells[row - first] &* count &+ code(row) }
    case .some(let rows):
      unsafe rows.withUnsafeBufferPointer { rows in
        for place in batch {
          unsafe cells[place - first] = cells[place - first] &* count &+ code(Int(rows[place]))
        }
      }
    }
  }
}
