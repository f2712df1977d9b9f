import ClaimModel

/// What can be wrong with a line of claims: the facts, which `diagnostic` puts into words.
enum LineFault: Hashable {
  case notJSON(JSONFailure)
  case notCSV(CSVFailure)
  case notRDF(String)
  case twoClasses(_ name: String, [String])
  case noClaim(_ name: String, property: String)
  case wrong(_ path: [String], found: String, expected: String, near: String?)
  case missing(_ path: [String], expected: String)
  case missingAll(_ names: [String])
  case twice(_ path: [String])
  case unknown(_ path: [String], near: String?)
  case unknownClaim(_ path: [String], id: String)
  case circle(_ path: [String], id: String)
  case notInArticle(source: String)
  case noWords(source: String)

  /// Whether the claim is taken all the same.
  var isWarning: Bool {
    switch self {
    case .unknown, .unknownClaim, .circle, .notInArticle: true
    case .notJSON, .notCSV, .notRDF, .twoClasses, .noClaim, .wrong, .missing, .missingAll, .twice, .noWords: false
    }
  }

  /// The names that lead to what is wrong.
  private var path: [String] {
    switch self {
    case .wrong(let path, _, _, _), .twice(let path), .unknown(let path, _), .unknownClaim(let path, _),
      .circle(let path, _):
      path
    case .missing(let path, _): path.dropLast()
    case .notInArticle: ["text"]
    // The one cell of the line is what is wrong.
    case .notRDF: [""]
    case .notJSON, .notCSV, .twoClasses, .noClaim, .missingAll, .noWords: []
    }
  }

  /// The fault in words, with its place.
  func diagnostic(file: String, line: LineText) -> Diagnostic {
    let (code, message, suggestion) = words
    return Diagnostic(
      isWarning ? .warning : .error, code: code, message, place: line.place(of: path, file: file),
      suggestion: suggestion)
  }

  private var words: (code: String, message: String, suggestion: String?) {
    switch self {
    case .notJSON(let failure): ("I001", "the line is no JSON: \(failure.words)", nil)
    case .notCSV(let failure): ("I010", "the record is no CSV: \(failure.words)", nil)
    case .notRDF(let words): ("I012", "the line is no RDF: \(words)", nil)
    case .twoClasses(let name, let classes):
      ("I012", "\(name) is \(classes.joined(separator: " and ")); expected one class, so it is left out", nil)
    case .noClaim(let name, let property):
      ("I012", "\(name) has \(property), which only claims have, and is none", "give it the type hs:Claim")
    case .wrong([], let found, _, _):
      ("I002", "the line is \(found); expected an object, as in {\"relation\": \"kill\"}", nil)
    case .wrong(let path, let found, let expected, let near):
      ("I002", "\(Self.name(path)) is \(found); expected \(expected)", near.map { "did you mean \($0)?" })
    case .missing(let path, let expected): ("I003", "\(Self.name(path)) is missing; expected \(expected)", nil)
    case .missingAll(let names):
      ("I003", "the words behind the claim are missing; expected \(Self.anyOf(names))", "give the sentence as text")
    case .twice(let path): ("I004", "\(Self.name(path)) comes twice; expected it once", nil)
    case .unknown(let path, let near):
      (
        "I005", "no attribute is called \(Self.name(path)), so it says nothing",
        near.map { "did you mean \($0)?" } ?? "`extract --schema` tells of all that there are"
      )
    case .unknownClaim(let path, let id):
      ("I006", "\(Self.name(path)) names the claim \(id), which is not in the file; it is taken as words", nil)
    case .circle(let path, let id):
      ("I006", "\(Self.name(path)) names the claim \(id), which leads back to this one; it is taken as words", nil)
    case .notInArticle(let source):
      ("I007", "the text is not in the article \(source); the claim stands without a place", nil)
    case .noWords(let source):
      (
        "I003",
        "text is missing, and the article \(source) is not known or has no such sentence; expected the sentence", nil
      )
    }
  }

  private static func name(_ path: [String]) -> String { path.joined(separator: ".") }

  private static func anyOf(_ names: [String]) -> String {
    names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }
}

/// A line of a file, as messages show it.
struct LineText {
  /// Its number in the file, from 1.
  var number: Int
  /// Its bytes, without the end of the line.
  let bytes: ArraySlice<UInt8>
  /// Where the cells of a record of CSV stand in `bytes`, by the names of their columns; nil for a line of JSON.
  var cells: [String: Range<Int>]?

  /// Lines longer than this are not shown.
  private static let longest = 8000

  /// Whether its bytes come before those of another line.
  func precedes(_ other: LineText) -> Bool { bytes.lexicographicallyPrecedes(other.bytes) }

  /// The place of the attribute to which `path` leads; the line's first character where it is not found.
  func place(of path: [String], file: String) -> Diagnostic.Place {
    if let cells { return place(ofCell: path.first.flatMap { cells[Self.name(of: $0)] }, file: file) }
    return place(ofCell: range(of: path), file: file)
  }

  /// The place of some bytes of it; its first character where there are none.
  func place(ofCell found: Range<Int>?, file: String) -> Diagnostic.Place {
    let column = found.map { characters(in: bytes.startIndex..<$0.lowerBound) + 1 } ?? 1
    return Diagnostic.Place(
      file: file, line: number, column: column, length: found.map { max(1, characters(in: $0)) } ?? 1,
      text: bytes.isEmpty || bytes.count > Self.longest ? nil : String(decoding: bytes, as: UTF8.self))
  }

  /// The name of the last attribute that is found on the way along `path`.
  private func range(of path: [String]) -> Range<Int>? {
    var found: Range<Int>?
    var start = bytes.startIndex
    for step in path {
      guard let next = range(ofAttribute: Self.name(of: step), from: start) else { break }
      found = next
      start = next.upperBound
    }
    return found
  }

  /// A step of a path without the place in a list.
  private static func name(of step: String) -> String { String(step.prefix { $0 != "[" }) }

  /// The name of an attribute with its quotes, where a colon follows. Quotes within texts are escaped, so that none of
  /// them is taken for a name.
  private func range(ofAttribute name: String, from start: Int) -> Range<Int>? {
    let quoted = Array("\"\(name)\"".utf8)
    var at = start
    while at + quoted.count <= bytes.endIndex {
      let end = at + quoted.count
      if bytes[at] == 0x22, at == bytes.startIndex || bytes[at - 1] != 0x5C, bytes[at..<end].elementsEqual(quoted),
        bytes[end...].first(where: { $0 != 0x20 && $0 != 0x09 }) == 0x3A
      {
        return at..<end
      }
      at += 1
    }
    return nil
  }

  private func characters(in range: Range<Int>) -> Int { String(decoding: bytes[range], as: UTF8.self).count }
}
