import ClaimModel
import Testing

@Suite struct OffsetMapTests {
  @Test func aTextThatIsItsOwnOriginalStaysInPlace() {
    let map = OffsetMap()
    #expect(map.original(of: 0) == 0 && map.original(of: 1000) == 1000)
    #expect(OffsetMap(startingAt: 3).original(of: TextRange(0, 4)) == TextRange(3, 7))
  }

  @Test func aRunGoesOnByteByByte() {
    var map = OffsetMap()
    map.append(clean: 5, original: 9)
    map.append(clean: 8, original: 20)
    #expect((0..<10).map { map.original(of: $0) } == [0, 1, 2, 3, 4, 9, 10, 11, 20, 21])
  }

  @Test func aRangeCoversWhatWasLeftOutWithinIt() {
    var map = OffsetMap()
    map.append(clean: 5, original: 9)
    #expect(map.original(of: TextRange(3, 7)) == TextRange(3, 11))
    #expect(map.original(of: TextRange(0, 5)) == TextRange(0, 5))
    #expect(map.original(of: TextRange(5, 5)) == TextRange(9, 9))
  }

  @Test func runsThatGoOnAreOne() {
    var map = OffsetMap()
    map.append(clean: 5, original: 9)
    map.append(clean: 7, original: 11)
    #expect(map.runs == [.init(clean: 0, original: 0), .init(clean: 5, original: 9)])
    map.append(clean: 5, original: 5)
    #expect(map == OffsetMap())
  }

  @Test func aRunThatIsTakenBackAtOnceLeavesNothing() {
    var map = OffsetMap()
    map.append(clean: 0, original: 3)
    #expect(map == OffsetMap(startingAt: 3))
  }

  /// Against the table of all bytes, for every choice of left-out bytes of a short text.
  @Test func agreesWithATable() {
    for kept in 1..<256 {
      var map = OffsetMap(startingAt: kept.trailingZeroBitCount)
      let table = (0..<8).filter { kept & (1 << $0) != 0 }
      for (clean, original) in table.enumerated() { map.append(clean: clean, original: original) }
      #expect(table.indices.map { map.original(of: $0) } == table)
    }
  }
}
