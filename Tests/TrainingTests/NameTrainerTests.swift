import ClaimModel
import Language
import Testing
import Training

@Suite struct NameTrainerTests {
  private let treebank = """
    1\tDr.\tDr.\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-cf1-2-sgl
    2\tOmar\tOmar\tPROPN\tNNP\t_\t4\tnsubj\t_\t_
    3\tKhan\tKhan\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)
    4\tvisited\tvisit\tVERB\tVBD\t_\t0\troot\t_\t_
    5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-organization-new-cf1-2-sgl
    6\tUniversity\tuniversity\tPROPN\tNNP\t_\t4\tobj\t_\t_
    7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_
    8\tOslo\tOslo\tPROPN\tNNP\t_\t6\tnmod\t_\tEntity=(3-place-new-cf2-1-sgl)2)
    9\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

    1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(4-person-new-cf1-2-sgl
    2\tdoctor\tdoctor\tNOUN\tNN\t_\t3\tnsubj\t_\tEntity=4)
    3\tlives\tlive\tVERB\tVBZ\t_\t0\troot\t_\t_
    4\tin\tin\tADP\tIN\t_\t5\tcase\t_\t_
    5\tBergen\tBergen\tPROPN\tNNP\t_\t3\tobl\t_\tEntity=(5-place-new-cf2-1-sgl)
    6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_


    """

  private func examples() throws -> [(sentence: Sentence, names: [NameSpan])] {
    let sentences = try CoNLLU.parse(treebank)
    return zip(sentences, EntityMentions.mentions(inTreebank: treebank)).map {
      ($0, NamedMentions.names(of: $1, in: $0))
    }
  }

  private func file() throws -> [UInt8] {
    NameTrainer(try examples().map { NameTrainer.Example($0.sentence, names: $0.names, known: []) }).file
  }

  @Test func namesAreReadOffMentionsWithoutTitlesAndArticles() throws {
    #expect(
      try examples().map(\.names) == [
        [NameSpan(1..<3, .person), NameSpan(5..<8, .organisation)], [NameSpan(4..<5, .place)],
      ])
  }

  @Test func theNamesOfAFewSentencesAreLearnt() throws {
    let tagger = try #require(NameTagger(file: try file()))
    for (sentence, names) in try examples() { #expect(tagger.names(in: sentence) == names) }
  }

  @Test func trainingTwiceGivesTheSameBytes() throws {
    #expect(try file() == file())
  }

  @Test func aFileThatIsNoneOrCutIsNotRead() throws {
    for bytes in [[], [1, 2, 3], Array(repeating: 7, count: 4096)] as [[UInt8]] {
      #expect(NameTagger(file: bytes) == nil)
    }
    #expect(NameTagger(file: Array(try file().dropLast())) == nil)
  }

  @Test func columnsOfLabelsBecomeNames() {
    let read = TaggedNames.read(
      "# text\n1\tAl\tB-PER\t-\t-\n2\tBo\tI-PER\t-\t-\n3\tsaw\tO\t-\t-\n4\tRome\tB-LOC\t-\t-\n\n")
    #expect(read.map(\.names) == [[NameSpan(0..<2, .person), NameSpan(3..<4, .place)]])
  }

  @Test func aNameCountsIfWordsAndKindAgree() {
    let evaluation = NameEvaluation(
      gold: [[NameSpan(0..<1, .place), NameSpan(2..<4, .person)]],
      system: [[NameSpan(0..<1, .organisation), NameSpan(2..<4, .person)]])
    #expect(evaluation.figures(for: nil).f1 == 50)
    #expect(evaluation.figures(for: .person).precision == 100)
  }
}
