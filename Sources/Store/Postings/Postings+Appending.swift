import CScanner

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

extension Postings {
  /// Adds a number to a list; nothing where it is the last one already.
  ///
  /// - Precondition: it is no less than the numbers that the list has.
  package mutating func append(_ number: Int, to list: Int) {
    makeRoom(forLists: list + 1)
    var writer = unsafe PostingsWriter(&self)
    unsafe writer.append(number, to: list, &self)
  }

  /// Adds rows that follow one another from `row` on, each to the list that is given for it; lists below `least` stand for
  /// none.
  mutating func append(rowsFrom row: Int, to lists: UnsafeBufferPointer<UInt32>, least: UInt32) {
    guard let greatest = unsafe lists.max(), greatest >= least else { return }
    makeRoom(forLists: Int(greatest) + 1)
    var writer = unsafe PostingsWriter(&self)
    for place in 0..<lists.count {
      unsafe writer.prefetch(lists, place)
      if unsafe lists[place] >= least { unsafe writer.append(row + place, to: Int(lists[place]), &self) }
    }
  }

  /// Adds the rows of a column from `row` on, each to the lists that are its elements.
  mutating func append(rowsOf column: ListColumn, from row: Int) {
    guard row < column.count else { return }
    var place = column.range(row).lowerBound
    unsafe column.elements.withUnsafeValues { elements in
      guard let greatest = unsafe elements[place...].max() else { return }
      makeRoom(forLists: Int(greatest) + 1)
      var writer = unsafe PostingsWriter(&self)
      for row in row..<column.count {
        let end = min(column.ends[row], elements.count)
        while place < end {
          unsafe writer.prefetch(elements, place)
          unsafe writer.append(row, to: Int(elements[place]), &self)
          place += 1
        }
      }
    }
  }

  /// Adds the numbers of groups, counted from `start` on, each to the list that `lists` has for its stem.
  mutating func append(_ words: WordGroups, from start: Int, to lists: [UInt32]) {
    let groups = words.groups
    guard let greatest = groups.lazy.map({ lists[Int($0.stem)] }).max() else { return }
    makeRoom(forLists: Int(greatest) + 1)
    var writer = unsafe PostingsWriter(&self)
    unsafe words.bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      for (number, group) in groups.enumerated() {
        if number + Self.ahead < groups.count {
          unsafe writer.prefetch(Int(lists[Int(groups[number + Self.ahead].stem)]))
        }
        if number + Self.endAhead < groups.count {
          unsafe writer.prefetchEnd(Int(lists[Int(groups[number + Self.endAhead].stem)]))
        }
        let rest = unsafe UnsafeBufferPointer(rebasing: bytes[place..<group.end])
        unsafe writer.append(group, rest: rest, from: start, to: Int(lists[Int(group.stem)]), &self)
        place = group.end
      }
    }
  }

  /// How many numbers ahead it is fetched what is known of a list, and its end.
  fileprivate static let (ahead, endAhead) = (16, 6)

  /// Makes room for so many lists in all.
  mutating func makeRoom(forLists count: Int) {
    let missing = count - counts.count
    guard missing > 0 else { return }
    first.append(zeros: missing)
    last.append(zeros: missing)
    used.append(zeros: missing)
    greatest.append(zeros: missing)
    counts.append(zeros: missing)
  }
}

/// Writes to lists whose memory is looked up once for many numbers.
///
/// The pointers are those of the columns of the postings that it was made of, which are unique to them and do not grow
/// while it is in use, but for the chunks, whose pointer is taken anew then. Lists are those that there is room for.
@unsafe
private struct PostingsWriter {
  private let first: UnsafeMutablePointer<UInt32>
  private let last: UnsafeMutablePointer<UInt32>
  private let used: UnsafeMutablePointer<UInt32>
  private let counts: UnsafeMutablePointer<UInt32>
  private let greatest: UnsafeMutablePointer<UInt64>
  private var chunks: UnsafeMutablePointer<UInt8>

  init(_ postings: inout Postings) {
    unsafe first = postings.first.values()
    unsafe last = postings.last.values()
    unsafe used = postings.used.values()
    unsafe counts = postings.counts.values()
    unsafe greatest = postings.greatest.values()
    unsafe chunks = postings.chunks.values()
  }

