import Language
import Testing

@testable import Training

struct NetworkTrainerTests {
  private static let treebank = """
    1\tDogs\tdog\tNOUN\tNNS\t_\t2\tnsubj\t_\t_
    2\tbark\tbark\tVERB\tVBP\t_\t0\troot\t_\t_
    3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

    1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
    2\tcat\tcat\tNOUN\tNN\t_\t3\tnsubj\t_\t_
    3\tsees\tsee\tVERB\tVBZ\t_\t0\troot\t_\t_
    4\ta\ta\tDET\tDT\t_\t5\tdet\t_\t_
    5\tdog\tdog\tNOUN\tNN\t_\t3\tobj\t_\t_
    6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

    1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
    2\tdog\tdog\tNOUN\tNN\t_\t3\tnsubj\t_\t_
    3\tbarks\tbark\tVERB\tVBZ\t_\t0\troot\t_\t_
    4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_


    """

  private static func trained() throws -> (file: [UInt8], accuracy: NetworkTrainer.Accuracy) {
    let sentences = try CoNLLU.parse(treebank)
    var trainer = NetworkTrainer(
      Array(repeating: sentences, count: 8).flatMap { $0 },
      size: { size in (size.state, size.tagHidden, size.arc, size.label) = (16, 16, 16, 8) })
    trainer.cycles = [NetworkTrainer.Cycle(epochs: 60, peakRate: 2e-2)]
    trainer.batchWords = 40
    trainer.train { _, _ in }
    return (trainer.file, trainer.accuracy(on: sentences))
  }

  private static func model(_ network: [UInt8]) throws -> LanguageModel {
    try #require(LanguageModel(network: network, lemmas: LemmaTrainer(CoNLLU.parse(treebank)).file))
  }

  @Test func aNetworkLearnsItsTreebankAndItsFileSaysTheSame() throws {
    let (file, accuracy) = try Self.trained()
    #expect(accuracy.labels > 99)
    #expect(accuracy.tags > 99)
    let gold = try CoNLLU.parse(Self.treebank)
    let parsed = try Analyzer(model: Self.model(file)).annotate(gold)
    let evaluation = Evaluation(gold: gold, system: parsed)
    #expect(evaluation.percent(.las) == 100)
    #expect(evaluation.percent(.xpos) == 100)
    #expect(evaluation.percent(.lemma) == 100)
  }

  @Test func trainingGivesTheSameBytesEachTime() throws {
    #expect(try Self.trained().file == Self.trained().file)
  }

  @Test func longSentencesAreOneTree() throws {
    let model = try Self.model(Self.trained().file)
    let text = String(repeating: "The dog sees a cat , ", count: 150)
    let sentence = Analyzer.sentences(ofTokenLines: text)
    let tokens = Analyzer(model: model).annotate(sentence)[0].tokens
    #expect(tokens.count == 900)
    #expect(tokens.count { $0.head == nil } == 1)
    for start in tokens.indices {
      var word = start
      var steps = 0
      while let head = tokens[word].head, steps <= tokens.count { (word, steps) = (head, steps + 1) }
      #expect(steps <= tokens.count)
    }
  }

  @Test func wordsAreReadAloneAsInABatch() throws {
    let model = try Self.model(Self.trained().file)
    let sentences = try CoNLLU.parse(Self.treebank)
    let together = Analyzer(model: model).annotate(sentences)
    #expect(together == sentences.map { Analyzer(model: model).annotate([$0])[0] })
  }

  @Test func aFileThatIsNoNetworkOrCutIsNotRead() throws {
    #expect(NeuralAnnotator(ModelBytes(copying: [])) == nil)
    #expect(NeuralAnnotator(ModelBytes(copying: Array("no network".utf8))) == nil)
    #expect(NeuralAnnotator(ModelBytes(copying: Array(repeating: 7, count: 4096))) == nil)
    let file = try Self.trained().file
    #expect(NeuralAnnotator(ModelBytes(copying: file)) != nil)
    for length in stride(from: 0, to: file.count, by: file.count / 40) {
      #expect(NeuralAnnotator(ModelBytes(copying: Array(file[..<length]))) == nil)
    }
    var odd = file
    odd[4] = 13
    #expect(NeuralAnnotator(ModelBytes(copying: odd)) == nil)
  }
}
