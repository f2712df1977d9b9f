import Language

/// A sentence in columns: the word, its tag, its lemma if that is another, and its dependency with the word it hangs from.
enum TreeDrawing {
  private static let width = 118

  static func drawing(_ sentence: Sentence) -> String {
    var lines = ""
    var rows = ["", "", "", ""]
    for token in sentence.tokens {
      let cells = cells(of: token, in: sentence)
      let size = (cells.map(\.count).max() ?? 0) + 2
      if rows[0].count + size > width { flush(&rows, to: &lines) }
      for (index, cell) in cells.enumerated() {
        rows[index] += cell + String(repeating: " ", count: size - cell.count)
      }
    }
    flush(&rows, to: &lines)
    return lines
  }

  private static func cells(of token: Token, in sentence: Sentence) -> [String] {
    let head = token.head.map { sentence.tokens[$0].form } ?? ""
    return [
      (token.continuesWord ? "+" : "") + token.form, "\(token.tag.rawValue) \(token.fineTag)",
      token.lemma == token.form ? "" : token.lemma,
      token.head == nil ? token.dependency.rawValue : "\(token.dependency.rawValue)>\(head)",
    ]
  }

  private static func flush(_ rows: inout [String], to lines: inout String) {
    for row in rows { lines += String(row.reversed().drop { $0 == " " }.reversed()) + "\n" }
    lines += "\n"
    rows = ["", "", "", ""]
  }
}
