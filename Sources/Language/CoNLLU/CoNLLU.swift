public import ClaimModel

/// CoNLL-U, the file format of Universal Dependencies: a word a line in ten columns, an empty line after each sentence.
///
/// Of the columns, features and enhanced dependencies are not kept. A token written as several words (`1-2 don't`)
/// becomes words of which all but the first say `continuesWord`; empty nodes (`8.1`) are left out.
public enum CoNLLU {
  /// A file's sentences with the text that they cover.
  public struct Document: Hashable, Sendable {
    /// The sentences as running text: a space between two, an empty line where a paragraph starts.
    public var text: String
    /// The sentences; ranges are of `text`.
    public var sentences: [Sentence]
    /// For each sentence, the name of the document that it belongs to (`# newdoc id = …`), or an empty string.
    public var documents: [String]
    /// For each sentence, its name (`# sent_id = …`), or an empty string.
    public var names: [String]
  }

  /// The sentences of a CoNLL-U text.
  ///
  /// - Throws: a diagnostic with the line that is malformed.
  /// - Complexity: O(bytes).
  public static func parse(_ text: String) throws(Diagnostic) -> [Sentence] {
    try document(text).sentences
  }

  /// The sentences of a CoNLL-U text with the running text that their ranges are of.
  ///
  /// - Throws: a diagnostic with the line that is malformed.
  /// - Complexity: O(bytes).
  public static func document(_ text: String) throws(Diagnostic) -> Document {
    var reader = CoNLLUReader()
    var line: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        try reader.read(line)
        line.removeAll(keepingCapacity: true)
      } else {
        line.append(byte)
      }
    }
    try reader.read(line)
    try reader.endSentence()
    return reader.document
  }
}
