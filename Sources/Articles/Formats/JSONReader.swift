import TextForms

/// A value in JSON; each string knows where its bytes stand.
indirect enum JSONValue: Hashable, Sendable {
  case string(TracedText)
  case number(String)
  case list([JSONValue])
  case object([String: JSONValue])
  case bool(Bool)
  case null

  /// The text of a string, trimmed; nil for an empty one and for any other value.
  var text: String? {
    guard case .string(let traced) = self else { return nil }
    let value = traced.string.trimmed
    return value.isEmpty ? nil : value
  }

  /// The value of an object's attribute `key`.
  subscript(key: String) -> JSONValue? {
    if case .object(let attributes) = self { attributes[key] } else { nil }
  }
}

/// Reads JSON (RFC 8259) out of a part of a text. Where a key comes twice, the first one counts.
struct JSONReader {
  /// What is wrong with a text that is no JSON, and the byte at which it shows.
  struct Failure: Error, Hashable {
    var fault: JSONFault
    var byte: Int
  }

  private let text: [UInt8]
  private let end: Int
  private var at: Int

  /// How deep values may be nested.
  private static let greatestDepth = 64

  /// The one value that stands at `range` of `text`. Linear.
  static func value(in text: [UInt8], _ range: Range<Int>) throws(Failure) -> JSONValue {
    var reader = JSONReader(text: text, end: range.upperBound, at: range.lowerBound)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    if reader.at < reader.end { throw reader.failure(.trailing) }
    return value
  }

  private init(text: [UInt8], end: Int, at: Int) {
    self.text = text
    self.end = end
    self.at = at
  }

  private func failure(_ fault: JSONFault) -> Failure { Failure(fault: at < end ? fault : .unfinished, byte: at) }

  private mutating func skipSpace() {
    while at < end, TextLine.isSpace(text[at]) { at += 1 }
  }

  /// Goes past `byte` where it is next, white space before it too.
  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < end, text[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func value(depth: Int) throws(Failure) -> JSONValue {
    guard depth < Self.greatestDepth else { throw failure(.tooDeep) }
    skipSpace()
    guard at < end else { throw failure(.unfinished) }
    switch text[at] {
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try list(depth: depth)
    case 0x22: return .string(try string())
    case 0x2D, 0x30...0x39: return number()
    default: return try word()
    }
  }

  private mutating func object(depth: Int) throws(Failure) -> JSONValue {
    at += 1
    var attributes: [String: JSONValue] = [:]
    if take(0x7D) { return .object(attributes) }
    repeat {
      skipSpace()
      guard at < end, text[at] == 0x22 else { throw failure(.unexpected) }
      let key = try string().string
      guard take(0x3A) else { throw failure(.unexpected) }
      let value = try value(depth: depth + 1)
      if attributes[key] == nil { attributes[key] = value }
    } while take(0x2C)
    guard take(0x7D) else { throw failure(.unexpected) }
    return .object(attributes)
  }

  private mutating func list(depth: Int) throws(Failure) -> JSONValue {
    at += 1
    var values: [JSONValue] = []
    if take(0x5D) { return .list(values) }
    repeat { values.append(try value(depth: depth + 1)) } while take(0x2C)
    guard take(0x5D) else { throw failure(.unexpected) }
    return .list(values)
  }

  private mutating func number() -> JSONValue {
    let start = at
    let marks: [UInt8] = [0x2B, 0x2D, 0x2E, 0x45, 0x65]
    while at < end, (0x30...0x39).contains(text[at]) || marks.contains(text[at]) { at += 1 }
    return .number(String(decoding: text[start..<at], as: UTF8.self))
  }

  private mutating func word() throws(Failure) -> JSONValue {
    let words: [(String, JSONValue)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
    for (word, value) in words where text[at..<end].starts(with: word.utf8) {
      at += word.utf8.count
      return value
    }
    throw failure(.unexpected)
  }

  private mutating func string() throws(Failure) -> TracedText {
    at += 1
    var value = TracedText()
    while true {
      let start = at
      while at < end, text[at] != 0x22, text[at] != 0x5C, text[at] >= 0x20 { at += 1 }
      value.appendExactly(text, start..<at)
      guard at < end else { throw failure(.unfinished) }
      switch text[at] {
      case 0x22:
        at += 1
        return value
      case 0x5C: try escape(into: &value)
      default: throw failure(.controlCharacter)
      }
    }
  }

  private mutating func escape(into value: inout TracedText) throws(Failure) {
    let start = at
    guard at + 1 < end else { throw Failure(fault: .unfinished, byte: end) }
    let letter = text[at + 1]
    if letter == 0x75 {
      let scalar = try unicodeEscape()
      value.append(scalar, from: start..<at)
    } else if let scalar = Self.escapes[letter] {
      at += 2
      value.append(scalar, from: start..<at)
    } else {
      throw failure(.badEscape)
    }
  }

  private static let escapes: [UInt8: Unicode.Scalar] = [
    0x22: "\"", 0x5C: "\\", 0x2F: "/", 0x62: "\u{8}", 0x66: "\u{C}", 0x6E: "\n", 0x72: "\r", 0x74: "\t",
  ]

  /// The character of `\uXXXX`, or of two of them that make a pair; half a pair is U+FFFD.
  private mutating func unicodeEscape() throws(Failure) -> Unicode.Scalar {
    let first = try hexadecimal()
    guard (0xD800...0xDBFF).contains(first), at + 1 < end, text[at] == 0x5C, text[at + 1] == 0x75 else {
      return Unicode.Scalar(first) ?? "\u{FFFD}"
    }
    let before = at
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second) else {
      at = before
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(Failure) -> UInt32 {
    guard at + 6 <= end else { throw Failure(fault: .unfinished, byte: end) }
    let digits = text[(at + 2)..<(at + 6)]
    let areDigits = digits.allSatisfy { Unicode.Scalar($0).properties.isHexDigit }
    guard areDigits, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw failure(.badEscape)
    }
    at += 6
    return value
  }
}
