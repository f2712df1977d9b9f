import Store

/// Makes one value of the rows of each group.
enum Aggregation {
  /// The values of an aggregate, a row a group; `inner` is what it is made of.
  static func vector(_ aggregate: Aggregate, _ inner: Expression?, _ groups: GroupTable) -> Vector {
    guard let inner else { return counts(aggregate, groups) }
    let vector = groups.inner.table.vector(inner)
    switch aggregate {
    case .count: return present(vector, groups)
    case .countDistinct:
      return numbers((distinctCounts(vector, groups) ?? [Int](repeating: 0, count: groups.count)).map { Double($0) })
    case .sum, .average: return total(aggregate, vector, groups)
    case .min, .max, .first: return vector.gathered(chosen(aggregate, vector, groups))
    case .list: return lists(vector, groups)
    case .share: return counts(.share, groups)
    }
  }

  private static func numbers(_ numbers: some Sequence<Double>, isWhole: Bool = true) -> Vector {
    Vector(.numbers(NumberColumn(numbers), isWhole: isWhole))
  }

  private static func counts(_ aggregate: Aggregate, _ groups: GroupTable) -> Vector {
    counts(aggregate, groups, of: Array(0..<UInt32(groups.count)))
  }

  /// How many rows each of some groups has, or which share of all.
  static func counts(_ aggregate: Aggregate, _ groups: GroupTable, of wanted: [UInt32]) -> Vector {
    let total = Double(groups.total)
    let counts = wanted.lazy.map { Double(groups.counts[Int($0)]) }
    guard aggregate == .share else { return numbers(counts) }
    return numbers(counts.map { total == 0 ? .nan : $0 / total }, isWhole: false)
  }

  /// How many rows of each group have a value.
  private static func present(_ vector: Vector, _ groups: GroupTable) -> Vector {
    var counts = [Double](repeating: 0, count: groups.count)
    let (place, isMissing, rows) = (vector.place, vector.isMissing, groups.inner.rows)
    for (number, group) in groups.groups.enumerated() where !isMissing(place(rows[number])) {
      counts[Int(group)] += 1
    }
    return numbers(counts)
  }

  /// How many different values each group has: by combinations of groups and values, or where these are too many, what
  /// `distinct` lists. Nil where the query ends.
  private static func distinctCounts(_ vector: Vector, _ groups: GroupTable) -> [Int]? {
    guard let coded = coded(vector, groups) else { return nil }
    if coded.places == nil, let counts = try? groups.distinctCounts(of: coded) { return counts }
    return distinct(coded, groups).counts.map { Int($0) }
  }

  private static func coded(_ vector: Vector, _ groups: GroupTable) -> KeyCodes? {
    try? KeyCodes(vector, groups.inner.rows, groups.inner.table.nounTable, groups.control)
  }

  /// The different values that each group has; a list counts with each of its elements.
  private static func distinct(_ coded: KeyCodes, _ groups: GroupTable) -> DistinctCodes {
    let (rows, control) = (groups.inner.rows, groups.control)
    let owners = groups.groups
    let codes = CellCodes([coded], coded.places.map { .all($0.count) } ?? rows).mapped(control) {
      UInt32(truncatingIfNeeded: $0)
    }
    let groupOfCode = coded.places.map { places in places.map { owners[Int($0)] } } ?? owners
    return DistinctCodes(of: GroupedCodes(codes, by: groupOfCode, below: groups.count, control), coded.values, control)
  }

  /// Sums and averages. Numbers with a fraction are added in the order of their size, so that the sum does not depend on the
  /// order of the rows.
  private static func total(_ aggregate: Aggregate, _ vector: Vector, _ groups: GroupTable) -> Vector {
    guard case .numbers(let values, let isWhole) = vector.values else { return vector }
    var sums = [Double](repeating: 0, count: groups.count)
    var counts = [Double](repeating: 0, count: groups.count)
    var fractions: [Int: [Double]] = [:]
    let (place, rows) = (vector.place, groups.inner.rows)
    for (number, group) in groups.groups.enumerated() {
      let value = values[place(rows[number])]
      if value.isNaN { continue }
      counts[Int(group)] += 1
      let isExact = value == value.rounded() && abs(value) + abs(sums[Int(group)]) < 0x1p53
      if isExact { sums[Int(group)] += value } else { fractions[Int(group), default: []].append(value) }
    }
    for (group, values) in fractions { sums[group] += values.sorted().reduce(0, +) }
    let results = zip(sums, counts).map { sum, count in
      count == 0 ? .nan : aggregate == .sum ? sum : sum / count
    }
    return numbers(results, isWhole: isWhole && aggregate == .sum)
  }

  /// The row of each group whose value is its least, greatest or first.
  private static func chosen(_ aggregate: Aggregate, _ vector: Vector, _ groups: GroupTable) -> [UInt32] {
    let table = groups.inner.table
    let comparator = Comparator(vector, table.nounTable)
    var best = [UInt32](repeating: Vector.none, count: groups.count)
    let (place, isMissing, rows) = (vector.place, vector.isMissing, groups.inner.rows)
    for (number, group) in groups.groups.enumerated() {
      let row = rows[number]
      if isMissing(place(row)) { continue }
      let known = best[Int(group)]
      let isBetter =
        switch aggregate {
        case _ where known == Vector.none: true
        case .min: comparator.compare(row, known) < 0
        case .max: comparator.compare(row, known) > 0
        // Rows that stand in order come one after another.
        default: !groups.inner.isOrdered && table.precedes(row, known)
        }
      if isBetter { best[Int(group)] = row }
    }
    return best
  }

  /// The different values of each group, in order.
  private static func lists(_ vector: Vector, _ groups: GroupTable) -> Vector {
    let table = groups.inner.table.nounTable
    guard let coded = coded(vector, groups) else {
      return Vector(.textLists([[String]](repeating: [], count: groups.count)))
    }
    let codes = distinct(coded, groups)
    let comparator = Comparator(codes.values, table)
    let cells = Cells(codes.values, table)
    return Vector(
      .textLists(
        (0..<groups.count).map { codes[$0].sorted { comparator.compare($0, $1) < 0 }.flatMap { cells.texts($0) } }))
  }
}
