import Language
import Testing

@Suite struct LabelSequenceTests {
  private let free = LabelSequence.allowed([SIMD8<Int32>](repeating: .zero, count: 8))

  @Test func noWordsHaveNoLabels() { #expect(LabelSequence.best([], transitions: free).isEmpty) }

  @Test func aNameNeverStartsWithItsSecondWord() {
    let scores = [SIMD8<Int32>](repeating: SIMD8(0, 1, 5, 0, 0, 0, 0, 9), count: 3)
    #expect(LabelSequence.best(scores, transitions: free) == [1, 2, 2])
  }

  @Test func theBestSequenceIsThatOfAllSequences() {
    var state: UInt32 = 1
    func next() -> Int32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int32(state >> 24) - 128
    }
    for _ in 0..<50 {
      let scores = (0..<4).map { _ in SIMD8((0..<8).map { _ in next() }) }
      let transitions = LabelSequence.allowed((0..<8).map { _ in SIMD8((0..<8).map { _ in next() }) })
      let best = LabelSequence.best(scores, transitions: transitions)
      #expect(value(best, scores, transitions) == bestValue(scores, transitions))
    }
  }

  private func value(_ labels: [Int], _ scores: [SIMD8<Int32>], _ transitions: [SIMD8<Int32>]) -> Int32 {
    labels.indices.reduce(0) { $0 + scores[$1][labels[$1]] + ($1 > 0 ? transitions[labels[$1 - 1]][labels[$1]] : 0) }
  }

  private func bestValue(_ scores: [SIMD8<Int32>], _ transitions: [SIMD8<Int32>]) -> Int32 {
    let count = NameLabels.count
    var best = Int32.min
    for number in 0..<(count * count * count * count) {
      let labels = [
        number % count, number / count % count, number / count / count % count, number / count / count / count,
      ]
      guard NameLabels.allows(labels[0], after: nil) else { continue }
      best = max(best, value(labels, scores, transitions))
    }
    return best
  }
}
