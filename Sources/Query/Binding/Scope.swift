/// What the names of a clause stand for: a noun's attributes, or after `group by` its keys and aggregates.
indirect enum Scope {
  case noun(Noun)
  case groups([BoundQuery.Column], of: Scope)

  /// The noun that the rows were made of in the end.
  var noun: Noun {
    switch self {
    case .noun(let noun): noun
    case .groups(_, let inner): inner.noun
    }
  }

  /// Whether rows are groups.
  var isGrouped: Bool {
    if case .groups = self { true } else { false }
  }

  /// The column that is called so; nil where there is none.
  func column(named name: String) -> BoundQuery.Column? {
    let wanted = name.lowercased()
    switch self {
    case .noun(let noun):
      return noun.attribute(named: wanted).map {
        BoundQuery.Column(name: $0.name, expression: .attribute($0), type: $0.type)
      }
    case .groups(let keys, let inner):
      if wanted == "count" { return Self.count }
      let canonical = inner.column(named: wanted)?.name
      guard let key = keys.firstIndex(where: { $0.name.lowercased() == wanted || $0.name == canonical }) else {
        return nil
      }
      return BoundQuery.Column(name: keys[key].name, expression: .key(key), type: keys[key].type.element)
    }
  }

  /// How many rows a group has.
  private static let count = BoundQuery.Column(name: "count", expression: .aggregate(.count, of: nil), type: .number)

  /// What is shown where nothing is asked for.
  var defaultColumns: [BoundQuery.Column] {
    switch self {
    case .noun(let noun): return noun.shown.compactMap { column(named: $0) }
    case .groups(let keys, _):
      return keys.compactMap { column(named: $0.name) } + [Self.count]
    }
  }

  /// All that can be shown.
  var allColumns: [BoundQuery.Column] {
    switch self {
    case .noun(let noun): noun.attributes.compactMap { column(named: $0.name) }
    case .groups: defaultColumns
    }
  }
}

/// What is made of the rows of a group.
enum Aggregate: String, Sendable, CaseIterable {
  case count, countDistinct, min, max, sum, average, first, list, share

  /// What it gives of values of a type; nil where it cannot be had of them.
  func type(of input: ValueType) -> ValueType? {
    switch (self, input) {
    case (.count, _), (.countDistinct, _), (.share, _): .number
    case (.sum, .number), (.average, .number): .number
    case (.min, .number), (.max, .number), (.min, .date), (.max, .date): input
    case (.min, .choice), (.max, .choice): input
    case (.first, _): input
    case (.list, _): .texts
    default: nil
    }
  }
}