  @inline(__always)
  mutating func append(_ number: Int, to list: Int, _ postings: inout Postings) {
    let count = unsafe counts[list]
    let before = unsafe Int(greatest[list])
    if count > 0, before == number { return }
    precondition(count == 0 || number > before, "A list of rows was to go back.")
    var rest = UInt64(count == 0 ? number : number - before)
    while rest >= 0x80 {
      unsafe put(UInt8(truncatingIfNeeded: rest) | 0x80, in: list, &postings)
      rest >>= 7
    }
    unsafe put(UInt8(truncatingIfNeeded: rest), in: list, &postings)
    unsafe greatest[list] = UInt64(number)
    unsafe counts[list] = count + 1
  }

  /// Adds the numbers of a group, counted from `start` on, to a list; `rest` are the differences of all but the first.
  mutating func append(
    _ group: WordGroups.Group, rest: UnsafeBufferPointer<UInt8>, from start: Int, to list: Int,
    _ postings: inout Postings
  ) {
    unsafe append(start + Int(group.first), to: list, &postings)
    guard group.count > 1 else { return }
    unsafe put(rest, in: list, &postings)
    unsafe greatest[list] = UInt64(start) + UInt64(group.last)
    unsafe counts[list] += group.count - 1
  }

  /// Has the processor fetch what is soon written to, where the numbers of the lists come from `lists`.
  @inline(__always)
  func prefetch(_ lists: UnsafeBufferPointer<UInt32>, _ place: Int) {
    let (next, end) = (place + Postings.ahead, place + Postings.endAhead)
    if next < lists.count { unsafe prefetch(Int(lists[next])) }
    if end < lists.count { unsafe prefetchEnd(Int(lists[end])) }
  }

  /// Has the processor fetch what is known of a list that is soon written to.
  @inline(__always)
  func prefetch(_ list: Int) {
    unsafe prefetch_line(last + list)
    unsafe prefetch_line(used + list)
    unsafe prefetch_line(counts + list)
    unsafe prefetch_line(greatest + list)
  }

  /// Has the processor fetch the end of such a list.
  @inline(__always)
  func prefetchEnd(_ list: Int) {
    guard unsafe last[list] != 0 else { return }
    let chunk = unsafe chunks + Postings.start(of: last[list])
    unsafe prefetch_line(chunk)
    unsafe prefetch_line(chunk + Int(used[list]))
  }

  @inline(__always)
  private mutating func put(_ byte: UInt8, in list: Int, _ postings: inout Postings) {
    if unsafe room(in: list) == 0 { unsafe openChunk(for: list, &postings) }
    unsafe chunks[Postings.start(of: last[list]) + Int(used[list])] = byte
    unsafe used[list] += 1
  }

  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>, in list: Int, _ postings: inout Postings) {
    var place = 0
    while place < bytes.count {
      if unsafe room(in: list) == 0 { unsafe openChunk(for: list, &postings) }
      let count = unsafe min(bytes.count - place, room(in: list))
      let to = unsafe chunks + Postings.start(of: last[list]) + Int(used[list])
      unsafe memcpy(to, bytes.baseAddress.unsafelyUnwrapped + place, count)
      unsafe used[list] += UInt32(count)
      place += count
    }
  }

  /// How many bytes the last chunk of a list has left.
  @inline(__always)
  private func room(in list: Int) -> Int {
    if unsafe last[list] == 0 { return 0 }
    return unsafe Int(word(Postings.start(of: last[list]) + 4)) - Int(used[list])
  }

  /// Puts a chunk at the end of a list.
  private mutating func openChunk(for list: Int, _ postings: inout Postings) {
    let start = postings.chunks.count
    let number = UInt32(start / Postings.unit + 1)
    // A number takes two bytes or so.
    let wanted = unsafe Int(counts[list]) / 2 + Postings.header + 1
    let size = min((wanted + Postings.unit - 1) / Postings.unit * Postings.unit, Postings.mostBytes)
    postings.chunks.append(zeros: size)
    unsafe chunks = postings.chunks.values()
    unsafe setWord(UInt32(size), at: start + 4)
    if unsafe first[list] == 0 {
      unsafe first[list] = number
    } else {
      unsafe setWord(number, at: Postings.start(of: last[list]))
    }
    unsafe last[list] = number
    unsafe used[list] = UInt32(Postings.header)
  }

  @inline(__always)
  private func word(_ place: Int) -> UInt32 {
    unsafe UInt32(littleEndian: UnsafeRawPointer(chunks).loadUnaligned(fromByteOffset: place, as: UInt32.self))
  }

  private func setWord(_ word: UInt32, at place: Int) {
    unsafe UnsafeMutableRawPointer(chunks).storeBytes(of: word.littleEndian, toByteOffset: place, as: UInt32.self)
  }
}
