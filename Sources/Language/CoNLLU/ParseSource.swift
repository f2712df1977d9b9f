public import ClaimModel

/// What a text that is to be analysed holds.
public enum ParseSource: Hashable, Sendable {
  /// Running text, with an empty line between blocks.
  case text
  /// A sentence a line, a space between two words.
  case tokens
  /// CoNLL-U, of which the words are kept and nothing else.
  case conllu
}

extension Analyzer {
  /// The sentences of `input`, analysed, and the text that their ranges are of: `input`, or the words of CoNLL-U.
  ///
  /// - Throws: a diagnostic with the line of CoNLL-U that is malformed.
  /// - Complexity: O(bytes).
  public func sentences(
    of input: String, as source: ParseSource
  ) throws(Diagnostic) -> (text: String, sentences: [Sentence]) {
    switch source {
    case .text: return (input, sentences(of: input))
    case .tokens: return (input, annotate(Self.sentences(ofTokenLines: input)))
    case .conllu:
      let document = try CoNLLU.document(input)
      return (document.text, annotate(document.sentences))
    }
  }

  /// The sentences of a text with a sentence a line and a space between two words, without tags and trees.
  ///
  /// - Complexity: O(bytes).
  public static func sentences(ofTokenLines text: String) -> [Sentence] {
    let bytes = Array(text.utf8)
    var sentences: [Sentence] = []
    for line in bytes.indices.split(whereSeparator: {
      bytes[$0] == UInt8(ascii: "\n") || bytes[$0] == UInt8(ascii: "\r")
    }) {
      let words = line.split { bytes[$0] == UInt8(ascii: " ") || bytes[$0] == UInt8(ascii: "\t") }
      let tokens = words.map { word in
        Token(
          form: String(decoding: bytes[word.startIndex..<word.endIndex], as: UTF8.self),
          range: TextRange(word.startIndex, word.endIndex))
      }
      guard let first = tokens.first, let last = tokens.last else { continue }
      sentences.append(Sentence(tokens: tokens, range: first.range.union(last.range)))
    }
    return sentences
  }
}
