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
  let threads: Threads

  /// How work is spread over threads.
  struct Threads: Sendable {
    /// How many there may be.
    var most = Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    /// The fewest rows that are worth another one.
    var fewestRows = 1 << 17
  }

  /// A control with limits.
  ///
  /// - Parameters:
  ///   - timeout: How many milliseconds from now a query may take.
  ///   - memory: How many bytes it may hold beside what is known, roughly.
  ///   - isInterrupted: Whether somebody has taken it back elsewhere; asked often, from several threads.
  public convenience init(
    timeout: Int? = nil, memory: Int? = nil, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(timeout: timeout, memory: memory, threads: Threads(), isInterrupted: isInterrupted)
  }

  /// The same, with work spread otherwise.
  init(
    timeout: Int? = nil, memory: Int? = nil, threads: Threads,
    isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) {
    self.isInterrupted = isInterrupted
    self.threads = threads
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
    try take(0)
  }

  /// Says that the query is about to take this much memory, and throws where that is too much.
  func take(_ count: Int) throws(Stop) {
    let total = bytes.add(count, ordering: .relaxed).newValue
    if let memory, total > memory { throw .memory(memory) }
  }
}
