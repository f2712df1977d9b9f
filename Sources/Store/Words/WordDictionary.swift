import TextForms

/// Gives every stem a dense id, so that a search for words compares numbers.
package struct WordDictionary: Sendable {
  private var ids: [String: UInt32] = [:]
  private var hashes: [UInt64] = [0]

  /// The ids of the stems of a text's words, in order; new stems are added.
  mutating func encode(_ text: String) -> [UInt32] {
    Words.stems(of: text).map { stem in
      if let id = ids[stem] { return id }
      let id = UInt32(ids.count + 1)
      ids[stem] = id
      hashes.append(StableHash.of(stem.utf8))
      return id
    }
  }

  /// The hash of a stem, the same on every machine and in whatever order stems came.
  func hash(of id: UInt32) -> UInt64 { hashes[Int(id)] }

  /// The ids of stems, 0 for one that no sentence has.
  package func ids(of stems: [String]) -> [UInt32] {
    stems.map { ids[$0] ?? 0 }
  }
}

/// The words of a text as a search sees them.
package enum Words {
  /// The stems of the words of a text, in order. Quotes, hyphens and the like part words; a possessive 's is left out.
  package static func stems(of text: String) -> [String] {
    var stems: [String] = []
    var word: [UInt8] = []
    var afterApostrophe = false
    func close() {
      if !word.isEmpty, !(afterApostrophe && word == [0x73]) { stems.append(Stemmer.stem(word)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.foldedKey.utf8 {
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
}
