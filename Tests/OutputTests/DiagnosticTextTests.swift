import ClaimModel
import TestSupport
import Testing
import TextForms

@testable import Output

@Suite struct DiagnosticTextTests {
  private static let query = "claims where subject=ISPK and 喀布尔 = 1"

  private static let samples: [Diagnostic] = [
    Diagnostic(
      code: "Q012", "no entity is called ISPK",
      place: .init(file: "Queries/daily.query", line: 12, column: 22, length: 4, text: query),
      suggestion: "did you mean ISKP?"),
    Diagnostic(.warning, code: "Q013", "at the prompt", place: .init(line: 1, column: 31, length: 3, text: query)),
    Diagnostic(code: "Q001", "after the end", place: .init(line: 1, column: 99, length: 3, text: "claims where")),
    Diagnostic(
      code: "Q002", "tabs and escapes \u{1B}[2J",
      place: .init(file: "a\u{7}.query", line: 3, column: 9, length: 3, text: "\tab\tc\u{1B}\u{301} def")),
    Diagnostic(
      code: "Q003", "a long line",
      place: .init(
        file: "x", line: 1, column: 301, length: 5,
        text: String(repeating: "word ", count: 60) + "wrong" + query + query)),
    Diagnostic(.notice, code: "A007", "no place at all", suggestion: "nothing to do"),
    Diagnostic(code: "A001", "a place without its text", place: .init(file: "x.txt", line: 4, column: 2)),
  ]

  @Test func golden() throws {
    let text = Self.samples.map { DiagnosticText.text(of: $0, width: 80) }.joined(separator: "\n")
    try GoldenCase.expect(text, equals: "tables/diagnostics.txt")
  }

  /// Whatever the place says, the excerpt stays in its width and marks something.
  @Test func everyPlaceIsShown() {
    let texts = ["", "a", "\t\t", "喀布尔 喀布尔", String(repeating: "喀a", count: 200)]
    for text in texts {
      for column in [-3, 0, 1, 2, 7, 150, 399, 10_000] {
        for length in [-1, 0, 1, 5, 1_000] {
          let excerpt = SourceExcerpt(of: text, column: column, length: length, width: 40)
          #expect(excerpt.line.cellWidth <= 40)
          #expect(!excerpt.carets.isEmpty)
        }
      }
    }
  }
}
