/// Reads numbers in digits and in words.
struct NumberReader {
  let cues: CueTable

  /// The number that `words` write: `1,200`, `279.8`, `twenty one`, `3 million`; nil where they write none.
  func value(of words: [String]) -> Double? {
    var total = 0.0
    var current: Double?
    for word in words.flatMap({ Self.parts(of: $0.lowercased()) }) where word != "and" {
      guard let number = Self.digits(word) ?? cues.value(of: String(word), in: .numbers).flatMap(Double.init) else {
        return nil
      }
      if number >= 1000 {
        total += (current ?? 1) * number
        current = nil
      } else if number == 100 || number == 12, let before = current, before < 100 {
        current = before * number
      } else {
        current = (current ?? 0) + number
      }
    }
    return current == nil && total == 0 ? nil : total + (current ?? 0)
  }

  /// "twenty-one" has two; a date or a range of digits ("2021-08-15", "30-40") is no number.
  private static func parts(of word: String) -> [Substring] {
    let parts = word.split(separator: "-")
    return parts.contains { digits($0) != nil } ? [Substring(word)] : parts
  }

  private static func digits(_ word: some StringProtocol) -> Double? {
    guard let first = word.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let digits = word.utf8.filter { $0 != UInt8(ascii: ",") }
    guard digits.count < 30, digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) else {
      return nil
    }
    return Double(String(decoding: digits, as: UTF8.self))
  }
}
