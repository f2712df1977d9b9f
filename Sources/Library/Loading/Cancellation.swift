import Synchronization

/// Whether somebody wants no more; asked from several threads.
final class Cancellation: Sendable {
  private let flag = Atomic(false)

  var isAskedFor: Bool { flag.load(ordering: .relaxed) }

  func ask() { flag.store(true, ordering: .relaxed) }
}
