import ClaimModel
import TextForms

/// Makes topics of a file's records: `topic NAME | within TOPIC | lemmas LEMMA; LEMMA; …`.
struct TopicsParser {
  private let file: String
  private var reader: RecordReader
  private(set) var tree: [Entity] = []
  private(set) var topicsOfLemmas: [String: Int] = [:]
  private var numbers: [String: Int] = [:]
  private var problems: [Diagnostic] = []

  init(bytes: [UInt8], file: String) {
    self.file = file
    reader = RecordReader(bytes)
  }

  /// Reads all records; a topic stands below those that it lies within, so that there is no cycle.
  mutating func parse() throws(VocabularyErrors) {
    var fields: [RecordReader.Field] = []
    while reader.next(into: &fields) { addTopic(fields) }
    guard problems.isEmpty else { throw VocabularyErrors(diagnostics: problems) }
  }

  private mutating func addTopic(_ fields: [RecordReader.Field]) {
    let head = fields[0]
    guard reader.isAtMargin(head.keyword.start) else { return report(.strayContinuation, at: head.keyword) }
    guard text(head.keyword) == "topic" else {
      return report(.unknownKind(text(head.keyword), expected: ["topic"]), at: head.keyword)
    }
    guard head.value.count > 0 else { return report(.noName(kind: "topic"), at: head.keyword) }
    let name = text(head.value)
    if let first = numbers[name.foldedKey] { report(.repeatedTopic(tree[first].name), at: head.value) }
    numbers[name.foldedKey] = tree.count
    tree.append(Entity(name: name, kind: .other))
    for field in fields.dropFirst() { set(field) }
  }

  private mutating func set(_ field: RecordReader.Field) {
    let number = tree.count - 1
    switch text(field.keyword) {
    case "within":
      guard let above = numbers[text(field.value).foldedKey], above != number else {
        return report(.unknownBroader(text(field.value), near: nil), at: field.value)
      }
      tree[number].broader = tree[above].name
    case "lemmas":
      var items: [TextRange] = []
      reader.items(of: field.value) { items.append($0) }
      for item in items { addLemma(item, of: number) }
    case let word: report(.unknownField(word, expected: ["within", "lemmas"]), at: field.keyword)
    }
  }

  private mutating func addLemma(_ item: TextRange, of number: Int) {
    guard item.count > 0 else {
      return report(.emptyItem(field: "lemmas"), at: TextRange(item.start, item.start + 1))
    }
    let lemma = text(item)
    if let other = topicsOfLemmas.updateValue(number, forKey: lemma.foldedKey) {
      report(.repeatedLemma(lemma, topic: tree[other].name), at: item)
    }
  }

  private func text(_ range: TextRange) -> String {
    String(decoding: reader.bytes[range.start..<range.end], as: UTF8.self)
  }

  private mutating func report(_ problem: VocabularyProblem, at range: TextRange) {
    problems.append(SourcePlaces.diagnostic(problem.words, at: range, of: reader.bytes, file: file))
  }
}
