import Language

/// Changes to some sentences, so that a model also learns text without full stops and headlines in capitals.
enum SentenceNoise {
  private static let droppedStops: Float = 0.05
  private static let capitals: Float = 0.03

  static func apply(to sentence: Sentence, from random: inout SeededGenerator) -> Sentence {
    var sentence = sentence
    if random.share() < droppedStops { dropStop(of: &sentence) }
    if random.share() < capitals {
      for index in sentence.tokens.indices { sentence.tokens[index].form = sentence.tokens[index].form.uppercased() }
    }
    return sentence
  }

  /// Takes away the last sign if nothing depends on it.
  private static func dropStop(of sentence: inout Sentence) {
    let last = sentence.tokens.count - 1
    guard last > 0, sentence.tokens[last].tag == .punct, sentence.tokens[last].head != nil,
      !sentence.tokens.contains(where: { $0.head == last })
    else { return }
    sentence.tokens.removeLast()
  }
}
