#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Threads of their own, for work whose parts wait for one another.
enum Threads {
  /// How many processors there are.
  static var processors: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  private final class Job: Sendable {
    let body: @Sendable (Int) -> Void
    let number: Int

    init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }

  /// Runs `body` on up to `count` threads at once, this one among them, and waits for all of them. Where the system gives
  /// fewer threads, there are fewer.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 1..<max(count, 1) {
      guard let thread = start(number, body) else { break }
      threads.append(thread)
    }
    body(0)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Runs `main` on this thread and `side` on another one, and waits for both. `main` is told whether there is another one:
  /// where the system gives none, `side` is not run.
  static func run(_ main: (Bool) -> Void, beside side: @escaping @Sendable () -> Void) {
    let thread = start(1) { _ in side() }
    main(thread != nil)
    if let thread { pthread_join(thread, nil) }
  }

  private static func start(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) -> pthread_t? {
    var thread = pthread_t()
    let job = unsafe Unmanaged.passRetained(Job(number, body))
    let failure = unsafe pthread_create(
      &thread, nil,
      { raw in
        guard let raw = unsafe raw else { return nil }
        let job = unsafe Unmanaged<Job>.fromOpaque(raw).takeRetainedValue()
        job.body(job.number)
        return nil
      }, job.toOpaque())
    guard failure == 0 else {
      unsafe job.release()
      return nil
    }
    return thread
  }
}
