import ClaimModel
import Testing

@testable import Store

@Suite struct ColumnTests {
  @Test func aColumnIsAsAnArrayWouldBe() {
    var random = RandomClaims(seed: 1)
    var column = Column<UInt32>()
    var array: [UInt32] = []
    for _ in 0..<2000 {
      switch random.number(below: 5) {
      case 0:
        let count = random.number(below: 100)
        column.append(zeros: count)
        array.append(contentsOf: repeatElement(0, count: count))
      case 1 where !array.isEmpty:
        let row = random.number(below: array.count)
        column[row] = 7
        array[row] = 7
      case 2:
        let some = (0..<random.number(below: 50)).map { UInt32($0) }
        column.append(contentsOf: some)
        array.append(contentsOf: some)
      default:
        column.append(UInt32(array.count))
        array.append(UInt32(array.count))
      }
    }
    #expect(array.count > 20_000)
    #expect(Array(column) == array)
  }

  @Test(arguments: [3, 100_000])
  func aCopyStaysAsItIs(_ count: Int) {
    let original = Column(0..<count)
    var copy = original
    copy.append(-1)
    copy[0] = -2
    #expect(Array(original) == Array(0..<count))
    #expect(copy.count == count + 1 && copy[0] == -2 && copy[count] == -1)
  }

  @Test func textsAndListsKeepTheirBorders() {
    let texts = ["", "one", "", "Élan 🌍", "two"]
    let column = TextColumn(texts)
    #expect((0..<column.count).map { column[$0] } == texts)
    #expect((0..<column.count).map { column.isEmpty($0) } == texts.map(\.isEmpty))
    #expect(column.holds("one".utf8.span, at: 1) && !column.holds("on".utf8.span, at: 1))
    for (one, left) in texts.enumerated() {
      for (other, right) in texts.enumerated() {
        let isBefore = left.utf8.lexicographicallyPrecedes(right.utf8)
        #expect((column.compare(one, other) < 0) == isBefore)
      }
    }
    var lists = ListColumn()
    for row in 0..<4 { lists.append((0..<UInt32(row % 3)).map { $0 }) }
    #expect((0..<4).map { Array(lists[$0]) } == [[], [0], [0, 1], []])
  }

  @Test func offsetsGoOnPastFourBytes() {
    let offsets = [0, 5, 5, 1 << 32 - 1, 1 << 32, 1 << 32 + 7, 3 << 32 + 1, 3 << 32 + 2]
    var column = OffsetColumn()
    for offset in offsets { column.append(offset) }
    #expect((0..<column.count).map { column[$0] } == offsets)
  }

  @Test func intervalsComeBackAsTheyWere() throws {
    let days = [Day(number: 0), Day(number: -700_000), Day(number: 20_000), nil]
    var ranges: [DateRange?] = [nil]
    for first in days { for last in days { ranges.append(DateRange(first, last)) } }
    var column = DateColumn()
    for range in ranges { column.append(range) }
    #expect(ranges.indices.map { column.range($0) } == ranges)
    #expect(ranges.indices.map { column.isMissing($0) } == ranges.map { $0 == nil })
    #expect(column.first(0) == DateColumn.open.first && column.last(0) == DateColumn.open.last)
  }

  @Test func numbersComeBackAsTheyWere() {
    let numbers = [0, -0.0, 1.5, .infinity, 1e300]
    let column = NumberColumn(numbers + [.nan])
    #expect(numbers.indices.map { column[$0] } == numbers)
    #expect(column[numbers.count].isNaN)
  }
}
