/// Rows of a batch in the order of time: all first words, then all second words …, long sentences first.
package struct TimeOrder: Sendable {
  /// How many words each sentence has; none has more than the one before.
  package let lengths: [Int]
  /// The first row of each step, and behind the last.
  package let starts: [Int]

  /// The order of sentences with these lengths, in descending order.
  package init(lengths: [Int]) {
    self.lengths = lengths
    var starts = [0]
    var active = lengths.count
    for step in 0..<(lengths.first ?? 0) {
      while active > 0 && lengths[active - 1] <= step { active -= 1 }
      starts.append(starts[step] + active)
    }
    self.starts = starts
  }

  /// How many steps there are: the words of the longest sentence.
  package var stepCount: Int { starts.count - 1 }
  /// How many words there are.
  package var rowCount: Int { starts[starts.count - 1] }

  /// The rows of a step.
  package func rows(_ step: Int) -> Range<Int> { starts[step]..<starts[step + 1] }

  /// The row of a sentence's word.
  package func row(_ word: Int, of sentence: Int) -> Int { starts[word] + sentence }

  /// How many sentences have both these steps.
  package func common(_ step: Int, _ other: Int) -> Int {
    other >= 0 && other < stepCount ? min(rows(step).count, rows(other).count) : 0
  }
}
