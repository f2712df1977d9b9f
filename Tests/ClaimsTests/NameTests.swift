import ClaimModel
import Claims
import Language
import TestSupport
import Testing

/// The names that the shipped models find: a file of sentences, and the same with the names in brackets with their kind.
@Suite struct NameTests {
  private let analyzer = Analyzer()
  private let extractor = ClaimExtractor()

  @Test func newsSentences() throws {
    let lines = try GoldenCase.text("names/news.txt").split(separator: "\n")
    let marked = lines.flatMap { analyzer.sentences(of: String($0)) }.map(marked)
    try GoldenCase.expect(marked.joined(separator: "\n") + "\n", equals: "names/news.names")
  }

  @Test(arguments: [
    "", "...", "no name at all", "ISIS LEADER KILLED IN PAKISTAN, OFFICIALS SAY", "\u{202E}Ali", "👩‍👩‍👧‍👦 Kabul",
  ])
  func oddTextsHaveNamesWithinTheirWords(text: String) {
    for sentence in analyzer.sentences(of: text) {
      var end = 0
      for name in names(in: sentence) {
        #expect(name.words.lowerBound >= end && !name.words.isEmpty && name.words.upperBound <= sentence.tokens.count)
        end = name.words.upperBound
      }
    }
  }

  private func names(in sentence: Sentence) -> [NameSpan] {
    NameTagger.english.names(in: sentence, known: extractor.knownNames(in: sentence))
  }

  private func marked(_ sentence: Sentence) -> String {
    let names = names(in: sentence)
    let words = sentence.tokens.enumerated().map { index, token in
      let opening = names.contains { $0.words.lowerBound == index } ? "[" : ""
      let closing = names.first { $0.words.upperBound == index + 1 }.map { "]\($0.kind.rawValue)" } ?? ""
      return opening + token.form + closing
    }
    return words.joined(separator: " ")
  }
}
