/// Values of fixed width, one after another: an array that can lie in a mapped file and go on growing there.
///
/// A value: a copy is cheap, and whoever changes it first gets memory of its own. Rows that nobody has written, up to
/// `count`, are zero and take no memory where there are many together, so columns say "missing" with zero. Rows that lie in
/// a file are compared with its checksums before they are first read.
@safe
public struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline var memory: ColumnMemory?
  // The start of `memory`, which is kept alive by it and only changes with it; and for how many rows there is room in it.
  @usableFromInline var base: UnsafeMutablePointer<Element>?
  private var room = 0
  /// How many rows there are.
  @usableFromInline package private(set) var rows = 0

  /// No rows.
  @inlinable
  public init() {}

  /// A row for each element.
  public init(_ elements: some Sequence<Element>) {
    append(contentsOf: elements)
  }

  /// `count` rows with one value.
  public init(repeating value: Element, count: Int) {
    let start = unsafe extend(by: count)
    for row in 0..<count { unsafe start[row] = value }
  }

  /// The first `count` values of memory, which holds as many.
  init(_ memory: ColumnMemory, count: Int) {
    precondition(count * MemoryLayout<Element>.stride <= memory.capacity)
    use(memory)
    rows = count
  }

  /// Adds a row.
  @inlinable
  public mutating func append(_ value: Element) {
    let start = unsafe extend(by: 1)
    unsafe start.pointee = value
  }

  /// Adds a row for each element.
  public mutating func append(contentsOf elements: some Sequence<Element>) {
    let isCopied: Void? = elements.withContiguousStorageIfAvailable { append(contentsOf: unsafe $0.span) }
    if isCopied != nil { return }
    reserveCapacity(rows + elements.underestimatedCount)
    for element in elements { append(element) }
  }

  /// Adds a row for each element.
  public mutating func append(contentsOf elements: Span<Element>) {
    guard !elements.isEmpty else { return }
    let start = unsafe extend(by: elements.count)
    unsafe elements.withUnsafeBufferPointer { unsafe start.update(from: $0.baseAddress!, count: $0.count) }
  }

  /// Adds rows that are zero, without writing to them.
  public mutating func append(zeros count: Int) {
    _ = unsafe extend(by: count)
  }

  /// Makes room for `count` rows in all.
  public mutating func reserveCapacity(_ count: Int) {
    let before = rows
    _ = unsafe extend(by: Swift.max(count - rows, 0))
    rows = before
  }

  /// Adds rows, which are zero.
  ///
  /// - Returns: the first of them, which may be written to before the column is next touched.
  @usableFromInline
  mutating func extend(by count: Int) -> UnsafeMutablePointer<Element> {
    if rows + count > room || !isKnownUniquelyReferenced(&memory) { makeRoom(for: rows + count) }
    let start = unsafe base.unsafelyUnwrapped + rows
    rows += count
    return unsafe start
  }

  /// Gives it memory of its own with room for so many rows; more than there are have room for as many again.
  private mutating func makeRoom(for wanted: Int) {
    let stride = MemoryLayout<Element>.stride
    guard let memory else { return use(ColumnMemory(bytes: wanted * stride)) }
    let bytes = wanted > room ? Swift.max(wanted * stride, memory.capacity * 2) : wanted * stride
    use(memory.copy(used: rows * stride, bytes: bytes))
  }

  /// Where the values are, unique to this column; to be used before the column is next touched.
  mutating func values() -> UnsafeMutablePointer<Element> {
    if memory == nil { use(ColumnMemory(bytes: 0)) }
    makeUnique()
    return unsafe base.unsafelyUnwrapped
  }

  private mutating func use(_ memory: ColumnMemory) {
    self.memory = memory
    unsafe base = memory.base.assumingMemoryBound(to: Element.self)
    room = memory.capacity / MemoryLayout<Element>.stride
  }

  @usableFromInline
  mutating func makeUnique() {
    guard !isKnownUniquelyReferenced(&memory), let memory else { return }
    let bytes = rows * MemoryLayout<Element>.stride
    use(memory.copy(used: bytes, bytes: bytes))
  }
}

extension Column: RandomAccessCollection {
  /// The first row.
  @inlinable public var startIndex: Int { 0 }
  /// The row after the last one.
  @inlinable public var endIndex: Int { rows }
  /// How many rows there are.
  @inlinable public var count: Int { rows }

  /// The value of a row.
  @inlinable
  public subscript(row: Int) -> Element {
    get {
      precondition(UInt(bitPattern: row) < UInt(bitPattern: rows), "There is no such row.")
      defer { extendLifetime(memory) }
      if unsafe memory.unsafelyUnwrapped.isUnchecked { check(row..<(row + 1)) }
      return unsafe base.unsafelyUnwrapped[row]
    }
    set {
      precondition(UInt(bitPattern: row) < UInt(bitPattern: rows), "There is no such row.")
      makeUnique()
      unsafe base.unsafelyUnwrapped[row] = newValue
    }
  }
}

extension Column: ExpressibleByArrayLiteral {
  /// A row for each element.
  @inlinable
  public init(arrayLiteral elements: Element...) {
    self.init(elements)
  }
}

extension Column {
  /// The values of some rows.
  @inlinable
  public func values(of rows: [Int]) -> [Element] {
    if let memory, memory.isUnchecked { for row in rows { check(row..<(row + 1)) } }
    return unsafe withUncheckedValues { values in
      rows.map { row in
        precondition(UInt(bitPattern: row) < UInt(bitPattern: values.count), "There is no such row.")
        return unsafe values[row]
      }
    }
  }

  /// Calls `body` with the values where they are. In a file, that checks the whole column once.
  @inlinable
  public func withUnsafeValues<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    check(0..<rows)
    return try unsafe withUncheckedValues(body)
  }

  /// The same for those who call `check(_:)` for what they read, which is less than all.
  @inlinable
  func withUncheckedValues<Result: ~Copyable, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { extendLifetime(memory) }
    return try unsafe body(UnsafeBufferPointer(start: base, count: rows))
  }

  /// Compares rows that lie in a file with its checksums, unless that has been done; damaged ones become zero.
  @inlinable
  func check(_ rows: Range<Int>) {
    guard let memory, memory.isUnchecked else { return }
    let stride = MemoryLayout<Element>.stride
    memory.check(rows.lowerBound * stride..<rows.upperBound * stride)
  }
}
