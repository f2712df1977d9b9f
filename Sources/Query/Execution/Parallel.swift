import Dispatch
import Synchronization

/// Work that is spread over threads. What comes of it does not depend on how many there are.
enum Parallel {
  /// How many rows are done between two looks at the control.
  static let batch = 1 << 16

  /// The parts that `count` rows are cut into, one for each thread that is worth it.
  static func ranges(_ count: Int, _ control: QueryControl) -> [Range<Int>] {
    let threads = max(min(control.threads.most, count / max(control.threads.fewestRows, 1)), 1)
    return (0..<threads).map { (count * $0 / threads)..<(count * ($0 + 1) / threads) }
  }

  /// Cuts `count` rows into parts, calls `body` with each, and gives what came of them, in order.
  static func parts<Result: Sendable>(
    _ count: Int, _ control: QueryControl,
    _ body: @Sendable (Range<Int>) throws(QueryControl.Stop) -> Result
  ) throws(QueryControl.Stop) -> [Result] {
    try parts(ranges(count, control), body)
  }

  /// Calls `body` with each part, on a thread each, and gives what came of them, in order.
  static func parts<Result: Sendable>(
    _ ranges: [Range<Int>], _ body: @Sendable (Range<Int>) throws(QueryControl.Stop) -> Result
  ) throws(QueryControl.Stop) -> [Result] {
    guard ranges.count > 1 else { return [try body(ranges[0])] }
    let results = Mutex<[(part: Int, result: Swift.Result<Result, QueryControl.Stop>)]>([])
    DispatchQueue.concurrentPerform(iterations: ranges.count) { part in
      let result = Swift.Result { () throws(QueryControl.Stop) in try body(ranges[part]) }
      results.withLock { $0.append((part, result)) }
    }
    var values: [Result] = []
    for (_, result) in results.withLock({ $0 }).sorted(by: { $0.part < $1.part }) { values.append(try result.get()) }
    return values
  }

  /// Cuts lists into parts of about as many elements each: `starts` has where each list starts, and where the last ends.
  static func evenRanges(_ starts: [Int], _ parts: Int) -> [Range<Int>] {
    let total = starts[starts.count - 1]
    var cuts = [0]
    for part in 1..<max(parts, 1) {
      cuts.append(starts.firstIndex { $0 >= total * part / parts } ?? starts.count - 1)
    }
    cuts.append(starts.count - 1)
    return zip(cuts, cuts.dropFirst()).map { $0..<max($0, $1) }
  }

  /// Calls `body` with each part and its number, on a thread each.
  static func each(_ ranges: [Range<Int>], _ body: @Sendable (Int, Range<Int>) -> Void) {
    guard ranges.count > 1 else { return ranges.enumerated().forEach { body($0, $1) } }
    DispatchQueue.concurrentPerform(iterations: ranges.count) { body($0, ranges[$0]) }
  }

  /// Calls `body` with batches of a range, and looks at the control between them.
  @inline(__always)
  static func batches(
    _ range: Range<Int>, _ control: QueryControl, _ body: (Range<Int>) -> Void
  ) throws(QueryControl.Stop) {
    var start = range.lowerBound
    while start < range.upperBound {
      try control.check()
      let end = min(start + batch, range.upperBound)
      body(start..<end)
      start = end
    }
  }
}

extension [[UInt32]] {
  /// The elements of all of them, one after another.
  var concatenated: [UInt32] {
    guard count > 1 else { return first ?? [] }
    var all: [UInt32] = []
    all.reserveCapacity(lazy.map(\.count).reduce(0, +))
    for part in self { all += part }
    return all
  }
}
