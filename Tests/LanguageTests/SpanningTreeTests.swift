import Testing

@testable import Language

struct SpanningTreeTests {
  @Test func greedyTreesAreKept() {
    // Word 2 hangs from the root, 1 and 3 from word 2.
    let scores: [Float] = [
      0, 9, 5, 1,
      5, 1, 0, 1,
      0, 1, 5, 9,
    ]
    #expect(SpanningTree.heads(scores: scores, count: 3) == [2, 0, 2])
  }

  @Test func aCycleIsOpenedWhereItCostsLeast() {
    // Each word would like the other; the root is nearer to word 2.
    let scores: [Float] = [
      1, 0, 9,
      3, 9, 0,
    ]
    #expect(SpanningTree.heads(scores: scores, count: 2) == [2, 0])
  }

  @Test func nothingAndOneWord() {
    #expect(SpanningTree.heads(scores: [], count: 0) == [])
    #expect(SpanningTree.heads(scores: [-3, 7], count: 1) == [0])
  }

  /// All trees over a few words, against scores that make cycles and several roots likely.
  @Test(arguments: 0..<200) func noTreeIsBetter(seed: UInt64) {
    var random = Numbers(state: seed)
    let count = 1 + Int(random.next() % 5)
    let scores = (0..<count * (count + 1)).map { _ in Float(random.next() % 1000) / 100 }
    let found = SpanningTree.heads(scores: scores, count: count)
    #expect(Self.isTree(found))
    #expect(abs(Self.total(found, scores) - Self.best(count, scores)) < 1e-3)
  }

  private static func best(_ count: Int, _ scores: [Float]) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: count)
    func place(_ word: Int) {
      guard word < count else {
        if isTree(heads) { best = max(best, total(heads, scores)) }
        return
      }
      for head in 0...count where head != word + 1 {
        heads[word] = head
        place(word + 1)
      }
    }
    place(0)
    return best
  }

  private static func total(_ heads: [Int], _ scores: [Float]) -> Float {
    heads.enumerated().reduce(0) { $0 + scores[$1.offset * (heads.count + 1) + $1.element] }
  }

  private static func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    return heads.indices.allSatisfy { start in
      var word = start + 1
      for _ in heads where word != 0 { word = heads[word - 1] }
      return word == 0
    }
  }
}

/// Numbers that are the same each time.
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 29) &* 0x9E37_79B9_7F4A_7C15 >> 20
  }
}
