import TextForms

extension String {
  /// The text, cut to `width` cells with `…` as the last where it takes more.
  package func clipped(to width: Int) -> String {
    guard cellWidth > width else { return self }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in self {
      used += character.cellWidth
      if used > width - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The text with spaces after it, or before it, so that it takes `width` cells.
  package func padded(to width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - cellWidth))
    return right ? space + self : self + space
  }

  /// The text in lines of at most `width` cells, broken at spaces, and within a word only where it is longer than a line.
  package func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ", omittingEmptySubsequences: true) {
      for (number, piece) in String(word).pieces(of: max(1, width)).enumerated() {
        let space = used > 0 && number == 0 ? 1 : 0
        if used > 0, number > 0 || used + space + piece.cellWidth > width {
          lines.append(line)
          (line, used) = ("", 0)
        } else if space > 0 {
          line += " "
          used += 1
        }
        line += piece
        used += piece.cellWidth
      }
    }
    return lines + (line.isEmpty && !lines.isEmpty ? [] : [line])
  }

  private func pieces(of width: Int) -> [String] {
    guard cellWidth > width else { return [self] }
    var pieces: [String] = []
    var piece = ""
    for character in self {
      if !piece.isEmpty, piece.cellWidth + character.cellWidth > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }
}
