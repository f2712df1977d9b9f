import CScanner

/// Finds the values of plain lines, whose attributes are those of `ClaimLineAttributes.all`, by their places in that table.
///
/// It scans a few lines at once, so that what is looked up for all of them can be fetched together, and holds their values;
/// one of them is the line.
///
/// Safe: it alone has its memory. What it hands out stands in the bytes that were scanned last.
@safe
final class LineScanner {
  private let scanner: UnsafeMutablePointer<Scanner>
  private let lines: UnsafeMutablePointer<ScannedLine>
  private var line: UnsafeMutablePointer<ScannedLine>
  /// The places of the attributes in the columns of a file of CSV; nil for lines of JSON.
  let columns: [Int]?

  /// How many lines are scanned at once at most.
  static let most = 8

  init(columns: [Int]? = nil) {
    self.columns = columns
    unsafe scanner = .allocate(capacity: 1)
    unsafe scanner.initialize(to: Scanner())
    unsafe lines = .allocate(capacity: Self.most)
    unsafe lines.initialize(repeating: ScannedLine(), count: Self.most)
    unsafe line = lines
    for attribute in ClaimLineAttributes.all { unsafe scanner_add_name(scanner, attribute.name) }
    for (number, column) in (columns ?? []).enumerated() {
      unsafe withUnsafeMutableBytes(of: &scanner.pointee.columns) { unsafe $0[number] = UInt8(column) }
    }
    unsafe scanner.pointee.column_count = UInt8(columns?.count ?? 0)
  }

  deinit {
    unsafe scanner.deallocate()
    unsafe lines.deallocate()
  }

  /// Scans the line, or the record, at `start` of bytes that `scanner_padding` more follow.
  ///
  /// - Returns: where the next one starts; nil where this one is not plain.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    select(0)
    return unsafe scan(bytes, at: start, into: line)
  }

  /// Scans lines from `start` on, `most` of them, up to the first that is not plain.
  ///
  /// - Returns: how many these are.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var (count, place) = (0, start)
    while count < Self.most, place < bytes.count, let next = unsafe scan(bytes, at: place, into: lines + count) {
      count += 1
      place = next
    }
    return count
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, into line: UnsafeMutablePointer<ScannedLine>
  ) -> Int? {
    let next =
      columns == nil
      ? unsafe scanner_json_line(scanner, line, bytes.baseAddress, start, bytes.count)
      : unsafe scanner_csv_record(scanner, line, bytes.baseAddress, start, bytes.count)
    return next == 0 ? nil : next
  }

  /// Makes one of the lines that were scanned last the line.
  @inline(__always)
  func select(_ number: Int) {
    precondition(number >= 0 && number < Self.most)
    unsafe line = lines + number
  }

  /// Where the line stands.
  var range: Range<Int> { unsafe Int(line.pointee.start)..<Int(line.pointee.next) }

  /// Whether the line may have bytes that are not ASCII.
  @inline(__always)
  var mayHaveMoreThanASCII: Bool { unsafe line.pointee.may_have_more_than_ascii != 0 }

  /// Whether the line has a value for one of these attributes, a bit each.
  @inline(__always)
  func hasAny(of attributes: UInt64) -> Bool { unsafe line.pointee.present & attributes != 0 }

  /// The value of an attribute of the line.
  @inline(__always)
  func value(_ attribute: Int) -> ScannedValue {
    precondition(attribute >= 0 && attribute < Int(scanner_most_attributes))
    // The values stand at the start of the line.
    return unsafe UnsafeRawPointer(line).assumingMemoryBound(to: ScannedValue.self)[attribute]
  }
}
