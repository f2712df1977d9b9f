import ClaimModel
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct VocabularyErrorsTests {
  /// Each `name.vocabulary` of the cases gives the errors in `name.errors`, all of them, in the order of the lines.
  @Test(arguments: GoldenCase.files(in: "vocabulary", suffix: ".vocabulary"))
  func saysAllThatIsWrongAndWhere(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let name = file.lastPathComponent
    var shown = ""
    do throws(VocabularyErrors) {
      let vocabulary = try Vocabulary(parsing: text, file: name)
      shown = vocabulary.entities.map { "\($0.name), \($0.kind), \($0.aliases)\n" }.joined()
    } catch {
      shown = error.diagnostics.map(Self.lines).joined(separator: "\n")
    }
    try GoldenCase.expect(shown, equals: "vocabulary/\(name.dropLast(".vocabulary".count)).errors")
  }

  /// The diagnostic with its line, and the marked part underlined.
  private static func lines(_ diagnostic: Diagnostic) -> String {
    guard let place = diagnostic.place else { return diagnostic.message + "\n" }
    let mark = String(repeating: " ", count: place.column - 1) + String(repeating: "^", count: place.length)
    return """
      \(place.file ?? "-"):\(place.line):\(place.column): \(diagnostic.code) \(diagnostic.message)
        \((place.text ?? "").replacing("\u{7}", with: "<BEL>"))
        \(mark)
        \(diagnostic.suggestion ?? "-")

      """
  }
}
