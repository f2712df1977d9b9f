import Language
import TestSupport
import Testing

/// What the embedded model makes of news: tags and arcs under the words, so that a change of model reads as a diff.
@Suite struct ParseTests {
  @Test func newsSentences() throws {
    let lines = try GoldenCase.text("parses/news.txt").split(separator: "\n")
    let analyzer = Analyzer()
    let drawings = lines.flatMap { analyzer.sentences(of: String($0)) }.map(TreeDrawing.drawing)
    try GoldenCase.expect(drawings.joined(separator: "\n"), equals: "parses/news.trees")
  }
}
