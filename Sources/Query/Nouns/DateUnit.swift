import ClaimModel

/// What a date can be cut to: the words of `DateUnitWords`.
enum DateUnit: String, CaseIterable {
  case year, month, day

  /// An interval with its ends moved outwards to whole units; an open end stays open.
  func widened(_ range: DateRange) -> DateRange {
    guard self != .day else { return range }
    let first = range.first.flatMap { whole(around: $0).first } ?? range.first
    let last = range.last.flatMap { whole(around: $0).last } ?? range.last
    return DateRange(first, last) ?? range
  }

  private func whole(around day: Day) -> (first: Day?, last: Day?) {
    let (year, month, _) = day.civil
    let whole = self == .year ? DateRange(year: year) : DateRange(year: year, month: month)
    return (whole?.first, whole?.last)
  }

  /// The intervals of a column, widened.
  func widened(_ vector: Vector) -> Vector {
    guard case .dates(let dates) = vector.values else { return vector }
    return Vector(.dates(Dates(dates.column, cutTo: self)), through: vector.through)
  }
}

/// A date cut to a unit, as it is named: `month`, `left.month`, `month(published)`.
struct DateCut {
  let unit: DateUnit
  /// The attribute that is cut; nil for the noun's own date.
  let attribute: String?
  /// The side or the variable whose date it is, with its full stop; empty where there is none.
  let owner: String

  /// The cut of this name, in lower case; nil where it is none.
  init?(_ name: String) {
    if name.hasSuffix(")"), let open = name.firstIndex(of: "(") {
      guard let unit = DateUnit(rawValue: String(name[..<open])) else { return nil }
      self.unit = unit
      attribute = String(name[name.index(after: open)...].dropLast())
      owner = ""
      return
    }
    let start = name.lastIndex(of: ".").map { name.index(after: $0) } ?? name.startIndex
    guard let unit = DateUnit(rawValue: String(name[start...])) else { return nil }
    self.unit = unit
    attribute = nil
    owner = String(name[..<start])
  }

  /// The attribute of a noun that it is; nil where the noun has no such date.
  func attribute(of noun: Noun) -> Attribute? {
    guard let own = noun.ownDate else { return nil }
    let wanted = attribute ?? owner + own
    guard let date = noun.attributes.first(where: { $0.name == wanted || $0.otherNames.contains(wanted) }),
      date.askedType == .date
    else { return nil }
    let sides = date.sides.map { Self.attribute(unit, $0, own) }
    return sides.count == 2 ? Attribute(ofBothSides: sides[0], sides[1]) : Self.attribute(unit, date, own)
  }

  private static func attribute(_ unit: DateUnit, _ date: Attribute, _ own: String) -> Attribute {
    let column = date.column
    let isOwn = date.name == own || date.name.hasSuffix("." + own)
    let short = date.name.dropLast(own.count) + unit.rawValue
    let long = "\(unit.rawValue)(\(date.name))"
    var cut = Attribute(isOwn ? String(short) : long, or: isOwn ? [long] : [], .date, "\(date.summary): its \(unit)") {
      unit.widened(column($0))
    }
    cut.isOfOneSide = date.isOfOneSide
    return cut
  }
}

extension Noun {
  /// The name of the date on which it happened, or was published: what `month` alone is of. Nil where there is none.
  var ownDate: String? {
    attributes.first { $0.askedType == .date }?.name.split(separator: ".").last.map(String.init)
  }
}
