import Language
import Testing
import Training

/// How often the speaker is right, by tuples with the context of their attribution.
@Suite struct SpeakerEvaluationTests {
  private static let sentence = "The minister said prices fell ."

  @Test(arguments: [("C: the minister said", 1), ("C: Mr. Lopez of the bank said", 0)])
  func comparesTheSpeakerWithTheContext(context: String, right: Int) {
    let gold = "\(Self.sentence)\tsaid\tthe minister\tprices fell\n\(Self.sentence)\tfell\tprices\t\(context)\n"
    let result = SpeakerEvaluation(gold: gold, sentences: Self.sentence + "\n", analyzer: Analyzer())
    #expect(result.tuples == 1)
    #expect(result.right == right)
    #expect(result.rightAmongAll == right)
    #expect(result.misses.map(\.speaker) == (right == 1 ? [] : ["minister"]))
  }

  @Test func aSentenceWithoutASpeakerHasNone() {
    let result = SpeakerEvaluation(
      gold: "Prices fell .\tfell\tPrices\tC: he said", sentences: "Prices fell .", analyzer: Analyzer())
    #expect(result.right == 0)
    #expect(result.misses.first?.speaker == nil)
  }
}
