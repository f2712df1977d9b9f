import CScanner

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Finds the values of plain lines, whose attributes are those of `ClaimLineAttributes.all`, by their places in that table.
///
/// Safe: it alone has its memory. What it hands out stands in the bytes that were scanned last.
@safe
final class LineScanner {
  private let scanner: UnsafeMutablePointer<Scanner>
  private var names = unsafe [UnsafeMutablePointer<CChar>]()
  /// The places of the attributes in the columns of a file of CSV; nil for lines of JSON.
  let columns: [Int]?

  init(columns: [Int]? = nil) {
    self.columns = columns
    unsafe scanner = .allocate(capacity: 1)
    unsafe scanner.initialize(to: Scanner())
    for attribute in ClaimLineAttributes.all {
      guard let name = unsafe strdup(attribute.name) else { fatalError("out of memory") }
      unsafe names.append(name)
      unsafe scanner_add_name(scanner, name)
    }
    for (number, column) in (columns ?? []).enumerated() {
      unsafe withUnsafeMutableBytes(of: &scanner.pointee.columns) { unsafe $0[number] = UInt8(column) }
    }
    unsafe scanner.pointee.column_count = UInt8(columns?.count ?? 0)
  }

  deinit {
    while let name = unsafe names.popLast() { unsafe free(name) }
    unsafe scanner.deallocate()
  }

  /// Scans the line, or the record, at `start` of bytes that `scanner_padding` more follow.
  ///
  /// - Returns: where the next one starts; nil where this one is not plain.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let next =
      columns == nil
      ? unsafe scanner_json_line(scanner, bytes.baseAddress, start, bytes.count)
      : unsafe scanner_csv_record(scanner, bytes.baseAddress, start, bytes.count)
    return next == 0 ? nil : next
  }

  /// Whether the line that was scanned last has a value for one of these attributes, a bit each.
  @inline(__always)
  func hasAny(of attributes: UInt64) -> Bool { unsafe scanner.pointee.present & attributes != 0 }

  /// The value of an attribute of the line that was scanned last.
  @inline(__always)
  func value(_ attribute: Int) -> ScannedValue {
    precondition(attribute >= 0 && attribute < Int(scanner_most_attributes))
    // The values stand at the start of the scanner.
    return unsafe UnsafeRawPointer(scanner).assumingMemoryBound(to: ScannedValue.self)[attribute]
  }
}
