import CLineEditor
import Glibc
import Output

/// What a terminal answers when it is asked what it can show.
///
/// Pointers live for the call that they are made for, and the bytes that C allocates are freed here.
struct TerminalReplies {
  /// Whether it has taken a picture of one pixel in kitty's protocol.
  private(set) var takesKitty = false
  /// Whether sixels are among its device attributes.
  private(set) var takesSixels = false
  /// The colours of its text and of its ground, 0xRRGGBB; nil where it has not told.
  private(set) var ink: UInt32?
  private(set) var paper: UInt32?
  /// What was no answer: keys that somebody has typed in the meantime.
  private(set) var typed: [UInt8] = []

  /// How it is sent pictures; nil where it shows none.
  var language: TerminalGraphics.Language? { takesKitty ? .kitty : takesSixels ? .sixel : nil }

  /// A picture of one pixel, for the terminal to try and not to show; its colours; and, since every terminal answers that
  /// and answers come in order, its device attributes.
  private static let question =
    "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\\u{1B}]10;?\u{1B}\\\u{1B}]11;?\u{1B}\\\u{1B}[c"
  /// How many milliseconds an answer may take.
  private static let patience: Int32 = 1000

  /// Asks the process's terminal; nil where there is none that answers. What was typed in the meantime is kept for the
  /// prompt.
  static func ask() -> TerminalReplies? {
    var count = 0
    guard let bytes = unsafe terminal_ask(question, patience, &count) else { return nil }
    defer { unsafe free(bytes) }
    let came = unsafe UnsafeBufferPointer(start: bytes, count: count).map { UInt8(bitPattern: $0) }
    let replies = TerminalReplies(came)
    unsafe replies.typed.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer {
      unsafe terminal_give_back($0.baseAddress, $0.count)
    }
    return replies
  }

  /// The answers among some bytes.
  init(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while let byte = rest.first {
      guard byte == 0x1B, let reply = Self.reply(at: rest) else {
        typed.append(byte)
        rest = rest.dropFirst()
        continue
      }
      take(String(decoding: reply.text, as: UTF8.self))
      rest = rest[reply.end...]
    }
  }

  /// The answer with which bytes begin, without its mark at the end; nil where they begin with none.
  private static func reply(at bytes: ArraySlice<UInt8>) -> (text: ArraySlice<UInt8>, end: Int)? {
    let start = bytes.startIndex + 2
    guard start < bytes.endIndex else { return nil }
    switch bytes[start - 1] {
    case UInt8(ascii: "_"), UInt8(ascii: "]"):
      // It ends with ST, ESC and a backslash, or with BEL.
      guard let end = bytes[start...].firstIndex(where: { $0 == 0x1B || $0 == 0x07 }) else { return nil }
      return (bytes[(start - 1)..<end], min(bytes.endIndex, end + (bytes[end] == 0x07 ? 1 : 2)))
    case UInt8(ascii: "[") where bytes[start] == UInt8(ascii: "?"):
      guard let end = bytes[start...].firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
      return (bytes[(start - 1)...end], end + 1)
    default: return nil
    }
  }

  private mutating func take(_ reply: String) {
    if reply.hasPrefix("_G") {
      takesKitty = reply.hasSuffix(";OK")
    } else if reply.hasPrefix("]10;") {
      ink = Self.colour(reply)
    } else if reply.hasPrefix("]11;") {
      paper = Self.colour(reply)
    } else if reply.hasPrefix("[?"), reply.hasSuffix("c") {
      // The first number is the terminal's level, as which a 4 would mean something else.
      takesSixels = reply.dropFirst(2).dropLast().split(separator: ";").dropFirst().contains("4")
    }
  }

  /// A colour as X11 writes it, `rgb:ffff/8000/0000` with one digit to four for each part.
  private static func colour(_ reply: String) -> UInt32? {
    guard let start = reply.firstRange(of: "rgb:") else { return nil }
    let parts = reply[start.upperBound...].split(separator: "/").map { digits -> UInt32? in
      guard (1...4).contains(digits.count), let number = UInt32(digits, radix: 16) else { return nil }
      return number * 255 / (1 << (4 * UInt32(digits.count)) - 1)
    }
    guard parts.count == 3, let red = parts[0], let green = parts[1], let blue = parts[2] else { return nil }
    return red << 16 | green << 8 | blue
  }
}
