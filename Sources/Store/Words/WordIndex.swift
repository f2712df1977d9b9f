/// Where every word stands, by its stem: an inverted index with positions over the texts of all sentences.
///
/// The sentences are taken as one running text whose words are counted through, one number left out between two sentences,
/// so that a place says both the sentence and the position in it, and a phrase is places that follow one another.
package struct WordIndex: Sendable {
  package internal(set) var dictionary = WordDictionary()
  /// The places of each stem.
  var places = Postings()
  /// The place of the first word of each sentence.
  var starts = OffsetColumn()
  /// The sentence in which each block of places begins.
  var blocks: Column<UInt32> = []
  /// Where the next sentence starts.
  var next = 0

  /// How many places a block has.
  private static let block = 128

  package init() {}

  /// Adds a sentence.
  mutating func append(_ text: Span<UInt8>) {
    let sentence = starts.count
    starts.append(next)
    var stems: [UInt32] = []
    dictionary.encode(text) { stems.append(UInt32($0)) }
    unsafe stems.withUnsafeBufferPointer { unsafe places.append(rowsFrom: next, to: $0, least: 0) }
    // The place after the last word is the sentence's too: so none is empty, and no phrase goes on behind it.
    next += stems.count + 1
    while blocks.count * Self.block < next { blocks.append(UInt32(sentence)) }
  }

  /// How many sentences there are.
  package var sentenceCount: Int { starts.count }

  /// Makes room for `count` sentences in all, and the words of so many more bytes of text.
  mutating func reserveCapacity(_ count: Int, textBytes: Int) {
    starts.low.reserveCapacity(count)
    // A word and the blank after it have some six bytes, the place of a word two.
    blocks.reserveCapacity(blocks.count + textBytes / 6 / Self.block)
    places.chunks.reserveCapacity(places.chunks.count + textBytes / 2)
  }

  /// Adds sentences whose words have been sorted; `stems` are the ids of the stems that the groups name by number, and
  /// `lengths` how many words each sentence has.
  mutating func append(_ words: WordGroups, stems: [UInt32], lengths: some Sequence<Int>) {
    var start = next
    for length in lengths {
      let sentence = starts.count
      starts.append(start)
      start += length + 1
      while blocks.count * Self.block < start { blocks.append(UInt32(sentence)) }
    }
    places.append(words, from: next, to: stems)
    next = start
  }

  /// How often a stem occurs.
  package func count(of stem: UInt32) -> Int { places.count(Int(stem)) }

  /// The sentences that hold all of the phrases, or any, in order; each phrase is the stems of its words.
  package func sentences(holding phrases: [[UInt32]], needsAll: Bool) -> [UInt32] {
    let rarest = phrases.sorted { rarity($0) < rarity($1) }
    guard needsAll else {
      return rarest.reduce([]) { Self.union($0, extents(holding: $1).map(\.sentence)) }
    }
    guard let first = rarest.first else { return [] }
    return rarest.dropFirst().reduce(extents(holding: first)) { kept($0, holding: $1) }.map(\.sentence)
  }

  private func rarity(_ phrase: [UInt32]) -> Int { phrase.map { count(of: $0) }.min() ?? 0 }

  /// Calls `body` with the places where a phrase begins, in order.
  @inline(__always)
  private func forEachStart(of phrase: [UInt32], _ body: (Int) -> Void) {
    guard !phrase.isEmpty, phrase.allSatisfy({ count(of: $0) > 0 }) else { return }
    if phrase.count == 1 { return places.forEach(Int(phrase[0]), body) }
    let order = phrase.indices.sorted { count(of: phrase[$0]) < count(of: phrase[$1]) }
    var starts: [Int] = []
    places.forEach(Int(phrase[order[0]])) { starts.append($0 - order[0]) }
    for word in order.dropFirst() where !starts.isEmpty {
      var kept: [Int] = []
      var next = 0
      places.forEach(Int(phrase[word])) { place in
        let start = place - word
        while next < starts.count, starts[next] < start { next += 1 }
        if next < starts.count, starts[next] == start { kept.append(start) }
      }
      starts = kept
    }
    for start in starts { body(start) }
  }

  /// A sentence, its first place and the first of the next one.
  private struct Extent {
    var sentence: UInt32
    var start: Int
    var end: Int
  }

  /// The sentences that hold a phrase, in order.
  private func extents(holding phrase: [UInt32]) -> [Extent] {
    var places: [Int] = []
    places.reserveCapacity(phrase.count == 1 ? count(of: phrase[0]) : 0)
    forEachStart(of: phrase) { places.append($0) }
    var extents: [Extent] = []
    extents.reserveCapacity(places.count)
    for start in stride(from: 0, to: places.count, by: Self.fetched) {
      append(Array(places[start..<min(start + Self.fetched, places.count)]), to: &extents)
    }
    return extents
  }

  /// Adds the sentences of some places, which come after those that are there or belong to the last of them.
  private func append(_ places: [Int], to extents: inout [Extent]) {
    // What is far away is fetched for all before it is read.
    let firsts = blocks.values(of: places.map { $0 / Self.block })
    for first in firsts { starts.low.prefetch(Int(first)) }
    for (place, first) in zip(places, firsts) {
      if let last = extents.last, place < last.end { continue }
      // A block has no more sentences than places.
      let most = min(Int(first) + Self.block, starts.count - 1)
      let (row, start, end) = starts.row(of: place, from: Int(first), to: most, end: next)
      extents.append(Extent(sentence: UInt32(row), start: start, end: end))
    }
  }

  /// How many places are fetched together.
  private static let fetched = 256

  /// Those of some sentences that hold a phrase.
  private func kept(_ extents: [Extent], holding phrase: [UInt32]) -> [Extent] {
    var kept: [Extent] = []
    var next = 0
    forEachStart(of: phrase) { place in
      while next < extents.count, extents[next].end <= place { next += 1 }
      guard next < extents.count, extents[next].start <= place else { return }
      kept.append(extents[next])
      next += 1
    }
    return kept
  }

  private static func union(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    var both: [UInt32] = []
    var (left, right) = (0, 0)
    while left < one.count || right < other.count {
      let row = min(left < one.count ? one[left] : .max, right < other.count ? other[right] : .max)
      both.append(row)
      if left < one.count, one[left] == row { left += 1 }
      if right < other.count, other[right] == row { right += 1 }
    }
    return both
  }
}
