/// Codes sorted by the group that they belong to: those of one group after another's, in the order in which they came.
///
/// Method: counting sort, each thread a part of the codes.
struct GroupedCodes {
  var codes: [UInt32]
  /// Where each group's codes start, and where the last one's end.
  let starts: [Int]

  /// Sorts codes by `groups`, which has the group of each and of which all are below `count`.
  init(_ codes: [UInt32], by groups: [UInt32], below count: Int, _ control: QueryControl) {
    let ranges = Parallel.ranges(codes.count, control)
    // For each part and group how many codes there are, then where the next one goes.
    var next = [UInt32](repeating: 0, count: ranges.count * count)
    unsafe next.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let next = unsafe buffer
      Parallel.each(ranges) { part, range in
        unsafe groups.withUnsafeBufferPointer { groups in
          for place in range { unsafe next[part * count + Int(groups[place])] &+= 1 }
        }
      }
    }
    var starts = [Int](repeating: 0, count: count + 1)
    var start = 0
    for group in 0..<count {
      starts[group] = start
      for part in ranges.indices {
        let size = Int(next[part * count + group])
        next[part * count + group] = UInt32(start)
        start += size
      }
    }
    starts[count] = start
    self.starts = starts
    self.codes = unsafe [UInt32](unsafeUninitializedCapacity: codes.count) { buffer, initialised in
      nonisolated(unsafe) let sorted = unsafe buffer
      unsafe next.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let next = unsafe buffer
        Parallel.each(ranges) { part, range in
          unsafe groups.withUnsafeBufferPointer { groups in
            unsafe codes.withUnsafeBufferPointer { codes in
              for place in range {
                let entry = unsafe part * count + Int(groups[place])
                unsafe sorted[Int(next[entry])] = codes[place]
                unsafe next[entry] &+= 1
              }
            }
          }
        }
      }
      initialised = codes.count
    }
  }
}

/// The different codes that each group has, without those that stand for a missing value.
struct DistinctCodes {
  /// What the codes stand for.
  let values: Vector
  /// How many each group has.
  let counts: [UInt32]
  private let sorted: GroupedCodes

  /// The different codes of rows whose group is known; a list counts with each of its elements.
  init(_ coded: KeyCodes, _ rows: Rows, _ groups: [UInt32], below count: Int, _ control: QueryControl) {
    values = coded.values
    let isMissing = (0..<UInt32(coded.count)).map { coded.values.isMissing($0) }
    let groups = coded.places.map { places in places.map { groups[Int($0)] } } ?? groups
    let codes = CellCodes([coded], coded.places.map { .all($0.count) } ?? rows)
      .mapped(control) { UInt32(truncatingIfNeeded: $0) }
    var sorted = GroupedCodes(codes, by: groups, below: count, control)
    let starts = sorted.starts
    let codeCount = coded.count
    var counts = [UInt32](repeating: 0, count: count)
    unsafe counts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let counts = unsafe buffer
      unsafe sorted.codes.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let codes = unsafe buffer
        let parts = Self.evenRanges(starts, unsafe Parallel.ranges(codes.count, control).count)
        Parallel.each(parts) { _, groups in
          // The last group that each code was met in, from 1.
          var last = [UInt32](repeating: 0, count: codeCount)
          for group in groups {
            var end = starts[group]
            for place in starts[group]..<starts[group + 1] {
              let code = unsafe codes[place]
              let isNew = last[Int(code)] != UInt32(group) + 1 && !isMissing[Int(code)]
              last[Int(code)] = UInt32(group) + 1
              unsafe codes[end] = code
              end += isNew ? 1 : 0
            }
            unsafe counts[group] = UInt32(end - starts[group])
          }
        }
      }
    }
    self.counts = counts
    self.sorted = sorted
  }

  /// The codes of a group.
  subscript(group: Int) -> ArraySlice<UInt32> {
    sorted.codes[sorted.starts[group]..<(sorted.starts[group] + Int(counts[group]))]
  }

  /// Cuts groups into parts with about as many codes each.
  private static func evenRanges(_ starts: [Int], _ parts: Int) -> [Range<Int>] {
    let total = starts[starts.count - 1]
    var cuts = [0]
    for part in 1..<max(parts, 1) {
      cuts.append(starts.firstIndex { $0 >= total * part / parts } ?? starts.count - 1)
    }
    cuts.append(starts.count - 1)
    return zip(cuts, cuts.dropFirst()).map { $0..<max($0, $1) }
  }
}
