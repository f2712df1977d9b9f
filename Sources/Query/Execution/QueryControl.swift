import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What can end a query before it has its answer: somebody who takes it back, or a limit that it would pass.
///
/// One for each run. Operators look at it every few ten thousand rows, so that a query ends within a moment.
public final class QueryControl: Sendable {
  /// Why a query was ended.
  public enum Stop: Error, Hashable, Sendable {
    /// It was taken back.
    case cancelled
    /// It took longer than it may, in milliseconds.
    case timeout(Int)
    /// It needs more memory than it may have, in bytes.
    case memory(Int)
  }

  private let isCancelled = Atomic(false)
  private let bytes = Atomic(0)
  private let timeout: Int?
  private let deadline: ContinuousClock.Instant?
  private let memory: Int?
  private let isInterrupted: @Sendable () -> Bool
  /// How work is spread over threads.
  let spread: Parallel.Spread

  /// A control with limits.
  ///
  /// - Parameters:
  ///   - timeout: How many milliseconds from now a query may take.
  ///   - memory: How many bytes it may hold beside what is known, roughly.
  ///   - isInterrupted: Whether somebody has taken it back elsewhere; asked often, from several threads.
  public convenience init(
    timeout: Int? = nil, memory: Int? = nil, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(timeout: timeout, memory: memory, spread: .usual, isInterrupted: isInterrupted)
  }

  /// A control of work that is spread in a certain way.
  init(
    timeout: Int? = nil, memory: Int? = nil, spread: Parallel.Spread,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.spread = spread
    self.isInterrupted = isInterrupted
    self.timeout = timeout
    deadline = timeout.map { .now + .milliseconds($0) }
    self.memory = memory
  }

  /// Ends the query soon. May be called from a signal handler, or from any thread.
  public func cancel() { isCancelled.store(true, ordering: .relaxed) }

  /// Throws where the query is to end.
  func check() throws(Stop) {
    if isCancelled.load(ordering: .relaxed) || isInterrupted() { throw .cancelled }
    if let deadline, let timeout, ContinuousClock.now > deadline { throw .timeout(timeout) }
  }

  /// Says that the query is about to take this much memory, and throws where that is too much.
  func take(_ count: Int) throws(Stop) {
    let total = bytes.add(count, ordering: .relaxed).newValue
    if let memory, total > memory { throw .memory(memory) }
  }
}

/// Work that is spread over the cores.
enum Parallel {
  /// Over how many threads work is spread.
  struct Spread: Sendable {
    /// The most threads.
    var threads: Int
    /// The fewest rows that are worth another thread.
    var fewestRows: Int

    /// A thread a core.
    static let usual = Spread(threads: Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), fewestRows: 1 << 17)
  }

  /// How many rows are done between two looks at the control.
  static let batch = 1 << 16

  /// Cuts `count` rows into a part for each core, calls `body` with each, and gives what came of them, in order.
  static func parts<Result: Sendable>(
    _ count: Int, _ control: QueryControl,
    _ body: @Sendable (Range<Int>) throws(QueryControl.Stop) -> Result
  ) throws(QueryControl.Stop) -> [Result] {
    let cores = min(control.spread.threads, count / control.spread.fewestRows)
    guard cores > 1 else { return [try body(0..<count)] }
    let results = Mutex<[(part: Int, result: Swift.Result<Result, QueryControl.Stop>)]>([])
    DispatchQueue.concurrentPerform(iterations: cores) { part in
      let range = (count * part / cores)..<(count * (part + 1) / cores)
      let result = Swift.Result { () throws(QueryControl.Stop) in try body(range) }
      results.withLock { $0.append((part, result)) }
    }
    var values: [Result] = []
    for (_, result) in results.withLock({ $0 }).sorted(by: { $0.part < $1.part }) { values.append(try result.get()) }
    return values
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
