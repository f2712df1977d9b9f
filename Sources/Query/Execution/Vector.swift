import Store

/// A column as operators see it: the values of all rows of a table, of which operators look at those that are left.
///
/// Columns of the store are taken as they are, without a copy; what a claim has from its sentence or article is reached
/// `through` the column that holds their rows.
struct Vector: Sendable {
  /// Values of one kind, a row each.
  enum Values: Sendable {
    /// Terms of the table's dictionary; 0 is missing.
    case terms(Column<TermID>)
    /// Lists of them; an empty one is missing.
    case termLists(ListColumn)
    /// Texts; where their words stand, if they are the texts of the sentences.
    case texts(TextColumn, words: WordIndex?)
    /// Lists of texts.
    case textLists([[String]])
    /// Numbers, not-a-number where missing; `isWhole` where one without a fraction is shown as such.
    case numbers(NumberColumn, isWhole: Bool)
    case dates(Dates)
    /// Places in a list of words, from 1; 0 is missing.
    case choices(ChoiceColumn, [String])
    /// Ids of claims; 0 is missing.
    case claims(Column<UInt64>)
  }

  var values: Values
  /// The row of `values` for each row of the table; nil where they are the same.
  var through: Column<UInt32>?
  /// How many of all rows of the table have each term that is not missing, or with `through`, each row of `values`; nil
  /// where no index counts them.
  var counts: Column<UInt32>?

  init(_ values: Values, through: Column<UInt32>? = nil, counts: Column<UInt32>? = nil) {
    self.values = values
    self.through = through
    self.counts = counts
  }

  // What is asked row by row is a function of the columns alone: made once, it copies nothing when it is called.

  /// Where the value of a row stands.
  var place: @Sendable (UInt32) -> Int {
    guard let through else { return { Int($0) } }
    return { Int(through[Int($0)]) }
  }

  /// Whether there is no value at a place.
  var isMissing: @Sendable (Int) -> Bool {
    switch values {
    case .terms(let terms): { terms[$0] == 0 }
    case .termLists(let lists): { lists[$0].isEmpty }
    case .texts(let texts, _): { texts.isEmpty($0) }
    case .textLists(let lists): { lists[$0].isEmpty }
    case .numbers(let numbers, _): { numbers[$0].isNaN }
    case .dates(let dates): { dates.isMissing($0) }
    case .choices(let codes, _): { codes[$0] == 0 }
    case .claims(let ids): { ids[$0] == 0 }
    }
  }

  /// What stands for a row that there is not, in `gathered`.
  static let none = UInt32.max

  /// The values of these rows, in this order; a missing value for `none`.
  func gathered(_ rows: [UInt32]) -> Vector {
    let place = place
    func pick<Value: BitwiseCopyable & Sendable>(_ values: Column<Value>, missing: Value) -> Column<Value> {
      Column(rows.map { $0 == Vector.none ? missing : values[place($0)] })
    }
    switch values {
    case .terms(let terms): return Vector(.terms(pick(terms, missing: 0)))
    case .termLists(let lists):
      var picked = ListColumn()
      for row in rows { picked.append(row == Vector.none ? [] : Array(lists[place(row)])) }
      return Vector(.termLists(picked))
    case .texts(let texts, _):
      return Vector(.texts(TextColumn(rows.lazy.map { $0 == Vector.none ? "" : texts[place($0)] }), words: nil))
    case .textLists(let lists): return Vector(.textLists(rows.map { $0 == Vector.none ? [] : lists[place($0)] }))
    case .numbers(let numbers, let isWhole):
      return Vector(
        .numbers(NumberColumn(rows.lazy.map { $0 == Vector.none ? .nan : numbers[place($0)] }), isWhole: isWhole))
    case .dates(let dates):
      var picked = DateColumn()
      for row in rows { picked.append(row == Vector.none ? nil : dates.range(place(row))) }
      return Vector(.dates(Dates(picked)))
    case .choices(let codes, let words):
      return Vector(.choices(ChoiceColumn(Column(rows.map { $0 == Vector.none ? 0 : codes[place($0)] })), words))
    case .claims(let ids): return Vector(.claims(pick(ids, missing: 0)))
    }
  }
}

extension Vector {
  /// How many rows there are.
  var count: Int {
    if let through { return through.count }
    return switch values {
    case .terms(let terms): terms.count
    case .termLists(let lists): lists.count
    case .texts(let texts, _): texts.count
    case .textLists(let lists): lists.count
    case .numbers(let numbers, _): numbers.count
    case .dates(let dates): dates.count
    case .choices(let codes, _): codes.count
    case .claims(let ids): ids.count
    }
  }
}
