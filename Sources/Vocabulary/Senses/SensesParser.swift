import ClaimModel
import TextForms

/// Makes senses of a file's records: `sense NAME | kind KIND | …`, `verbs HELPER | lemmas LEMMA; LEMMA; …` and
/// `words LIST | forms WORD; WORD; …`.
struct SensesParser {
  private let file: String
  private var reader: RecordReader
  private(set) var senses = Senses()
  private var problems: [Diagnostic] = []

  init(bytes: [UInt8], file: String) {
    self.file = file
    reader = RecordReader(bytes)
  }

  /// Reads all records; a sense stands below those that it names.
  mutating func parse() throws(VocabularyErrors) {
    var fields: [RecordReader.Field] = []
    while reader.next(into: &fields) { add(fields) }
    guard problems.isEmpty else { throw VocabularyErrors(diagnostics: problems) }
  }

  private mutating func add(_ fields: [RecordReader.Field]) {
    let head = fields[0]
    guard reader.isAtMargin(head.keyword.start) else { return report(.strayContinuation, at: head.keyword) }
    let name = text(head.value)
    guard !name.isEmpty else { return report(.noName(kind: text(head.keyword)), at: head.keyword) }
    switch text(head.keyword) {
    case "sense": addSense(name, fields.dropFirst(), at: head.value)
    case "verbs":
      add(fields.dropFirst(), "lemmas", to: \.helpers, of: name, at: head.value)
    case "words":
      add(fields.dropFirst(), "forms", to: \.words, of: name, at: head.value)
    case let word: report(.unknownKind(word, expected: ["sense", "verbs", "words"]), at: head.keyword)
    }
  }

  /// Adds the words of a record to a list that its head names.
  private mutating func add<List: RawRepresentable<String> & CaseIterable & Hashable>(
    _ fields: ArraySlice<RecordReader.Field>, _ keyword: String, to lists: WritableKeyPath<Senses, [List: [String]]>,
    of name: String, at place: TextRange
  ) {
    guard let list = List(rawValue: name) else {
      return report(.unknownField(name, expected: List.allCases.map(\.rawValue)), at: place)
    }
    for field in fields {
      guard text(field.keyword) == keyword else {
        report(.unknownField(text(field.keyword), expected: [keyword]), at: field.keyword)
        continue
      }
      senses[keyPath: lists][list, default: []] += items(of: field)
    }
  }

  private mutating func addSense(_ name: String, _ fields: ArraySlice<RecordReader.Field>, at place: TextRange) {
    if senses.senses.contains(where: { $0.name == name }) { report(.repeatedField(name), at: place) }
    let kinds = Sense.Kind.allCases.map(\.rawValue)
    guard let field = fields.first(where: { text($0.keyword) == "kind" }),
      let kind = Sense.Kind(rawValue: text(field.value))
    else {
      return report(.unknownField("", expected: kinds.map { "kind " + $0 }), at: place)
    }
    var sense = Sense(name, kind)
    for field in fields where text(field.keyword) != "kind" { set(field, of: &sense) }
    senses.senses.append(sense)
  }

  private mutating func set(_ field: RecordReader.Field, of sense: inout Sense) {
    switch text(field.keyword) {
    case "opposite":
      sense.opposite = known(field)
      if let other = senses.senses.firstIndex(where: { $0.name == sense.opposite }) {
        senses.senses[other].opposite = sense.name
      }
    case "implies": sense.implied = known(field)
    case "subject": sense.ofSubject += items(of: field)
    case "object": sense.ofObject += items(of: field)
    case "nouns": sense.nouns += items(of: field)
    case "topics": sense.topics += items(of: field)
    case "markers": sense.markers += items(of: field)
    case let word:
      let expected = ["opposite", "implies", "subject", "object", "nouns", "topics", "markers"]
      report(.unknownField(word, expected: expected), at: field.keyword)
    }
  }

  /// The name of a sense that stands above.
  private mutating func known(_ field: RecordReader.Field) -> String? {
    let name = text(field.value)
    if senses.senses.contains(where: { $0.name == name }) { return name }
    report(.unknownBroader(name, near: nil), at: field.value)
    return nil
  }

  private mutating func items(of field: RecordReader.Field) -> [String] {
    var ranges: [TextRange] = []
    reader.items(of: field.value) { ranges.append($0) }
    for range in ranges where range.count == 0 {
      report(.emptyItem(field: text(field.keyword)), at: TextRange(range.start, range.start + 1))
    }
    return ranges.map { text($0) }
  }

  private func text(_ range: TextRange) -> String {
    String(decoding: reader.bytes[range.start..<range.end], as: UTF8.self)
  }

  private mutating func report(_ problem: VocabularyProblem, at range: TextRange) {
    problems.append(SourcePlaces.diagnostic(problem.words, at: range, of: reader.bytes, file: file))
  }
}
