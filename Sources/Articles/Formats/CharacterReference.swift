import CLibXML2

/// A character written as a reference: `&amp;`, `&#8217;`, `&#x2019;`.
struct CharacterReference: Hashable, Sendable {
  /// The character.
  var scalar: Unicode.Scalar
  /// How many bytes the reference takes, `&` and `;` included.
  var length: Int

  /// The reference at byte `at` of `text`, where `&` stands; nil where none does.
  init?(_ text: [UInt8], at: Int) {
    let limit = min(text.count, at + 34)
    guard let end = text[at..<limit].firstIndex(of: 0x3B), end > at + 1 else { return nil }
    let name = text[(at + 1)..<end]
    length = end + 1 - at
    if name.first == 0x23 {
      guard let value = Self.number(name.dropFirst()) else { return nil }
      scalar = Self.character(value)
    } else {
      guard name.allSatisfy({ Unicode.Scalar($0).properties.isAlphabetic || (0x30...0x39).contains($0) }) else {
        return nil
      }
      // libxml2 reads the name up to its zero byte; its table of entities is constant.
      let entity = unsafe htmlEntityLookup(Array(name) + [0])
      guard let value = unsafe entity?.pointee.value, let known = Unicode.Scalar(UInt32(value)) else { return nil }
      scalar = known
    }
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHexadecimal = digits.first == 0x78 || digits.first == 0x58
    let digits = isHexadecimal ? digits.dropFirst() : digits
    guard !digits.isEmpty, digits.allSatisfy({ Unicode.Scalar($0).properties.isHexDigit }) else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
  }

  /// The character of a number; those of Windows-1252 where HTML reads them so, U+FFFD for what is no character.
  private static func character(_ value: UInt32) -> Unicode.Scalar {
    if (0x80...0x9F).contains(value), let windows = windows1252[Int(value) - 0x80] { return windows }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return scalar
  }

  /// What 0x80…0x9F are in Windows-1252.
  private static let windows1252: [Unicode.Scalar?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil, nil, "‘", "’", "“", "”", "•", "–",
    "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
