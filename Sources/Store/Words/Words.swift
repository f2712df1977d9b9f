import TextForms

/// The words of a text as a search sees them.
package enum Words {
  /// The stems of the words of a text, in order. Quotes, hyphens and the like part words; a possessive 's is left out.
  package static func stems(of text: String) -> [String] {
    var stems: [String] = []
    forEachRun(of: text.utf8.span) { run, _ in stems.append(contentsOf: Self.stems(ofRun: run)) }
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

  /// Calls `body` with each run of letters, digits and bytes that are not ASCII, and the hash of its bytes.
  ///
  /// Such a run is a word, but for what only folding tells: quotes and dashes that are not ASCII part it further.
  @inline(__always)
  static func forEachRun(of text: Span<UInt8>, _ body: (Span<UInt8>, UInt32) -> Void) {
    var place = 0
    while place < text.count {
      while place < text.count, runBytes[Int(text[place])] == 0 { place += 1 }
      let start = place
      var hash: UInt32 = 0x811C_9DC5
      while place < text.count {
        let byte = text[place]
        if runBytes[Int(byte)] == 0 { break }
        hash = (hash ^ UInt32(byte)) &* 0x0100_0193
        place += 1
      }
      guard place > start else { return }
      let isPossessive =
        place - start == 1 && start > 0 && text[start] | 0x20 == 0x73
        && (text[start - 1] == 0x27 || text[start - 1] == 0x60)
      if !isPossessive { body(text.extracting(start..<place), hash ^ hash >> 15) }
    }
  }

  /// 1 for a byte that a run can have.
  private static let runBytes: InlineArray<256, UInt8> = {
    var bytes = InlineArray<256, UInt8>(repeating: 0)
    for byte in 0..<256 {
      let letter = byte | 0x20
      bytes[byte] = byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(letter) ? 1 : 0
    }
    return bytes
  }()

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
