/// The mark before an item of a list in plain text.
enum Bullet {
  /// How many bytes of a line at `range` are a bullet and the space after it, or nil where it has none.
  static func length(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    guard let first = text[range].first, bullets.contains(where: { $0[0] == first }) else { return nil }
    for bullet in bullets where text[range].starts(with: bullet) {
      let after = text[range].dropFirst(bullet.count)
      guard let first = after.first, TextLine.isSpace(first) else { continue }
      return bullet.count + after.prefix(while: TextLine.isSpace).count
    }
    return nil
  }

  private static let bullets: [[UInt8]] = ["-", "*", "•", "·", "‣", "▪", "–"].map { Array($0.utf8) }
}
