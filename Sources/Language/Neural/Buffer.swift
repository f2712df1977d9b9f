/// Memory for numbers that is used again and again; what it holds at first is zero.
///
/// Invariant: `start` has `count` initialised numbers. Whoever hands `start` to a kernel calls `expect` first.
@safe final class Buffer<Number: BitwiseCopyable & ExpressibleByIntegerLiteral> {
  private(set) var start: UnsafeMutablePointer<Number>
  private(set) var count: Int

  init(_ count: Int = 0) {
    unsafe start = UnsafeMutablePointer<Number>.allocate(capacity: max(1, count))
    unsafe start.initialize(repeating: 0, count: max(1, count))
    self.count = count
  }

  convenience init(_ numbers: [Number]) {
    self.init(numbers.count)
    for (index, number) in numbers.enumerated() { self[index] = number }
  }

  deinit { unsafe start.deallocate() }

  /// Makes room for `count` numbers; what stood there is kept.
  func reserve(_ count: Int) {
    guard count > self.count else { return }
    let larger = UnsafeMutablePointer<Number>.allocate(capacity: count)
    unsafe larger.initialize(repeating: 0, count: count)
    unsafe larger.update(from: start, count: self.count)
    unsafe start.deallocate()
    unsafe start = unsafe larger
    self.count = count
  }

  /// Stops the program if there are fewer than `count` numbers.
  func expect(_ count: Int) { precondition(count <= self.count) }

  subscript(index: Int) -> Number {
    get {
      precondition(index >= 0 && index < count)
      return unsafe start[index]
    }
    set {
      precondition(index >= 0 && index < count)
      unsafe start[index] = newValue
    }
  }

  /// Takes the first `count` numbers of `source`, from `place` on.
  func copy(_ source: Buffer<Number>, _ count: Int, to place: Int) {
    source.expect(count)
    expect(place + count)
    unsafe (start + place).update(from: source.start, count: count)
  }
}
