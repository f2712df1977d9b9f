/// A claim's content address: the same claim at the same place of the same article has the same one everywhere.
public struct ClaimID: Hashable, Sendable {
  /// The first eight bytes of the digest, the first one highest.
  public var value: UInt64

  /// The id with these bits.
  public init(_ value: UInt64) {
    self.value = value
  }
}

extension ClaimID: CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension ClaimID: Comparable {
  /// In order of the digits.
  public static func < (left: ClaimID, right: ClaimID) -> Bool { left.value < right.value }
}

extension ClaimID {
  /// Reads what `description` writes.
  ///
  /// - Returns: nil where the text is not sixteen hexadecimal digits.
  public init?(_ text: some StringProtocol) {
    // A sign would do for the number, but is no digit.
    guard text.utf8.count == 16, text.allSatisfy(\.isHexDigit), let value = UInt64(text, radix: 16) else { return nil }
    self.init(value)
  }
}
