/// A column of which every row has been compared with the checksums of its file, so that reading a row costs what it does in
/// an array: for loops over many rows, in closures that threads share.
@safe
public struct CheckedColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Kept alive, and unchanged: whoever writes to the column while it is here gets memory of its own.
  @usableFromInline let memory: ColumnMemory?
  @usableFromInline let base: UnsafePointer<Element>?
  /// How many rows there are.
  public let count: Int

  init(_ column: Column<Element>) {
    column.check(0..<column.count)
    memory = column.memory
    unsafe base = UnsafePointer(column.base)
    count = column.count
  }

  /// The value of a row.
  @inlinable
  public subscript(row: Int) -> Element {
    precondition(UInt(bitPattern: row) < UInt(bitPattern: count), "There is no such row.")
    defer { extendLifetime(memory) }
    return unsafe base.unsafelyUnwrapped[row]
  }

  /// The values of some rows.
  @inlinable
  public func values(of rows: [UInt32]) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: rows.count) { values, initialised in
      for place in rows.indices { unsafe values.initializeElement(at: place, to: self[Int(rows[place])]) }
      initialised = rows.count
    }
  }
}

extension CheckedColumn<UInt8> {
  /// The values of eight rows that follow one another, the first one's in the lowest byte.
  @inlinable
  public func eight(from row: Int) -> UInt64 {
    precondition(row >= 0 && row <= count - 8, "There are no such rows.")
    defer { extendLifetime(memory) }
    let start = unsafe UnsafeRawPointer(base.unsafelyUnwrapped) + row
    return unsafe UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
  }
}

extension Column {
  /// The column for many reads. In a file, that checks the whole of it once.
  public var checked: CheckedColumn<Element> { CheckedColumn(self) }
}
