import ClaimModel

/// Makes a vocabulary of a file's records, and collects all that is wrong with them.
struct VocabularyParser {
  private let file: String
  private var reader: RecordReader
  private var vocabulary: Vocabulary
  private var problems: [Diagnostic] = []

  init(bytes: [UInt8], file: String) {
    self.file = file
    reader = RecordReader(bytes)
    // In the shipped file an entity takes about 35 bytes, and a name about 20.
    vocabulary = Vocabulary(bytes: bytes, capacity: bytes.count / 20)
    vocabulary.records.reserveCapacity(bytes.count / 35)
    vocabulary.lists.reserveCapacity(bytes.count / 35)
  }

  /// The file's entities; references are checked against those of `base` too.
  mutating func vocabulary(over base: Vocabulary?) throws(VocabularyErrors) -> Vocabulary {
    var fields: [RecordReader.Field] = []
    while reader.next(into: &fields) { addRecord(fields) }
    vocabulary.resolve()
    checkReferences(over: base)
    guard problems.isEmpty else {
      throw VocabularyErrors(diagnostics: problems.sorted { position(of: $0) < position(of: $1) })
    }
    return vocabulary
  }

  private func position(of diagnostic: Diagnostic) -> (Int, Int) {
    (diagnostic.place?.line ?? 0, diagnostic.place?.column ?? 0)
  }

  private mutating func report(_ problem: VocabularyProblem, at range: TextRange) {
    problems.append(SourcePlaces.diagnostic(problem.words, at: range, of: vocabulary.bytes, file: file))
  }
}

extension VocabularyParser {
  private mutating func addRecord(_ fields: [RecordReader.Field]) {
    let head = fields[0]
    guard reader.isAtMargin(head.keyword.start) else {
      return report(.strayContinuation, at: head.keyword)
    }
    guard let kind = Self.kinds.first(where: { matches($0.bytes, head.keyword) })?.value else {
      let expected = RecordKind.allCases.map(\.rawValue)
      return report(.unknownKind(vocabulary.text(head.keyword), expected: expected), at: head.keyword)
    }
    guard head.value.count > 0 else { return report(.noName(kind: kind.rawValue), at: head.keyword) }
    var record = VocabularyRecord(name: head.value, kind: kind.entityKind, isCountry: kind == .country)
    checkCharacters(of: head.value)
    var seen: [RecordField] = []
    for field in fields.dropFirst() {
      guard let word = Self.fields.first(where: { matches($0.bytes, field.keyword) })?.value else {
        let expected = RecordField.allCases.map(\.rawValue)
        report(.unknownField(vocabulary.text(field.keyword), expected: expected), at: field.keyword)
        continue
      }
      if seen.contains(word) { report(.repeatedField(word.rawValue), at: field.keyword) }
      seen.append(word)
      set(word, field, of: &record, kind)
    }
    add(record)
  }

  private mutating func set(
    _ word: RecordField, _ field: RecordReader.Field, of record: inout VocabularyRecord, _ kind: RecordKind
  ) {
    guard field.value.count > 0 else { return report(.noValue(field: word.rawValue), at: field.keyword) }
    switch word {
    case .within: record.broaderName = field.value
    case .also: record.aliases = list(field, word)
    case .people where record.kind != .place, .capital where record.kind != .place:
      report(.fieldOfPlaces(word.rawValue, kind: kind.rawValue), at: field.keyword)
    case .people: record.people = list(field, word)
    case .capital where !record.isCountry: report(.capitalOfNoCountry, at: field.keyword)
    case .capital: record.capitalName = field.value
    case .size: record.size = size(field.value)
    }
  }

  private mutating func list(_ field: RecordReader.Field, _ word: RecordField) -> Range<Int> {
    let start = vocabulary.lists.count
    reader.items(of: field.value) { vocabulary.lists.append($0) }
    for item in vocabulary.lists[start...] {
      if item.count == 0 { report(.emptyItem(field: word.rawValue), at: TextRange(item.start, item.start + 1)) }
      checkCharacters(of: item)
    }
    return start..<vocabulary.lists.count
  }

