import CJSON

/// Reads JSON texts (RFC 8259) one after another, each checked to its end.
///
/// Safe: it alone has the parser, from its making to its end.
@safe
struct JSONReader: ~Copyable {
  /// How deep values may be nested.
  private static let greatestDepth = 64

  /// How many bytes have to stand after a text in the array that it is read out of.
  static var padding: Int { json_padding() }

  private let parser: OpaquePointer

  /// A reader with memory of its own.
  init() {
    guard let parser = unsafe json_parser_create() else { fatalError("out of memory") }
    unsafe self.parser = parser
  }

  deinit { unsafe json_parser_destroy(parser) }

  /// The value that stands at `range` of `bytes`, which go on for `padding` bytes after it. Linear.
  func document(in bytes: [UInt8], _ range: Range<Int>) throws(JSONFailure) -> JSONDocument {
    precondition(range.lowerBound >= 0 && range.upperBound + Self.padding <= bytes.count)
    // The range and what has to be readable after it lie within the array, as was just checked.
    let fault = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe json_parse(parser, buffer.baseAddress! + range.lowerBound, range.count, Self.greatestDepth)
    }
    if let failure = JSONFailure(fault) { throw failure }
    var count = 0
    var length = 0
    // Both stand in the parser until it reads the next text; they are copied here.
    let nodes = unsafe Array(UnsafeBufferPointer(start: json_nodes(parser, &count), count: count))
    let text = unsafe Array(UnsafeBufferPointer(start: json_text(parser, &length), count: length))
    return JSONDocument(nodes: nodes, text: text)
  }
}

/// What is wrong with a text that is no JSON.
enum JSONFailure: Error, Hashable, CaseIterable {
  case noObject, empty, tooDeep, tooLong, notUTF8, controlCharacter, badEscape, openString, badNumber, badWord,
    badStructure

  init?(_ fault: JSONFault) {
    switch fault {
    case JSONFaultFine: return nil
    case JSONFaultEmpty: self = .empty
    case JSONFaultTooDeep: self = .tooDeep
    case JSONFaultTooLong: self = .tooLong
    case JSONFaultNotUTF8: self = .notUTF8
    case JSONFaultControlCharacter: self = .controlCharacter
    case JSONFaultBadEscape: self = .badEscape
    case JSONFaultOpenString: self = .openString
    case JSONFaultBadNumber: self = .badNumber
    case JSONFaultBadWord: self = .badWord
    default: self = .badStructure
    }
  }

  /// What a message says of it.
  var words: String {
    switch self {
    case .noObject: "it starts with no brace"
    case .empty: "there is nothing in it"
    case .tooDeep: "its values are nested too deep"
    case .tooLong: "it is too long"
    case .notUTF8: "it is not UTF-8"
    case .controlCharacter: "a text in it has a control character that is not escaped"
    case .badEscape: "a text in it has an escape that JSON does not know"
    case .openString: "a text in it has no end"
    case .badNumber: "a number in it is written as JSON has none, or is too large"
    case .badWord: "a word in it is none of true, false and null"
    case .badStructure: "a brace, bracket, comma, colon or quote is missing, or there is one too many"
    }
  }
}

/// A JSON text as a flat list of values, those within a value after it.
struct JSONDocument {
  fileprivate let nodes: [JSONNode]
  fileprivate let text: [UInt8]

  /// The value that the text is.
  var root: JSONElement { JSONElement(document: self, place: 0) }
}

/// A value in a JSON text.
struct JSONElement {
  fileprivate let document: JSONDocument
  fileprivate let place: Int

  private var node: JSONNode { document.nodes[place] }

  /// What a value is.
  enum Kind { case null, flag, number, text, list, object }

  /// What it is.
  var kind: Kind {
    switch node.kind {
    case JSONKindNull: .null
    case JSONKindTrue, JSONKindFalse: .flag
    case JSONKindNumber: .number
    case JSONKindString: .text
    case JSONKindList: .list
    default: .object
    }
  }

  /// The text; nil for any other value.
  var string: String? {
    guard kind == .text else { return nil }
    return String(decoding: document.text[Int(node.textStart)..<Int(node.textEnd)], as: UTF8.self)
  }

  /// The number; nil for any other value.
  var number: Double? { kind == .number ? node.number : nil }

  /// The number, where it is written as a whole one of 64 bits.
  var wholeNumber: Int? { kind == .number && node.isWhole != 0 ? Int(node.whole) : nil }

  /// The truth value; nil for any other value.
  var flag: Bool? { kind == .flag ? node.kind == JSONKindTrue : nil }

  /// The values of a list; nil for any other value.
  var elements: [JSONElement]? {
    guard kind == .list else { return nil }
    var elements: [JSONElement] = []
    var next = place + 1
    for _ in 0..<node.count {
      elements.append(JSONElement(document: document, place: next))
      next = Int(document.nodes[next].end)
    }
    return elements
  }

  /// The attributes of an object in their order, such as come twice included; nil for any other value.
  var members: [(name: String, value: JSONElement)]? {
    guard kind == .object else { return nil }
    var members: [(String, JSONElement)] = []
    var next = place + 1
    for _ in 0..<node.count {
      let value = JSONElement(document: document, place: next + 1)
      members.append((JSONElement(document: document, place: next).string ?? "", value))
      next = Int(value.node.end)
    }
    return members
  }
}
