/// A stretch of quoted words with its marks, which may run over several sentences of one paragraph.
struct Quotation: Sendable, Equatable {
  /// The sentences that it touches.
  var sentences: ClosedRange<Int>
  /// Its first word in the first of them.
  var first: Int
  /// Its last word in the last of them.
  var last: Int
  /// Whether the next paragraph goes on with it: it is not closed, and that one opens with a mark.
  var goesOn = false

  /// Its words in the sentence at `sentence`, which has `count` words.
  func words(in sentence: Int, of count: Int) -> Range<Int> {
    let lower = sentence == sentences.lowerBound ? first : 0
    let upper = sentence == sentences.upperBound ? last + 1 : count
    return lower..<max(lower, upper)
  }
}
