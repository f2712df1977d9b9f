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
    let kept = batch.sentences.indices.filter(isAdded)
    let words = kept.reduce(0) { $0 + batch.stemRange($1).count }
    // As in `WordIndex.append`: the place after the last word is the sentence's too.
    places = words + kept.count
    // The stems of a batch are those of the table, which there is room for, and there is room for all of its words.
    unsafe table.withSortingRoom(words: words) { counts, sorted, touched in
      let count = unsafe Self.count(batch, kept, counts, touched)
      groups.reserveCapacity(count)
      var start: UInt32 = 0
      for number in 0..<count {
        let stem = unsafe touched[number]
        let words = unsafe counts[Int(stem)]
        groups.append(Group(stem: stem, count: words, first: 0, last: 0, end: 0))
        unsafe counts[Int(stem)] = start
        start += words
      }
      unsafe Self.sort(batch, kept, counts, sorted)
      unsafe write(sorted, words: words)
      for group in groups { unsafe counts[Int(group.stem)] = 0 }
    }
  }

  /// Counts the words of each stem, and lists the stems in the order in which they come.
  ///
  /// - Returns: how many stems there are.
  private static func count(
    _ batch: ClaimBatch, _ kept: [Int], _ counts: UnsafeMutablePointer<UInt32>, _ touched: UnsafeMutablePointer<UInt32>
  ) -> Int {
    unsafe batch.stems.withUnsafeBufferPointer { stems in
      var found = 0
      for sentence in kept {
        for place in batch.stemRange(sentence) {
          let stem = unsafe stems[place]
          let count = unsafe counts[Int(stem)]
          unsafe touched[found] = stem
          found += count == 0 ? 1 : 0
          unsafe counts[Int(stem)] = count + 1
        }
      }
      return found
    }
  }

  /// Puts the places of the words where those of their stems go on.
  private static func sort(
    _ batch: ClaimBatch, _ kept: [Int], _ ends: UnsafeMutablePointer<UInt32>, _ sorted: UnsafeMutablePointer<UInt32>
  ) {
    unsafe batch.stems.withUnsafeBufferPointer { stems in
      var number: UInt32 = 0
      for sentence in kept {
        for place in batch.stemRange(sentence) {
          let stem = unsafe Int(stems[place])
          let end = unsafe ends[stem]
          unsafe sorted[Int(end)] = number
          unsafe ends[stem] = end + 1
          number += 1
        }
        number += 1
      }
    }
  }

  private mutating func write(_ sorted: UnsafeMutablePointer<UInt32>, words: Int) {
    // No difference is longer than the greatest place, and eight bytes are written for each.
    let longest = (64 - places.leadingZeroBitCount + 6) / 7
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: words * longest + 8) { buffer, initialised in
      let bytes = unsafe UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
      var (end, place) = (0, 0)
      for number in groups.indices {
        let next = place + Int(groups[number].count)
        var last = unsafe sorted[place]
        groups[number].first = last
        for place in (place + 1)..<next {
          let current = unsafe sorted[place]
          let (code, length) = Self.code(of: current - last)
          unsafe bytes.storeBytes(of: code.littleEndian, toByteOffset: end, as: UInt64.self)
          end += length
          last = current
        }
        groups[number].last = last
        groups[number].end = end
        place = next
      }
      initialised = end
    }
  }

  /// A number in seven bits a byte, the lowest first, and how many bytes that are.
  @inline(__always)
  private static func code(of number: UInt32) -> (bytes: UInt64, length: Int) {
    let length = (38 - (number | 1).leadingZeroBitCount) / 7
    let wide = UInt64(number)
    let low = wide & 0x7F | (wide & 0x3F80) << 1 | (wide & 0x1F_C000) << 2
    let spread = low | (wide & 0xFE0_0000) << 3 | (wide & 0xF000_0000) << 4
    return (spread | 0x80_8080_8080 & (1 << UInt64(8 * (length - 1)) &- 1), length)
  }
}
