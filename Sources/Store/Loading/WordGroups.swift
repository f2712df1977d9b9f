/// The words of a batch's sentences by stem, with the places at which they stand, written as `Postings` holds them.
package struct WordGroups {
  /// A stem with its places.
  struct Group {
    var stem: UInt32
    /// How many places there are, the first and the last, counted from the start of the batch.
    var count: UInt32
    var first: UInt32
    var last: UInt32
    /// Where the rest ends in `bytes`: how much each place is more than the one before it.
    var end: Int
  }

  private(set) var groups: [Group] = []
  private(set) var bytes: [UInt8] = []
  /// How many places there are in all, those between sentences included.
  private(set) var places = 0

  /// The words of those sentences of a batch that are to be added, all as a rule, sorted by counting; `thread` has made it.
  ///
  /// Costs no more than there are words, however many stems the thread has met.
  package init(_ batch: ClaimBatch, of thread: LoadingThread, where isAdded: (Int) -> Bool = { _ in true }) {
    let table = thread.words.table
    var (counts, sorted) = (table.counts, table.sorted)
    (table.counts, table.sorted) = ([], [])
    defer { (table.counts, table.sorted) = (counts, sorted) }
    if counts.count < table.stems.count {
      counts.append(contentsOf: repeatElement(0, count: table.stems.count - counts.count))
    }
    var touched: [UInt32] = []
    var kept: [Int] = []
    for sentence in batch.sentences.indices where isAdded(sentence) {
      kept.append(sentence)
      batch.forEachStem(of: sentence) { stem in
        if counts[stem] == 0 { touched.append(UInt32(stem)) }
        counts[stem] += 1
      }
    }
    var start: UInt32 = 0
    groups.reserveCapacity(touched.count)
    for stem in touched {
      let count = counts[Int(stem)]
      groups.append(Group(stem: stem, count: count, first: 0, last: 0, end: 0))
      counts[Int(stem)] = start
      start += count
    }
    if sorted.count < start { sorted.append(contentsOf: repeatElement(0, count: Int(start) - sorted.count)) }
    var place = 0
    for sentence in kept {
      batch.forEachStem(of: sentence) { stem in
        sorted[Int(counts[stem])] = UInt32(place)
        counts[stem] += 1
        place += 1
      }
      // As in `WordIndex.append`: the place after the last word is the sentence's too.
      place += 1
    }
    places = place
    write(sorted, words: Int(start))
    for stem in touched { counts[Int(stem)] = 0 }
  }

  private mutating func write(_ sorted: [UInt32], words: Int) {
    bytes.reserveCapacity(words * 2)
    var place = 0
    for number in groups.indices {
      let count = Int(groups[number].count)
      var last = sorted[place]
      groups[number].first = last
      for next in sorted[(place + 1)..<(place + count)] {
        var delta = next - last
        while delta >= 0x80 {
          bytes.append(UInt8(truncatingIfNeeded: delta) | 0x80)
          delta >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: delta))
        last = next
      }
      groups[number].last = last
      groups[number].end = bytes.count
      place += count
    }
  }
}
