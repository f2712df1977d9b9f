import Query
import Testing

@testable import Output

@Suite struct ColumnWidthTests {
  /// All small cases: what fits is given whole, what does not fills the line exactly, and no column is starved.
  @Test func widthsFillTheLine() {
    let sizes = [1, 5, 9, 30, 300]
    for first in sizes {
      for second in sizes {
        for third in sizes {
          for available in [10, 24, 40, 77, 700] {
            let needs = [first, second, third].map { ColumnWidths.Need(name: 4, widths: [$0], type: .text) }
            let whole = needs.map(\.whole).reduce(0, +)
            guard let widths = ColumnWidths.fitting(needs, into: available) else {
              #expect(needs.map(\.least).reduce(0, +) > available)
              continue
            }
            #expect(widths.reduce(0, +) == min(whole, available))
            for (need, width) in zip(needs, widths) { #expect((need.least...need.whole).contains(width)) }
          }
        }
      }
    }
  }

  @Test func numbersKeepTheirDigits() {
    let needs = [
      ColumnWidths.Need(name: 4, widths: [100], type: .text),
      ColumnWidths.Need(name: 4, widths: [12], type: .number),
    ]
    #expect(ColumnWidths.fitting(needs, into: 60) == [48, 12])
    #expect(ColumnWidths.fitting(needs, into: 43) == nil)
  }

  @Test func sentencesKeepMoreRoomThanNames() {
    let sentences = ColumnWidths.Need(name: 4, widths: [3, 70, 90], type: .text)
    let names = ColumnWidths.Need(name: 4, widths: [3, 70, 90], type: .entity)
    let words = ColumnWidths.Need(name: 4, widths: [3, 4, 90], type: .text)
    #expect([sentences.least, names.least, words.least] == [32, 10, 10])
    #expect(ColumnWidths.Need(name: 4, widths: [], type: .text).least == 4)
  }

  @Test func wrapping() {
    #expect("".wrapped(to: 5) == [""])
    #expect("one two three".wrapped(to: 7) == ["one two", "three"])
    #expect("abcdefghij kl".wrapped(to: 4) == ["abcd", "efgh", "ij", "kl"])
    #expect("喀布尔 x".wrapped(to: 4) == ["喀布", "尔 x"])
  }

  @Test func clipping() {
    #expect("abcdef".clipped(to: 6) == "abcdef")
    #expect("abcdef".clipped(to: 5) == "abcd…")
    #expect("喀布尔".clipped(to: 5) == "喀布…")
    #expect("喀布尔".clipped(to: 4) == "喀…")
    #expect("abc".clipped(to: 0) == "")
  }
}
