/// What the numbers of a column can be, so that not even a forged file leads out of the columns or round for ever.
///
/// The names are those of sections, of which the number of rows counts, or of counts.
enum ValueRule: Hashable, Sendable {
  case any
  /// A row of a section.
  case row(of: String)
  /// The same, or the greatest number for none.
  case rowOrMax(of: String)
  /// A row counted from 1, or 0 for none; an amount of them.
  case entry(of: String)
  /// A unit of a section of chunks, counted from 1, or 0 for none.
  case chunk(of: String)
  /// A row above its own, or 0 for none.
  case earlierRow
  /// The same counted from 1.
  case earlierEntry
  /// A row below its own, counted from 1, or 0 for none.
  case laterEntry(of: String)
  /// A hash over a row counted from 1, or 0 for none.
  case slot(of: String)
  /// A part of a hash over a row counted from 1, or 0 for none, in a table of slots.
  case packedSlot(of: String, slots: String)

  /// The rule in the words of the format's page.
  var words: String {
    switch self {
    case .any: ""
    case .row(let name): "row of `\(name)`"
    case .rowOrMax(let name): "row of `\(name)`, or 2³²−1"
    case .entry(let name): "at most the rows of `\(name)`"
    case .chunk(let name): "chunk of `\(name)`, from 1"
    case .earlierRow: "row above, or 0"
    case .earlierEntry: "row above, from 1, or 0"
    case .laterEntry: "row below, from 1, or 0"
    case .slot(let name): "hash · 2³² + row of `\(name)` from 1, or 0"
    case .packedSlot(let name, _): "row of `\(name)` from 1 in the low bits that its own place needs, hash above, or 0"
    }
  }

  /// The rule with the numbers of rows in a file.
  func check(_ rows: (String) -> Int) -> ValueCheck {
    switch self {
    case .any: .any
    case .row(let name): .atMost(rows(name) - 1, orMax: false)
    case .rowOrMax(let name): .atMost(rows(name) - 1, orMax: true)
    case .entry(let name): .atMost(rows(name), orMax: false)
    case .chunk(let name): .atMost(rows(name) / Postings.unit, orMax: false)
    case .earlierRow: .earlier(by: 1)
    case .earlierEntry: .earlier(by: 0)
    case .laterEntry(let name): .later(atMost: rows(name))
    case .slot(let name): .slot(atMost: rows(name), mask: 0xFFFF_FFFF)
    case .packedSlot(let name, let slots): .slot(atMost: rows(name), mask: max(rows(slots), 1) - 1)
    }
  }
}

/// A rule as it is applied to a block of a column.
enum ValueCheck: Sendable {
  case any
  case atMost(Int, orMax: Bool)
  case earlier(by: Int)
  case later(atMost: Int)
  case slot(atMost: Int, mask: Int)

  /// Whether it holds for the values of some bytes, the first of which is that of row `first`.
  func hold(in bytes: UnsafeRawBufferPointer, width: Int, from first: Int) -> Bool {
    switch width {
    case 4: unsafe bytes.withMemoryRebound(to: UInt32.self) { unsafe hold(for: $0, from: first) }
    case 8: unsafe bytes.withMemoryRebound(to: UInt64.self) { unsafe hold(for: $0, from: first) }
    default: true
    }
  }

  private func hold<Number: FixedWidthInteger & UnsignedInteger>(
    for numbers: UnsafeBufferPointer<Number>, from first: Int
  ) -> Bool {
    switch self {
    case .any: return true
    case .atMost(let limit, let orMax):
      // Adding one turns the greatest number into zero.
      let step: Number = orMax ? 1 : 0
      let greatest = unsafe numbers.reduce(0) { max($0, $1 &+ step) }
      return numbers.isEmpty || greatest <= limit + Int(step)
    case .earlier(let distance):
      return unsafe zip(numbers, first...).allSatisfy { $0 == 0 || Int(clamping: $0) <= $1 - distance }
    case .later(let limit):
      return unsafe zip(numbers, first...).allSatisfy { $0 == 0 || Int(clamping: $0) > $1 + 1 && $0 <= limit }
    case .slot(let limit, let mask):
      let mask = Number(truncatingIfNeeded: mask)
      return unsafe numbers.allSatisfy { $0 == 0 || $0 & mask != 0 && $0 & mask <= limit }
    }
  }
}
