/// Where a word ends and the signs after it begin.
enum WordEnd {
  /// The end of the word that starts at `start`, in what stands up to `end` without a space.
  static func find(_ start: Int, _ end: Int, in bytes: [UInt8], table: TokenTable, followedBy next: UInt8) -> Int {
    var last = end
    let isAddress = isAddress(start, end, in: bytes)
    while last > start, let sign = signEnding(at: last, in: bytes) {
      let before = last - sign.length
      if isAddress, "/=#&-_".utf8.contains(sign.ascii) { break }
      if sign.ascii == UInt8(ascii: "."), sign.length == 1, keepsStop(start, last, in: bytes, table, next) { break }
      if sign.ascii == UInt8(ascii: ")"), closes(start, before, in: bytes) { break }
      last = before
    }
    return last
  }

  /// The sign whose last byte stands before `end`.
  static func signEnding(at end: Int, in bytes: [UInt8]) -> Letters.Sign? {
    for length in 1...4 where end >= length {
      if let sign = Letters.sign(at: end - length, in: bytes), sign.length == length { return sign }
    }
    return nil
  }

  /// Whether the full stop before `end` belongs to the word: abbreviations, initials.
  private static func keepsStop(
    _ start: Int, _ end: Int, in bytes: [UInt8], _ table: TokenTable, _ next: UInt8
  ) -> Bool {
    let length = end - start
    guard length >= 2, length <= 12, bytes[end - 2] != UInt8(ascii: ".") else { return false }
    let word = Array(bytes[start..<end])
    let part = Array((word.dropLast().lastIndex(of: UInt8(ascii: "-")).map { word[($0 + 1)...] }) ?? word[...])
    if table.contains(part, .title) || table.contains(part, .abbreviation) { return true }
    if table.contains(part, .numbered) { return Letters.isDigit(next) }
    if isInitials(part) { return part.count > 2 || (Letters.isUppercase(next) && part != Array("I.".utf8)) }
    return false
  }

  /// "U.S.", "J."
  private static func isInitials(_ word: [UInt8]) -> Bool {
    guard word.count & 1 == 0 else { return false }
    for index in stride(from: 0, to: word.count, by: 2) {
      guard Letters.isLetter(word[index]), word[index + 1] == UInt8(ascii: ".") else { return false }
    }
    return word.count > 2 || Letters.isUppercase(word[0])
  }

  /// Whether a bracket that closes was opened in the word: "argument(s)".
  private static func closes(_ start: Int, _ bracket: Int, in bytes: [UInt8]) -> Bool {
    bytes[start..<bracket].suffix(3).dropFirst().contains(UInt8(ascii: "(")) && bracket - start > 3
      && Letters.isLetter(bytes[start])
  }

  /// Whether the bytes are an address: of a page, of electronic mail.
  static func isAddress(_ start: Int, _ end: Int, in bytes: [UInt8]) -> Bool {
    guard end - start > 4 else { return false }
    let head = bytes[start..<min(end, start + 10)].map(NormalForm.asciiLowercased)
    if starts.contains(where: { head.starts(with: $0) }) { return true }
    guard let at = bytes[start..<end].firstIndex(of: UInt8(ascii: "@")), at > start else {
      return isDomain(start, end, in: bytes)
    }
    return bytes[at..<end].contains(UInt8(ascii: "."))
  }

  private static let starts = ["http://", "https://", "www.", "ftp://", "mailto:"].map { Array($0.utf8) }
  private static let domains = Set(
    ["com", "org", "net", "gov", "edu", "ru", "ir", "uk", "af", "pk"].map { Array($0.utf8) })

  /// "example.org/page"
  private static func isDomain(_ start: Int, _ end: Int, in bytes: [UInt8]) -> Bool {
    let host = bytes[start..<end].prefix { $0 != UInt8(ascii: "/") }
    guard let stop = host.lastIndex(of: UInt8(ascii: ".")), stop > start, host.count < 80 else { return false }
    return domains.contains(Array(host[(stop + 1)...]))
  }
}