  private mutating func size(_ value: TextRange) -> UInt32 {
    var size: UInt64 = 0
    for byte in vocabulary.bytes[value.start..<value.end] {
      guard (0x30...0x39).contains(byte), size <= UInt64(UInt32.max) else {
        report(.notACount(vocabulary.text(value)), at: value)
        return 0
      }
      size = size * 10 + UInt64(byte - 0x30)
    }
    if size > UInt64(UInt32.max) { report(.notACount(vocabulary.text(value)), at: value) }
    return UInt32(clamping: size)
  }

  private mutating func add(_ record: VocabularyRecord) {
    let number = vocabulary.records.count
    vocabulary.records.append(record)
    vocabulary.names.insert(record.name, of: vocabulary.bytes, record: number, isName: true)
    if let first = vocabulary.names.shadowedRecord {
      let line = SourcePlaces.line(of: vocabulary.records[first].name.start, in: vocabulary.bytes)
      report(.repeatedName(vocabulary.text(record.name), firstLine: line), at: record.name)
    }
    for place in record.aliases where vocabulary.lists[place].count > 0 {
      vocabulary.names.insert(vocabulary.lists[place], of: vocabulary.bytes, record: number, isName: false)
    }
    for place in record.people where vocabulary.lists[place].count > 0 {
      vocabulary.demonyms.insert(vocabulary.lists[place], of: vocabulary.bytes, record: number, isName: false)
    }
  }

  private mutating func checkCharacters(of range: TextRange) {
    for offset in range.start..<range.end where vocabulary.bytes[offset] < 0x20 || vocabulary.bytes[offset] == 0x7F {
      return report(.controlCharacter, at: TextRange(offset, offset + 1))
    }
  }

  private func matches(_ word: [UInt8], _ range: TextRange) -> Bool {
    guard word.count == range.count else { return false }
    for offset in word.indices where word[offset] != vocabulary.bytes[range.start + offset] { return false }
    return true
  }

  private static let kinds = RecordKind.allCases.map { (bytes: Array($0.rawValue.utf8), value: $0) }
  private static let fields = RecordField.allCases.map { (bytes: Array($0.rawValue.utf8), value: $0) }
}

extension VocabularyParser {
  /// Reports what `within` and `capital` name and nothing is called, and what lies within itself.
  private mutating func checkReferences(over base: Vocabulary?) {
    let (whole, places) = base?.merged(with: vocabulary) ?? (vocabulary, Array(vocabulary.records.indices))
    let endless = whole.endlessRecords()
    for (record, place) in zip(vocabulary.records, places) {
      if record.broaderName.count > 0 {
        checkBroader(of: record, at: place, in: whole, isEndless: endless.contains(place))
      }
      if record.capitalName.count > 0 && !whole.hasPlace(called: vocabulary.text(record.capitalName)) {
        let name = vocabulary.text(record.capitalName)
        report(.unknownCapital(name, near: whole.nearestName(to: name)), at: record.capitalName)
      }
    }
  }

  private mutating func checkBroader(
    of record: VocabularyRecord, at place: Int, in whole: Vocabulary, isEndless: Bool
  ) {
    let name = vocabulary.text(record.broaderName)
    if whole.records[place].broader == nil {
      report(.unknownBroader(name, near: whole.nearestName(to: name)), at: record.broaderName)
    } else if isEndless {
      let round = [place] + whole.numbers(above: place) + [place]
      report(.cycle(round.map { whole.text(whole.records[$0].name) }), at: record.broaderName)
    }
  }
}

extension Vocabulary {
  /// The records that are above themselves. Linear: each record's way up is walked until it meets a known one.
  fileprivate func endlessRecords() -> Set<Int> {
    var state = [UInt32](repeating: 0, count: records.count)
    var endless: Set<Int> = []
    for start in records.indices where state[start] == 0 {
      let walk = UInt32(start + 1)
      var current: Int? = start
      while let number = current, state[number] == 0 {
        state[number] = walk
        current = records[number].broader
      }
      guard let meeting = current, state[meeting] == walk else { continue }
      var number = meeting
      repeat {
        endless.insert(number)
        number = records[number].broader ?? meeting
      } while number != meeting
    }
    return endless
  }

  fileprivate func hasPlace(called name: String) -> Bool {
    numbers(named: name).contains { records[$0].kind == .place }
  }
}
