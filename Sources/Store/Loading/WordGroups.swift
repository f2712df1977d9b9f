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

  /// The words of all sentences of a batch that a thread has made.
  package init(_ batch: ClaimBatch, of thread: LoadingThread) {
    self.init(batch, stems: thread.words.table.stems.count) { _ in true }
  }

  /// The words of those sentences of a batch that are to be added, sorted by counting.
  init(_ batch: ClaimBatch, stems total: Int, where isAdded: (Int) -> Bool) {
    var counts = [UInt32](repeating: 0, count: total)
    var touched: [UInt32] = []
    var kept: [Int] = []
    for sentence in batch.sentences.indices where isAdded(sentence) {
      kept.append(sentence)
      for stem in batch.stems[batch.stemRange(sentence)] {
        if counts[Int(stem)] == 0 { touched.append(stem) }
        counts[Int(stem)] += 1
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
    var sorted = [UInt32](repeating: 0, count: Int(start))
    var place = 0
    for sentence in kept {
      for stem in batch.stems[batch.stemRange(sentence)] {
        sorted[Int(counts[Int(stem)])] = UInt32(place)
        counts[Int(stem)] += 1
        place += 1
      }
      // As in `WordIndex.append`: the place after the last word is the sentence's too.
      place += 1
    }
    places = place
    write(sorted)
  }

  private mutating func write(_ sorted: [UInt32]) {
    bytes.reserveCapacity(sorted.count * 2)
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
