import CScanner
import TextForms

/// The words of a text as a search sees them.
package enum Words {
  /// The stems of the words of a text, in order. Quotes, hyphens and the like part words; a possessive 's is left out.
  package static func stems(of text: String) -> [String] {
    var stems: [String] = []
    forEachRun(of: text.utf8.span) { run in stems.append(contentsOf: Self.stems(ofRun: run)) }
    return stems
  }

  /// Whether the stems of `phrase` stand in `words`, one after another.
  package static func holds(_ phrase: [String], in words: [String]) -> Bool {
    guard let first = phrase.first, phrase.count <= words.count else { return false }
    return words.indices.dropLast(phrase.count - 1).contains { place in
      words[place] == first && words[place...].starts(with: phrase)
    }
  }

  /// Whether a byte of a folded text belongs to a word.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
  }

  /// Calls `body` with each run of letters, digits and bytes that are not ASCII, a possessive 's left out.
  ///
  /// Such a run is a word, but for what only folding tells: quotes and dashes that are not ASCII part it further.
  static func forEachRun(of text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    var padded = [UInt8](repeating: 0, count: text.count + Int(scanner_padding))
    for place in text.indices { padded[place] = text[place] }
    var runs = [ByteRun](repeating: ByteRun(), count: text.count / 2 + 1)
    // The text is followed by as many bytes as may be read, and there is room for all the runs that it can have.
    let count = unsafe word_runs(&padded, text.count, &runs)
    for run in runs[..<count] { body(text.extracting(Int(run.start)..<Int(run.end))) }
  }

  /// The stems of the words of a run; none where folding leaves no letter of it.
  static func stems(ofRun run: Span<UInt8>) -> [String] {
    let bytes = run.indices.map { run[$0] }
    if bytes.allSatisfy({ $0 < 0x80 }) { return [Stemmer.stem(bytes.map { $0 < 0x41 ? $0 : $0 | 0x20 })] }
    var stems: [String] = []
    var word: [UInt8] = []
    var afterApostrophe = false
    func close() {
      if !word.isEmpty, !(afterApostrophe && word == [0x73]) { stems.append(Stemmer.stem(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in String(decoding: bytes, as: UTF8.self).foldedKey.utf8 {
      if isWordByte(byte) {
        word.append(byte)
      } else {
        close()
        afterApostrophe = byte == 0x27
      }
    }
    close()
    return stems
  }
}
