import Dispatch
import Synchronization

/// Lets threads do something in the order of numbers from 0, each number once.
final class Turns: Sendable {
  private let state = Mutex((next: 0, waiting: [Int: DispatchSemaphore]()))

  /// Waits for the turn of `number`, whose thread is the only one that waits for it.
  func wait(for number: Int) {
    let semaphore: DispatchSemaphore? = state.withLock { state in
      if state.next == number { return nil }
      let semaphore = DispatchSemaphore(value: 0)
      state.waiting[number] = semaphore
      return semaphore
    }
    semaphore?.wait()
  }

  /// Ends a turn.
  func pass() {
    let semaphore = state.withLock { state in
      state.next += 1
      return state.waiting.removeValue(forKey: state.next)
    }
    semaphore?.signal()
  }
}

/// Gives out numbers from 0, each once.
final class Counter: Sendable {
  private let count = Atomic(0)

  /// The next number; nil where it would not be below `end`.
  func next(below end: Int) -> Int? {
    let number = count.wrappingAdd(1, ordering: .relaxed).oldValue
    return number < end ? number : nil
  }
}

/// Hands lists over from one thread to another, in their order; who is far ahead waits.
final class Handover<Item: Sendable>: Sendable {
  private let lists = Mutex<[[Item]]>([])
  private let filled = DispatchSemaphore(value: 0)
  private let free = DispatchSemaphore(value: Handover.most)

  /// How many lists may wait to be taken.
  private static var most: Int { 4 }

  /// Hands over a list; an empty one is the last.
  func put(_ list: [Item]) {
    free.wait()
    lists.withLock { $0.append(list) }
    filled.signal()
  }

  /// The next list; an empty one at the end.
  func take() -> [Item] {
    filled.wait()
    defer { free.signal() }
    return lists.withLock { $0.removeFirst() }
  }
}
