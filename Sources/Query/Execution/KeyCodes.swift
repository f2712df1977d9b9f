import Store

/// The values of a column, numbered: a dense code for each row and what each code stands for.
///
/// Names that are written alike have one code. A list counts for each of its elements, so its row stands several times.
struct KeyCodes {
  /// Which of the rows, by its place among them, each code belongs to.
  private(set) var positions: [UInt32] = []
  /// The code of each.
  private(set) var codes: [UInt32] = []
  /// What the codes stand for, a row a code.
  private(set) var values: Vector

  /// Numbers the values of these rows of a vector.
  init(_ vector: Vector, _ rows: [UInt32], _ table: NounTable) {
    values = vector
    let places = vector.places(rows)
    switch vector.values {
    case .terms(let terms): number(terms: places.enumerated().map { (UInt32($0), terms[Int($1)]) }, table.terms)
    case .termLists(let lists): number(terms: Self.exploded(places, missing: 0) { Array(lists[Int($0)]) }, table.terms)
    case .textLists(let lists):
      let distinct = number(Self.exploded(places, missing: "") { lists[Int($0)] })
      values = Vector(.texts(TextColumn(distinct), words: nil))
    case .texts(let texts, _): gather(vector, rows, places.map { texts[Int($0)] })
    case .numbers(let numbers, _): gather(vector, rows, places.map { numbers[Int($0)].bitPattern })
    case .dates(let dates): gather(vector, rows, places.map { dates.key(Int($0)) })
    case .choices(let choices, _): gather(vector, rows, places.map { choices[Int($0)] })
    case .claims(let ids): gather(vector, rows, places.map { ids[Int($0)] })
    }
  }

  /// A pair for each element of each list; one with a missing value for an empty list.
  private static func exploded<Element>(
    _ places: [UInt32], missing: Element, _ list: (UInt32) -> [Element]
  ) -> [(UInt32, Element)] {
    var pairs: [(UInt32, Element)] = []
    for (position, place) in places.enumerated() {
      let elements = list(place)
      for element in elements.isEmpty ? [missing] : elements { pairs.append((UInt32(position), element)) }
    }
    return pairs
  }

  private mutating func gather<Key: Hashable>(_ vector: Vector, _ rows: [UInt32], _ keys: [Key]) {
    number(keys.enumerated().map { (UInt32($0), $1) })
    var representative: [UInt32] = []
    for (position, code) in codes.enumerated() where Int(code) == representative.count {
      representative.append(rows[position])
    }
    values = vector.gathered(representative)
  }

  @discardableResult
  private mutating func number<Key: Hashable>(_ pairs: [(UInt32, Key)]) -> [Key] {
    var known: [Key: UInt32] = [:]
    var distinct: [Key] = []
    for (position, key) in pairs {
      let code = known[key] ?? UInt32(distinct.count)
      if Int(code) == distinct.count {
        known[key] = code
        distinct.append(key)
      }
      positions.append(position)
      codes.append(code)
    }
    return distinct
  }

  /// Numbers terms by their keys; what a code stands for does not depend on which row came first.
  private mutating func number(terms pairs: [(UInt32, TermID)], _ dictionary: TermDictionary) {
    let unnumbered = UInt32.max
    var codeOfKey = [UInt32](repeating: unnumbered, count: dictionary.keyTexts.count)
    var shown: [TermID] = []
    for (position, term) in pairs {
      let key = Int(dictionary.keys[Int(term)])
      if codeOfKey[key] == unnumbered {
        codeOfKey[key] = UInt32(shown.count)
        shown.append(term)
      }
      let code = Int(codeOfKey[key])
      if shown[code] != term, dictionary.isShown(term, ratherThan: shown[code]) { shown[code] = term }
      positions.append(position)
      codes.append(UInt32(code))
    }
    values = Vector(.terms(Column(shown)))
  }
}
