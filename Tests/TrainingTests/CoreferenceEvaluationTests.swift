import Language
import Testing

@testable import Training

/// Links between words and names, against the mentions of a treebank.
@Suite struct CoreferenceEvaluationTests {
  /// Two documents; in the first, a name stands within the mention of another, and a pronoun refers to it.
  private static let treebank = """
    # newdoc id = GUM_news_one
    1\tZalmay\tZalmay\tPROPN\tNNP\t_\t4\tnmod:poss\t_\tEntity=(1-person-new(2-person-new-nnnnn-cf1-1-sgl
    2\tKhalilzad\tKhalilzad\tPROPN\tNNP\t_\t1\tflat\t_\tSpaceAfter=No
    3\t's\t's\tPART\tPOS\t_\t1\tcase\t_\tEntity=2)
    4\tbrother\tbrother\tNOUN\tNN\t_\t5\tnsubj\t_\tEntity=1)
    5\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
    6\t.\t.\tPUNCT\t.\t_\t5\tpunct\t_\t_

    1\tZalmay\tZalmay\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(2-person-giv
    2\tKhalilzad\tKhalilzad\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=2)
    3\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
    4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

    1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(2-person-giv-ana)
    2\tdreamt\tdream\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
    3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

    # newdoc id = GUM_vlog_two
    1\tHe\the\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(2-person-new)
    2\tdreamt\tdream\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
    3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

    """

  @Test func readsNestedMentions() {
    let mentions = EntityAnnotations(parsing: Self.treebank).sentences
    #expect(mentions.count == 4)
    #expect(mentions[0].map(\.entity) == ["2", "1"])
    #expect(mentions[0].map(\.words) == [0..<3, 0..<4])
    #expect(mentions[2].map(\.words) == [0..<1])
  }

  @Test func malformedMarksAreNoMentions() {
    let line = { "1\tx\tx\tX\tX\t_\t0\troot\t_\tEntity=" + $0 + "\n\n" }
    for marks in ["", "1)", "(", "(1", ")", "()(", "1)2)(3-x", "(1-a(1-b)1)"] {
      let sentences = EntityAnnotations(parsing: line(marks)).sentences
      #expect(sentences.count == 1)
      #expect(sentences[0].allSatisfy { $0.words == 0..<1 })
    }
  }

  @Test func countsWhatIsMadeRightAndPossible() throws {
    let treebank = try CoNLLU.document(Self.treebank)
    let annotations = EntityAnnotations(parsing: Self.treebank)
    func evaluation(where isMeasured: (String) -> Bool) -> CoreferenceEvaluation.Count {
      CoreferenceEvaluation(treebank, annotations: annotations, system: treebank.sentences, where: isMeasured).total
    }
    let all = evaluation { _ in true }
    #expect([all.made, all.right, all.possible] == [1, 1, 1])
    #expect(all.precision == 100 && all.recall == 100)
    let vlog = evaluation { $0.hasPrefix("GUM_vlog") }
    #expect([vlog.made, vlog.right, vlog.possible] == [0, 0, 0])
  }
}
