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

  /// The codes of a group.
  subscript(group: Int) -> ArraySlice<UInt32> { codes[starts[group]..<starts[group + 1]] }
}

/// The different codes that each group has, without those that stand for a missing value.
struct DistinctCodes {
  /// What the codes stand for.
  let values: Vector
  /// How many each group has.
  let counts: [UInt32]
  private let sorted: GroupedCodes

  /// The different ones of codes that are sorted by group and stand for `values`.
  init(of codes: GroupedCodes, _ values: Vector, _ control: QueryControl) {
    let isMissing = (0..<values.count).map(values.isMissing)
    var sorted = codes
    let starts = sorted.starts
    var counts = [UInt32](repeating: 0, count: starts.count - 1)
    unsafe counts.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let counts = unsafe buffer
      unsafe sorted.codes.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let codes = unsafe buffer
        let parts = unsafe Parallel.evenRanges(starts, Parallel.ranges(codes.count, control).count)
        Parallel.each(parts) { _, groups in
          // The last group that each code was met in, from 1; a missing one has been met.
          var last = isMissing.map { $0 ? UInt32.max : 0 }
          unsafe last.withUnsafeMutableBufferPointer { last in
            for group in groups {
              let mark = UInt32(group) + 1
              var end = starts[group]
              for place in starts[group]..<starts[group + 1] {
                let code = unsafe codes[place]
                let met = unsafe last[Int(code)]
                unsafe codes[end] = code
                unsafe last[Int(code)] = max(met, mark)
                end += met < mark ? 1 : 0
              }
              unsafe counts[group] = UInt32(end - starts[group])
            }
          }
        }
      }
    }
    self.values = values
    self.counts = counts
    self.sorted = sorted
  }

  /// The codes of a group.
  subscript(group: Int) -> ArraySlice<UInt32> { sorted[group].prefix(Int(counts[group])) }
}
