import ClaimModel
import Language
import TestSupport
import Testing

@Suite struct TokenizerTests {
  /// A text and its words, as a case's file writes them.
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var words: String

    var testDescription: String { text }

    static func all(in file: String) throws -> [Case] {
      let blocks = try GoldenCase.text(file).split(separator: "\n\n").map { block in
        block.split(separator: "\n").filter { !$0.hasPrefix("#") }
      }
      return blocks.filter { $0.count == 2 }.map { Case(text: String($0[0]), words: String($0[1])) }
    }
  }

  private func written(_ sentences: [Sentence]) -> String {
    sentences.map { sentence in
      sentence.tokens.map { ($0.continuesWord ? "+" : "") + $0.form }.joined(separator: " ")
    }.joined(separator: " | ")
  }

  @Test(arguments: try Case.all(in: "tokens/english.txt"))
  func wordsAreCutAsInTheFile(example: Case) {
    #expect(written(Analyzer.tokenize(example.text)) == example.words)
  }

  @Test func rangesAreOfTheText() {
    let text = "“Burhan,” known as “Zaid,” didn’t  come.\n\nYes."
    for token in Analyzer.tokenize(text).flatMap(\.tokens) { #expect(text[token.range] == token.form) }
  }

  @Test func anEmptyLineEndsASentence() {
    #expect(Analyzer.tokenize("Safe havens\n \nThe Afghan safe havens").count == 2)
    #expect(Analyzer.tokenize("Safe\nhavens").count == 1)
  }

  @Test(arguments: ["", " ", "\n\n\n", "\u{1B}[31m", "\u{200B}", "...", "((((", "'", "’", "-", "“"])
  func oddTextsAreNoTrouble(text: String) {
    let forms = Analyzer.tokenize(text).flatMap(\.tokens).map(\.form)
    #expect(!forms.contains(""))
    #expect(forms.joined().utf8.count <= text.utf8.count)
  }
}
