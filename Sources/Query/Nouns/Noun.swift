import Store

/// What a query can ask for: a table with attributes.
struct Noun: Sendable {
  /// Its name, in the plural.
  let name: String
  /// The name of one of them.
  let singular: String
  /// What they are.
  let summary: String
  /// What else is worth knowing of them.
  var explanation: String?
  /// A query that asks for them.
  let example: String
  /// What is known of each.
  let attributes: [Attribute]
  /// The attributes that are shown where none are asked for: a contract, which scripts may rely on.
  let shown: [String]
  /// Makes its rows out of a knowledge base.
  let rows: @Sendable (KnowledgeBase) -> NounTable

  var word: QueryWord { QueryWord(.noun, name, summary, explanation: explanation, example: example) }

  /// The attribute that is called so, whatever its case; `month` and `month(published)` are cut from others.
  func attribute(named name: String) -> Attribute? {
    let wanted = name.lowercased()
    return attributes.first { $0.name == wanted || $0.otherNames.contains(wanted) }
      ?? DateCut(wanted)?.attribute(of: self)
  }
}

/// Something that is known of each row of a noun.
struct Attribute: Sendable {
  let name: String
  let otherNames: [String]
  let type: ValueType
  let summary: String
  /// Its values, a row each.
  let column: @Sendable (NounTable) -> Vector
  /// Where the rows that have a value are looked up; nil where rows are tested one by one.
  let index: AttributeIndex?
  /// Where rows are pairs and it is said of neither one alone: the same attribute of each of the two. What is asked of it
  /// is asked of both.
  var sides: [Attribute] = []
  /// Whether it is said of one of the two of a pair.
  var isOfOneSide = false

  init(
    _ name: String, or otherNames: [String] = [], _ type: ValueType, _ summary: String, index: AttributeIndex? = nil,
    column: @escaping @Sendable (NounTable) -> Vector
  ) {
    self.name = name
    self.otherNames = otherNames
    self.type = type
    self.summary = summary
    self.index = index
    self.column = column
  }

  /// The word with what `help` says of it.
  func word(of noun: Noun) -> QueryWord {
    QueryWord(
      .attribute, name, or: otherNames, summary, explanation: "\(name) is \(askedType.words).",
      example: AttributeExamples.example(of: self, noun))
  }

  /// What its values are compared as.
  var askedType: ValueType { sides.first?.type ?? type }
}

/// What an attribute's values are, which says what they can be compared with.
enum ValueType: Hashable, Sendable {
  /// An entity or a phrase; `=` takes in its parts.
  case entity
  /// Several of them.
  case entities
  /// A topic; `=` takes in its parts.
  case topic
  /// Several topics.
  case topics
  /// A name without parts: a relation, a source, a unit.
  case label
  /// Running text.
  case text
  /// Several texts.
  case texts
  case number
  case date
  /// One of a few words, the least first.
  case choice([String])
  /// A claim's id.
  case claim

  /// What a message calls it.
  var words: String {
    switch self {
    case .entity: "a name"
    case .entities: "a set of names"
    case .topic: "a topic"
    case .topics: "a set of topics"
    case .label: "a name"
    case .texts: "a set of texts"
    case .text: "text"
    case .number: "a number"
    case .date: "a date"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .claim: "a claim's id"
    }
  }

  /// The type of a column that shows it.
  var columnType: ResultTable.ColumnType {
    switch self {
    case .entity: .entity
    case .entities, .topics, .texts: .list
    case .topic, .label, .text, .choice: .text
    case .number: .number
    case .date: .date
    case .claim: .claim
    }
  }

  /// Whether a row can have several.
  var isList: Bool { [.entities, .topics, .texts].contains(self) }

  /// What one element is.
  var element: ValueType {
    switch self {
    case .entities: .entity
    case .topics: .topic
    case .texts: .text
    default: self
    }
  }
}
