import Language
import TestSupport
import Testing
import Training

@Suite struct LemmaTrainerTests {
  private func treebank() throws -> [Sentence] { try CoNLLU.parse(GoldenCase.text("parses/treebank.conllu")) }

  private func lemmatizer(of sentences: [Sentence]) throws -> Lemmatizer {
    try #require(Lemmatizer(ModelBytes(copying: LemmaTrainer(sentences).file)))
  }

  @Test func trainingTwiceGivesTheSameBytes() throws {
    #expect(try LemmaTrainer(treebank()).file == LemmaTrainer(treebank()).file)
  }

  @Test func theLemmasOfTheTreebankAreKnown() throws {
    let sentences = try treebank()
    let lemmatizer = try lemmatizer(of: sentences)
    for token in sentences.flatMap(\.tokens) {
      #expect(lemmatizer.lemma(of: token.form, tag: token.tag, fineTag: token.fineTag) == token.lemma)
    }
  }

  @Test func anEndingTeachesWordsThatWereNotSeen() throws {
    let lemmatizer = try lemmatizer(
      of: CoNLLU.parse(
        """
        1\tcities\tcity\tNOUN\tNNS\t_\t0\troot\t_\t_
        2\tparties\tparty\tNOUN\tNNS\t_\t1\tconj\t_\t_
        3\tcamps\tcamp\tNOUN\tNNS\t_\t1\tconj\t_\t_
        4\ttanks\ttank\tNOUN\tNNS\t_\t1\tconj\t_\t_
        5\tguns\tgun\tNOUN\tNNS\t_\t1\tconj\t_\t_
        6\tmen\tman\tNOUN\tNNS\t_\t1\tconj\t_\t_


        """))
    func lemma(_ form: String) -> String { lemmatizer.lemma(of: form, tag: .noun, fineTag: "NNS") }
    #expect(["Armies", "bombs", "MEN"].map(lemma) == ["army", "bomb", "man"])
  }

  @Test func aWordMayHaveAnotherLemmaInAnotherCase() throws {
    let lemmatizer = try lemmatizer(
      of: CoNLLU.parse(
        """
        1\tI\tI\tPRON\tPRP\t_\t0\troot\t_\t_
        2\tI\tI\tPRON\tPRP\t_\t1\tconj\t_\t_
        3\ti\tI\tPRON\tPRP\t_\t1\tconj\t_\t_


        """))
    #expect(["I", "i"].map { lemmatizer.lemma(of: $0, tag: .pron, fineTag: "PRP") } == ["I", "I"])
  }

  @Test func aFileThatIsNoneOrCutIsNotRead() throws {
    for bytes in [[], [1, 2, 3], Array(repeating: 7, count: 4096)] as [[UInt8]] {
      #expect(Lemmatizer(ModelBytes(copying: bytes)) == nil)
    }
    let file = try LemmaTrainer(treebank()).file
    for length in stride(from: 0, to: file.count, by: file.count / 40) {
      #expect(Lemmatizer(ModelBytes(copying: Array(file[..<length]))) == nil)
    }
  }
}
