import ClaimModel
import Claims
import Language
import Testing

@testable import Training

/// Factuality as people gave it, and how well it is read.
@Suite struct FactualityTests {
  private static let treebank = """
    # sent_id = one
    1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_
    2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_

    # sent_id = two
    1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
    2\tdid\tdo\tAUX\tVBD\t_\t4\taux\t_\t_
    3\tnot\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    4\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\t_

    """
  private static let header = "sentence_id\tword\tform\tupos\tfactuality\n"

  private func corpus(_ rows: String) throws -> FactualityCorpus {
    try FactualityCorpus(table: Self.header + rows, treebank: CoNLLU.document(Self.treebank))
  }

  @Test func findsThePredicatesByTheirSentencesNames() throws {
    let predicates = try corpus("two\t4\tleave\tVERB\t-1.2\none\t2\tleft\tVERB\t1.1\n").predicates
    #expect(predicates.map(\.sentence) == [1, 0])
    #expect(predicates.map(\.word) == [3, 1])
    #expect(predicates.map(\.factuality) == [-1.2, 1.1])
  }

  @Test(arguments: ["three\t1\tx\tX\t1\n", "one\t3\tx\tX\t1\n", "one\t2\tleft\tVERB\n", "one\tx\tleft\tVERB\t1\n"])
  func refusesLinesThatNameNoWord(row: String) {
    #expect(throws: Diagnostic.self) { try corpus(row) }
  }

  @Test func measuresSignsAndCorrelation() throws {
    let corpus = try corpus("one\t2\tleft\tVERB\t1.1\ntwo\t4\tleave\tVERB\t-0.2\n")
    let majority = FactualityEvaluation(corpus, .majority)
    #expect(majority.signRight() == 50)
    #expect(majority.signRight(least: 0.5) == 100)
    #expect(majority.correlation == 0)
    let claims = FactualityEvaluation(corpus, .claims)
    #expect(claims.signRight() == 100)
    #expect(abs(claims.correlation - 1) < 1e-9)
  }

  /// Each reading stands for the mean of what people said of those that are read so.
  @Test func aScaleIsLearned() throws {
    let corpus = try corpus("one\t2\tleft\tVERB\t1.5\none\t2\tleft\tVERB\t0.5\ntwo\t4\tleave\tVERB\t0.25\n")
    let scale = FactualityScale(fitting: corpus)
    let rows = scale.rows.filter { $0.count > 0 }
    #expect(rows.map(\.name) == ["affirmed, certain", "denied, certain"])
    #expect(rows.map(\.number) == [1, 0.25])
    #expect(rows.map(\.count) == [2, 1])
    #expect(FactualityScale.plain.rows.map(\.number) == [3, 3, 2, 2, 1, 1, 0, 0, -3, -3, -2, -2, -1, -1, 0, 0])
    let evaluation = FactualityEvaluation(corpus, .scaled, scale: scale)
    #expect(evaluation.signRight() == 100)
    #expect(evaluation.correlation > FactualityEvaluation(corpus, .claims).correlation - 1e-9)
  }

  @Test func learnsWhatToldThePredicatesApart() throws {
    let rows = String(repeating: "one\t2\tleft\tVERB\t1.1\ntwo\t4\tleave\tVERB\t-1.2\n", count: 40)
    let corpus = try corpus(rows)
    let weights = try #require(FactualityWeights(file: FactualityTrainer(corpus).file()))
    #expect(FactualityEvaluation(corpus, .degree, weights: weights).signRight() == 100)
    #expect(FactualityWeights(file: [1, 2, 3]) == nil)
  }
}
