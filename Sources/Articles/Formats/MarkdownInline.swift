/// Takes the marks within a Markdown block away: emphasis, links, images, code, tags, escapes and entities.
struct MarkdownInline {
  private let text: [UInt8]
  private var result = TracedText()
  /// The marks that are taken away: bytes of `text`.
  private var isMark: [Bool]

  /// The text that a reader sees of a block's `text`; its offsets count bytes of that. Linear but for nested brackets.
  static func text(of text: [UInt8]) -> TracedText {
    var inline = MarkdownInline(text)
    inline.markEmphasis()
    inline.copy(0..<text.count)
    inline.result.trimEnd()
    return inline.result
  }

  private init(_ text: [UInt8]) {
    self.text = text
    isMark = [Bool](repeating: false, count: text.count)
  }

  /// Marks the runs of `*`, `_` and `~~` that open and close emphasis.
  ///
  /// A run opens where no space follows it and closes where none is before it (CommonMark's flanking, simplified); `_`
  /// does neither within a word.
  private mutating func markEmphasis() {
    var openers: [Range<Int>] = []
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte == 0x5C {
        at += 2
      } else if byte == 0x60 {
        at = codeSpan(at)?.upperBound ?? at + text[at...].prefix { $0 == 0x60 }.count
      } else if byte == 0x2A || byte == 0x5F || byte == 0x7E {
        let run = at..<(at + text[at...].prefix { $0 == byte }.count)
        resolve(run, &openers)
        at = run.upperBound
      } else {
        at += 1
      }
    }
  }

  private mutating func resolve(_ run: Range<Int>, _ openers: inout [Range<Int>]) {
    let mark = text[run.lowerBound]
    if mark == 0x7E, run.count != 2 { return }
    let before = run.lowerBound > 0 ? text[run.lowerBound - 1] : 0x20
    let after = run.upperBound < text.count ? text[run.upperBound] : 0x20
    let isWithinWord = Self.isWord(before) && Self.isWord(after)
    let closes = !TextLine.isSpace(before) && !(mark == 0x5F && isWithinWord)
    let opens = !TextLine.isSpace(after) && !(mark == 0x5F && isWithinWord)
    var rest = run
    while closes, !rest.isEmpty, let index = openers.lastIndex(where: { text[$0.lowerBound] == mark }) {
      let opener = openers[index]
      let count = min(opener.count, rest.count)
      for offset in 0..<count {
        isMark[opener.upperBound - 1 - offset] = true
        isMark[rest.lowerBound + offset] = true
      }
      rest = (rest.lowerBound + count)..<rest.upperBound
      let remaining = opener.lowerBound..<(opener.upperBound - count)
      openers.removeSubrange(index...)
      if !remaining.isEmpty { openers.append(remaining) }
    }
    if opens, !rest.isEmpty { openers.append(rest) }
    if openers.count > Self.mostOpeners { openers.removeFirst() }
  }

  /// How many runs may wait for their partner, so that a text of nothing but marks takes no longer than another.
  private static let mostOpeners = 64

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Copies what is read of `range`.
  private mutating func copy(_ range: Range<Int>) {
    var start = range.lowerBound
    var at = start
    func isSpecial(_ at: Int) -> Bool { isMark[at] || [0x21, 0x26, 0x3C, 0x5B, 0x5C, 0x60].contains(text[at]) }
    while at < range.upperBound {
      guard isSpecial(at) else {
        at += 1
        continue
      }
      result.append(text, start..<at)
      let next = copySpecial(at, before: range.upperBound)
      start = next ?? at
      at = next ?? at + 1
    }
    result.append(text, start..<range.upperBound)
  }

  /// Copies what the mark at `at` stands for; gives the byte after it, or nil where it is no mark but text.
  private mutating func copySpecial(_ at: Int, before end: Int) -> Int? {
    if isMark[at] { return at + 1 }
    switch text[at] {
    case 0x21: return at + 1 < end && text[at + 1] == 0x5B ? link(at + 1, before: end)?.end : nil
    case 0x5B: return copyLink(at, before: end)
    case 0x3C: return tagEnd(at, before: end)
    case 0x60: return copyCode(at, before: end)
    case 0x5C: return copyEscape(at, before: end)
    default:
      guard let reference = CharacterReference(text, at: at), at + reference.length <= end else { return nil }
      result.append(reference, at: at)
      return at + reference.length
    }
  }

  private mutating func copyEscape(_ at: Int, before end: Int) -> Int? {
    guard at + 1 < end else { return nil }
    if TextLine.isSpace(text[at + 1]) { return at + 1 }
    guard text[at + 1] < 0x80, !Self.isWord(text[at + 1]) else { return nil }
    result.append(text, (at + 1)..<(at + 2))
    return at + 2
  }

  private mutating func copyLink(_ at: Int, before end: Int) -> Int? {
    guard let link = link(at, before: end) else { return nil }
    if text[link.label].first != 0x5E { copy(link.label) }
    return link.end
  }

  /// The label of the link whose bracket is at `open`, and the byte after all of it; nil where it is none.
  private func link(_ open: Int, before end: Int) -> (label: Range<Int>, end: Int)? {
    guard let close = closing(open, 0x5B, 0x5D, before: end) else { return nil }
    let label = (open + 1)..<close
    guard close + 1 < end else { return text[label].first == 0x5E ? (label, close + 1) : nil }
    switch text[close + 1] {
    case 0x28: return closing(close + 1, 0x28, 0x29, before: end).map { (label, $0 + 1) }
    case 0x5B: return closing(close + 1, 0x5B, 0x5D, before: end).map { (label, $0 + 1) }
    case 0x3A where text[label].first == 0x5E: return (label, close + 2)
    default: return text[label].first == 0x5E ? (label, close + 1) : nil
    }
  }

  /// The place of the bracket that closes the one at `open`, at most 4,000 bytes on.
  private func closing(_ open: Int, _ opener: UInt8, _ closer: UInt8, before end: Int) -> Int? {
    var depth = 0
    var at = open
    let limit = min(end, open + 4_000)
    while at < limit {
      if text[at] == 0x5C {
        at += 1
      } else if text[at] == opener {
        depth += 1
      } else if text[at] == closer {
        depth -= 1
        if depth == 0 { return at }
      }
      at += 1
    }
    return nil
  }

  /// The byte after the tag, comment or address in pointed brackets at `at`; an address is copied first.
  private mutating func tagEnd(_ at: Int, before end: Int) -> Int? {
    guard at + 1 < end else { return nil }
    let limit = min(end, at + 4_000)
    let first = text[at + 1]
    let isLetter = (0x41...0x5A).contains(first) || (0x61...0x7A).contains(first)
    guard isLetter || first == 0x2F || first == 0x21, let close = text[at..<limit].firstIndex(of: 0x3E) else {
      return nil
    }
    let inner = text[(at + 1)..<close]
    if !inner.contains(0x20), inner.contains(0x3A) || inner.contains(0x40) { result.append(text, (at + 1)..<close) }
    return close + 1
  }

  /// The code between backquotes at `at`, marks included.
  private func codeSpan(_ at: Int) -> Range<Int>? {
    let length = text[at...].prefix { $0 == 0x60 }.count
    var next = at + length
    while next < text.count {
      let run = text[next...].prefix { $0 == 0x60 }.count
      if run == length { return at..<(next + run) }
      next += max(1, run)
    }
    return nil
  }

  private mutating func copyCode(_ at: Int, before end: Int) -> Int? {
    let length = text[at..<end].prefix { $0 == 0x60 }.count
    guard let span = codeSpan(at), span.upperBound <= end else {
      result.append(text, at..<(at + length))
      return at + length
    }
    result.append(text, (at + length)..<(span.upperBound - length))
    return span.upperBound
  }
}
