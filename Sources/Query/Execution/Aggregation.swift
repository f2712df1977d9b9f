import Store

/// Makes one value of the rows of each group.
enum Aggregation {
  /// The values of an aggregate, a row a group; `inner` is what it is made of.
  static func vector(_ aggregate: Aggregate, _ inner: Expression?, _ groups: GroupTable) -> Vector {
    guard let inner else { return counts(aggregate, groups) }
    let vector = groups.inner.vector(inner)
    switch aggregate {
    case .count: return numbers(groups) { Double($0.count { !vector.isMissing($0) }) }
    case .countDistinct: return distinctCounts(vector, groups)
    case .sum, .average: return total(aggregate, vector, groups)
    case .min, .max, .first: return vector.gathered(chosen(aggregate, vector, groups))
    case .list: return lists(vector, groups)
    case .share: return counts(.share, groups)
    }
  }

  private static func numbers(
    _ groups: GroupTable, isWhole: Bool = true, _ number: (Swift.Slice<Column<UInt32>>) -> Double
  ) -> Vector {
    Vector(.numbers(NumberColumn((0..<groups.members.count).map { number(groups.members[$0]) }), isWhole: isWhole))
  }

  private static func counts(_ aggregate: Aggregate, _ groups: GroupTable) -> Vector {
    let total = Double(groups.total)
    guard aggregate == .share else { return numbers(groups) { Double($0.count) } }
    return numbers(groups, isWhole: false) { total == 0 ? .nan : Double($0.count) / total }
  }

  /// How many different values each group has; a list counts with each of its elements.
  private static func distinctCounts(_ vector: Vector, _ groups: GroupTable) -> Vector {
    let (_, codes) = distinct(vector, groups)
    return Vector(.numbers(NumberColumn(codes.map { Double($0.count) }), isWhole: true))
  }

  /// The codes of the different values that each group has, and what they stand for.
  private static func distinct(_ vector: Vector, _ groups: GroupTable) -> (values: Vector, codes: [[UInt32]]) {
    let members = Array(groups.members.elements)
    let coded = KeyCodes(vector, members, groups.inner.nounTable)
    var codes = [[UInt32]](repeating: [], count: groups.members.count)
    var lastGroup = [Int](repeating: -1, count: coded.values.count)
    var group = 0
    for (position, code) in zip(coded.positions, coded.codes) {
      while position >= groups.members.range(group).upperBound { group += 1 }
      if lastGroup[Int(code)] == group || vector.isMissing(members[Int(position)]) { continue }
      lastGroup[Int(code)] = group
      codes[group].append(code)
    }
    return (coded.values, codes)
  }

  private static func total(_ aggregate: Aggregate, _ vector: Vector, _ groups: GroupTable) -> Vector {
    guard case .numbers(let values, let isWhole) = vector.values else { return vector }
    return numbers(groups, isWhole: isWhole && aggregate == .sum) { rows in
      let present = rows.map { values[vector.place($0)] }.filter { !$0.isNaN }
      let sum = present.reduce(0, +)
      return present.isEmpty ? .nan : aggregate == .sum ? sum : sum / Double(present.count)
    }
  }

  /// The row of each group whose value is its least, greatest or first.
  private static func chosen(_ aggregate: Aggregate, _ vector: Vector, _ groups: GroupTable) -> [UInt32] {
    let members = Array(groups.members.elements)
    let ranks = aggregate == .first ? [] : Ranks.of(vector, members, groups.inner.nounTable)
    return (0..<groups.members.count).map { group in
      let places = groups.members.range(group)
      let present = places.filter { !vector.isMissing(members[$0]) }
      let best =
        switch aggregate {
        case .min: present.min { ranks[$0] < ranks[$1] }
        case .max: present.min { ranks[$0] > ranks[$1] }
        default: present.first
        }
      return best.map { members[$0] } ?? Vector.none
    }
  }

  /// The different values of each group, in order.
  private static func lists(_ vector: Vector, _ groups: GroupTable) -> Vector {
    let table = groups.inner.nounTable
    let (values, codes) = distinct(vector, groups)
    let ranks = Ranks.of(values, Array(0..<UInt32(values.count)), table)
    let cells = Cells(values, table)
    return Vector(
      .textLists(
        codes.map { codes in codes.sorted { ranks[Int($0)] < ranks[Int($1)] }.flatMap { cells.texts($0) } }))
  }
}
