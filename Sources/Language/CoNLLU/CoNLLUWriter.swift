import ClaimModel

extension CoNLLU {
  /// The sentences of `text` in CoNLL-U, numbered from 1.
  ///
  /// Columns that are not known are `_`. Words without a space between them say so (`SpaceAfter=No`); control
  /// characters, which the format has no way to write, are written as U+FFFD.
  /// - Complexity: O(bytes).
  public static func text(of sentences: [Sentence], in text: String) -> String {
    var output = ""
    let bytes = Array(text.utf8)
    for (number, sentence) in sentences.enumerated() {
      output += "# sent_id = \(number + 1)\n# text = \(clean(bytes, sentence.range))\n"
      for index in sentence.tokens.indices { write(index, of: sentence, in: bytes, to: &output) }
      output += "\n"
    }
    return output
  }

  private static func write(_ index: Int, of sentence: Sentence, in bytes: [UInt8], to output: inout String) {
    let tokens = sentence.tokens
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if !token.continuesWord, next?.continuesWord == true {
      let last = tokens[(index + 1)...].prefix { $0.continuesWord }.count + index
      let whole = TextRange(token.range.start, tokens[last].range.end)
      let misc = spacing(after: last, of: tokens)
      output += "\(index + 1)-\(last + 1)\t\(clean(bytes, whole))\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
    }
    let isInside = token.continuesWord || next?.continuesWord == true
    let fields = [
      String(index + 1), clean(token.form), clean(token.lemma), token.tag.rawValue, token.fineTag, "_",
      String((token.head ?? -1) + 1), token.dependency.rawValue, "_",
      isInside ? "_" : spacing(after: index, of: tokens),
    ]
    output += fields.joined(separator: "\t") + "\n"
  }

  private static func spacing(after index: Int, of tokens: [Token]) -> String {
    guard index + 1 < tokens.count else { return "_" }
    return tokens[index].range.end == tokens[index + 1].range.start ? "SpaceAfter=No" : "_"
  }

  private static func clean(_ bytes: [UInt8], _ range: TextRange) -> String {
    let start = min(max(0, range.start), bytes.count)
    let words = bytes[start..<min(max(start, range.end), bytes.count)]
    return clean(String(decoding: words.map { (9...13).contains($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self))
  }

  private static func clean(_ field: String) -> String {
    guard field.unicodeScalars.contains(where: isControl) else { return field.isEmpty ? "_" : field }
    var cleaned = String.UnicodeScalarView()
    for scalar in field.unicodeScalars { cleaned.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(cleaned)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
