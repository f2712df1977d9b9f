import ClaimModel

/// Reads CoNLL-U line by line; what is read so far is in `document`.
struct CoNLLUReader {
  private(set) var document = CoNLLU.Document(text: "", sentences: [], documents: [], names: [])
  private var name = ""
  private var sentenceName = ""
  private var startsParagraph = false
  private var number = 0
  private var tokens: [Token] = []
  private var heads: [(head: Int, line: Int)] = []
  /// The bytes of the sentence so far, without a space after the last word.
  private var surface: [UInt8] = []
  private var spaceBefore = false
  private var word: MultiwordToken?
  private var length = 0

  /// A token that the next lines split into words.
  private struct MultiwordToken {
    var last: Int
    var remaining: ArraySlice<UInt8>
    var spaceAfter: Bool
    var started = false
  }

  /// Takes the next line, without its end.
  mutating func read(_ line: [UInt8]) throws(Diagnostic) {
    number += 1
    let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
    if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { return try endSentence() }
    if line.first == UInt8(ascii: "#") { return readComment(line) }
    let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard columns.count == 10 else { throw malformed("\(columns.count) columns instead of 10") }
    if columns[0].contains(UInt8(ascii: ".")) { return }
    guard !columns[1].isEmpty else { throw malformed("the word is empty") }
    if columns[0].contains(UInt8(ascii: "-")) { return try readMultiword(columns) }
    try readWord(columns)
  }

  /// Closes the sentence that the lines so far made, if any.
  mutating func endSentence() throws(Diagnostic) {
    if word != nil { throw malformed("a multiword token lacks words") }
    guard !tokens.isEmpty else { return }
    for index in tokens.indices {
      let (head, line) = heads[index]
      guard head <= tokens.count, head != index + 1 else { throw malformed("no word has the number \(head)", line) }
      tokens[index].head = head > 0 ? head - 1 : nil
    }
    appendSentence()
    tokens.removeAll()
    heads.removeAll()
    surface.removeAll()
    spaceBefore = false
    startsParagraph = false
  }

  private mutating func appendSentence() {
    let separator = length == 0 ? "" : startsParagraph ? "\n\n" : " "
    let start = length + separator.utf8.count
    for index in tokens.indices {
      tokens[index].range.start += start
      tokens[index].range.end += start
    }
    document.text += separator + String(decoding: surface, as: UTF8.self)
    length = start + surface.count
    document.sentences.append(Sentence(tokens: tokens, range: TextRange(start, length)))
    document.documents.append(name)
    document.names.append(sentenceName)
    sentenceName = ""
  }

  private mutating func readComment(_ line: ArraySlice<UInt8>) {
    let comment = String(decoding: line, as: UTF8.self)
    if comment.hasPrefix("# newpar") { startsParagraph = true }
    if comment.hasPrefix("# sent_id") { sentenceName = Self.value(of: comment) }
    guard comment.hasPrefix("# newdoc") else { return }
    startsParagraph = true
    name = Self.value(of: comment)
  }

  /// What stands after `=`.
  private static func value(of comment: String) -> String {
    comment.split(separator: "=", maxSplits: 1).dropFirst().first.map { String($0.drop { $0 == " " }) } ?? ""
  }

  private mutating func readMultiword(_ columns: [ArraySlice<UInt8>]) throws(Diagnostic) {
    let bounds = columns[0].split(separator: UInt8(ascii: "-")).map(number(in:))
    guard bounds.count == 2, bounds[0] == tokens.count + 1, let last = bounds[1], last > tokens.count + 1, word == nil
    else { throw malformed("a multiword token needs the numbers of its first and last word") }
    word = MultiwordToken(last: last, remaining: columns[1], spaceAfter: !saysNoSpace(columns[9]))
  }

  private mutating func readWord(_ columns: [ArraySlice<UInt8>]) throws(Diagnostic) {
    guard number(in: columns[0]) == tokens.count + 1 else {
      throw malformed("the word's number should be \(tokens.count + 1)")
    }
    let continues = word?.started ?? false
    if spaceBefore && !continues { surface.append(UInt8(ascii: " ")) }
    let start = surface.count
    surface += takeSurface(of: columns)
    var token = Token(
      form: String(decoding: columns[1], as: UTF8.self), range: TextRange(start, surface.count),
      continuesWord: continues)
    try fill(&token, from: columns)
    tokens.append(token)
  }

  /// The bytes that the text has for this word: its form, or its share of a multiword token.
  private mutating func takeSurface(of columns: [ArraySlice<UInt8>]) -> ArraySlice<UInt8> {
    guard var whole = word else {
      spaceBefore = !saysNoSpace(columns[9])
      return columns[1]
    }
    let isLast = whole.last == tokens.count + 1
    var end = isLast ? whole.remaining.count : min(columns[1].count, whole.remaining.count)
    while !isLast, end < whole.remaining.count, whole.remaining[whole.remaining.startIndex + end] & 0xC0 == 0x80 {
      end += 1
    }
    let share = whole.remaining.prefix(end)
    whole.remaining = whole.remaining.dropFirst(end)
    whole.started = true
    spaceBefore = whole.spaceAfter
    word = isLast ? nil : whole
    return share
  }

  private mutating func fill(_ token: inout Token, from columns: [ArraySlice<UInt8>]) throws(Diagnostic) {
    let text = columns[2...7].map { String(decoding: $0, as: UTF8.self) }
    token.lemma = text[0] == "_" && token.form != "_" ? token.form : text[0]
    guard let tag = text[1] == "_" ? .x : PartOfSpeech(rawValue: text[1]) else {
      throw malformed("\(text[1]) is no part of speech")
    }
    token.tag = tag
    token.fineTag = text[2]
    guard let head = text[4] == "_" ? 0 : number(in: columns[6]) else { throw malformed("\(text[4]) is no head") }
    heads.append((head, number))
    guard let dependency = text[5] == "_" ? .dep : Dependency(named: text[5]) else {
      throw malformed("\(text[5]) is no dependency")
    }
    token.dependency = dependency
  }

  private func saysNoSpace(_ column: ArraySlice<UInt8>) -> Bool {
    column.split(separator: UInt8(ascii: "|")).contains { $0.elementsEqual("SpaceAfter=No".utf8) }
  }

  private func number(in column: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: column, as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
  }

  private func malformed(_ reason: String, _ line: Int? = nil) -> Diagnostic {
    let line = line ?? number
    return Diagnostic(
      code: "L001", "Malformed CoNLL-U: \(reason).", place: Diagnostic.Place(line: line, column: 1))
  }
}

extension Dependency {
  /// The relation with this name; of a subtype that is not known, the relation without it.
  init?(named name: String) {
    if let exact = Dependency(rawValue: name) {
      self = exact
    } else if let universal = Dependency(rawValue: String(name.prefix { $0 != ":" })) {
      self = universal
    } else {
      return nil
    }
  }
}
