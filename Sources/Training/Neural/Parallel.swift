import Dispatch

/// Work that is divided among threads.
enum Parallel {
  /// Runs `body` for 0 ..< count, each on a thread of its own, and waits for all.
  static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    DispatchQueue.concurrentPerform(iterations: count, execute: body)
  }
}
