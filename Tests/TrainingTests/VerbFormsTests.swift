import ClaimModel
import Foundation
import Language
import TestSupport
import Testing

@testable import Training

@Suite struct VerbFormsTests {
  private func forms(of verb: String, _ file: String) throws -> String {
    try VerbForms(parsing: file).forms.filter { $0.lemma == verb }.map { "\($0.tag) \($0.form)" }.joined(
      separator: ", ")
  }

  @Test(arguments: [
    ("regular", "compete", "VB compete, VBP compete, VBZ competes, VBD competed, VBN competed, VBG competing"),
    ("regular", "combat", "VB combat, VBP combat, VBZ combats, VBD combated, VBN combated, VBG combating"),
    ("regular", "deny", "VB deny, VBP deny, VBZ denies, VBD denied, VBN denied, VBG denying"),
    ("regular", "deploy", "VB deploy, VBP deploy, VBZ deploys, VBD deployed, VBN deployed, VBG deploying"),
    ("regular", "agree", "VB agree, VBP agree, VBZ agrees, VBD agreed, VBN agreed, VBG agreeing"),
    ("regular", "clash", "VB clash, VBP clash, VBZ clashes, VBD clashed, VBN clashed, VBG clashing"),
    ("doubling", "commit", "VB commit, VBP commit, VBZ commits, VBD committed, VBN committed, VBG committing"),
  ])
  func aVerbIsSpelt(section: String, verb: String, expected: String) throws {
    #expect(try forms(of: verb, "# a comment\n[\(section)]\n\(verb) other\n") == expected)
  }

  @Test func anIrregularVerbHasItsForms() throws {
    let file = "[irregular]\nflee fled fled fleeing\nwear wore worn\n"
    #expect(try forms(of: "flee", file) == "VB flee, VBP flee, VBZ flees, VBD fled, VBN fled, VBG fleeing")
    #expect(try forms(of: "wear", file).hasSuffix("VBD wore, VBN worn, VBG wearing"))
  }

  @Test(arguments: ["flee fled fled", "[unknown]\nflee", "[irregular]\nflee fled", "[irregular]\n\na b c d e"])
  func aLineThatCannotBeReadIsNamed(file: String) {
    let error = #expect(throws: Diagnostic.self) { try VerbForms(parsing: file) }
    #expect(error?.place?.line == file.split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test func noFormOfOneTagHasTwoLemmas() throws {
    let file = GoldenCase.projectFolder.appending(path: "Sources/Training/verb-forms.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let forms = try VerbForms(parsing: text).forms
    let lemmas = Dictionary(grouping: forms) { "\($0.form) \($0.tag)" }.mapValues { Set($0.map(\.lemma)) }
    #expect(lemmas.count > 10_000)
    #expect(lemmas.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test func aListedFormWinsOverATreebank() throws {
    let treebank = try CoNLLU.parse("1\tfled\tflead\tVERB\tVBD\t_\t0\troot\t_\t_\n\n")
    let file = LemmaTrainer(treebank, verbForms: try VerbForms(parsing: "[irregular]\nflee fled fled fleeing\n")).file
    let lemmatizer = try #require(Lemmatizer(ModelBytes(copying: file)))
    #expect(lemmatizer.lemma(of: "fled", tag: .verb, fineTag: "VBD") == "flee")
  }
}
