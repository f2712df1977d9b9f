public import ClaimModel

/// The claims behind each row of an answer, looked up when they are asked for: a count over millions need not list them.
public struct Provenance: Sendable {
  private let rows: Int
  private let find: @Sendable (Int) -> [ClaimID]

  /// For each of `rows` rows what `find` gives.
  public init(rows: Int, _ find: @escaping @Sendable (Int) -> [ClaimID]) {
    self.rows = rows
    self.find = find
  }
}

extension Provenance: RandomAccessCollection {
  /// The first row.
  public var startIndex: Int { 0 }
  /// The row after the last one.
  public var endIndex: Int { rows }

  /// The claims behind a row.
  public subscript(row: Int) -> [ClaimID] { find(row) }
}

extension Provenance: ExpressibleByArrayLiteral {
  /// The claims behind each row.
  public init(arrayLiteral elements: [ClaimID]...) { self.init(elements) }

  /// The claims behind each row.
  public init(_ claims: [[ClaimID]]) { self.init(rows: claims.count) { claims[$0] } }
}

extension Provenance: Hashable {
  /// Whether the claims are the same, row by row.
  public static func == (left: Provenance, right: Provenance) -> Bool { left.elementsEqual(right) }

  /// Feeds the claims of all rows to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(Array(self)) }
}
