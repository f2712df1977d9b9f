import Synchronization

/// A value that is made when it is first asked for, once, by whichever thread comes first.
final class Lazy<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// The value, which `make` makes where there is none yet.
  func value(_ make: () -> Value) -> Value {
    made.withLock { value in
      if let value { return value }
      let new = make()
      value = new
      return new
    }
  }
}
