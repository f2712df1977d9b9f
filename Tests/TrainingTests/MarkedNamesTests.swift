import ClaimModel
import Language
import Testing

@testable import Training

@Suite struct MarkedNamesTests {
  private func sentence(_ words: String) -> Sentence {
    Analyzer.sentences(ofTokenLines: words)[0]
  }

  private func hash(_ words: String) -> String { String(SentenceHash.hash(words), radix: 16) }

  @Test func namesAreFoundByTheWordsOfTheirSentence() {
    let marked = MarkedNames(
      parsing: "# A comment\n\(hash("Al Bo saw Rome"))\t1-2 person\t4 place\n\(hash("It rained"))\t1 place\n")
    #expect(marked.names(in: sentence("Al Bo saw Rome")) == [NameSpan(0..<2, .person), NameSpan(3..<4, .place)])
    #expect(marked.names(in: sentence("Al Bo saw Oslo")) == [])
  }

  @Test func whatIsNoNameIsPassedOver() {
    let lines = "\(hash("Al saw Rome"))\t0 person\t2-1 person\tplace\t3 town\t3-9 place\t3 place\n"
    #expect(MarkedNames(parsing: lines).names(in: sentence("Al saw Rome")) == [NameSpan(2..<3, .place)])
  }

  /// The derivatives against differences of the loss.
  @Test func slopesOfAChainAreThoseOfItsLoss() {
    var random = SeededGenerator(seed: 3)
    func row() -> SIMD8<Float> {
      var row = SIMD8<Float>.zero
      for label in 0..<NameLabels.count { row[label] = Float(random.next() % 1000) / 500 - 1 }
      return row
    }
    let scores = (0..<4).map { _ in row() }
    let transitions = (0..<8).map { _ in row() }
    let labels = [1, 2, 0, 5]
    func loss(_ scores: [SIMD8<Float>], _ transitions: [SIMD8<Float>]) -> Double {
      LabelChain(scores, transitions: transitions).slopes(expecting: labels).loss
    }
    let slopes = LabelChain(scores, transitions: transitions).slopes(expecting: labels)
    let step: Float = 0.01
    for label in 0..<NameLabels.count {
      for word in scores.indices {
        var (more, less) = (scores, scores)
        more[word][label] += step
        less[word][label] -= step
        let difference = (loss(more, transitions) - loss(less, transitions)) / Double(2 * step)
        #expect(abs(difference - Double(slopes.scores[word][label])) < 1e-3)
      }
      for previous in 0..<NameLabels.count where NameLabels.allows(label, after: previous) {
        var (more, less) = (transitions, transitions)
        more[previous][label] += step
        less[previous][label] -= step
        let difference = (loss(scores, more) - loss(scores, less)) / Double(2 * step)
        #expect(abs(difference - Double(slopes.transitions[previous][label])) < 1e-3)
      }
    }
  }
}
