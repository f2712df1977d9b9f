import Synchronization

/// A value that goes on growing: what was made of a knowledge base before it grew is where the next one starts.
final class Growing<Value: Sendable>: Sendable {
  private let state: Mutex<(value: Value, isGrown: Bool)>

  /// A value that starts from what `previous` has come to.
  init(after previous: Growing?, from start: Value) {
    state = Mutex((previous?.state.withLock { $0.value } ?? start, false))
  }

  /// The value, which `grow` brings up to now when it is first asked for.
  func value(_ grow: (inout Value) -> Void) -> Value {
    state.withLock { state in
      if !state.isGrown {
        grow(&state.value)
        state.isGrown = true
      }
      return state.value
    }
  }
}

/// A value that is made when it is first asked for, once, by whichever thread comes first.
package final class Lazy<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  package init() {}

  /// The value, which `make` makes where there is none yet.
  package func value(_ make: () -> Value) -> Value {
    made.withLock { value in
      if let value { return value }
      let new = make()
      value = new
      return new
    }
  }
}
