import Foundation
import TestSupport
import Testing

/// The sheets of claims judged by hand: whole, with a reason in each row, and with the figures that the results state.
@Suite struct JudgedSheetTests {
  private static let sheets = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth",
  ]
  private static let claim = ["id", "document", "sentence", "subject", "relation", "object", "polarity", "speaker"]
  private static let verdicts = [
    "subject right", "relation right", "object right", "polarity right", "speaker right", "reason",
  ]
  /// Later sheets show a claim's other arguments, too.
  private static let columns = [claim + verdicts, claim + ["other arguments"] + verdicts]

  @Test(arguments: sheets) func everyClaimIsJudged(name: String) throws {
    let rows = try rows(of: name)
    #expect(rows.count == 100)
    #expect(Set(rows.map { $0[0] }).count == 100)
    for row in rows {
      #expect(Self.columns.contains { $0.count == row.count }, "\(row[0])")
      #expect(row.allSatisfy { !$0.isEmpty }, "\(row[0])")
      #expect(verdicts(of: row).allSatisfy { $0 == "yes" || $0 == "no" }, "\(row[0])")
      #expect(["affirmed", "denied"].contains(row[6]), "\(row[0])")
      // What is wrong needs a reason of its own.
      #expect(isRight(row) == (row.last == "as the sentence has it"), "\(row[0])")
    }
  }

  @Test(arguments: sheets) func theResultsStateTheFigure(name: String) throws {
    let right = try rows(of: name).filter(isRight).count
    let results = try String(
      contentsOf: GoldenCase.projectFolder.appending(path: "Benchmarks/RESULTS.md"), encoding: .utf8)
    let line = try #require(results.split(separator: "\n").first { $0.contains("| `\(name).tsv`") })
    #expect(line.hasSuffix("| \(right) |"))
  }

  private func rows(of name: String) throws -> [[String]] {
    let lines = try GoldenCase.text("judged/\(name).tsv").split(separator: "\n")
    let cells = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    let header = try #require(cells.first)
    try #require(Self.columns.contains(header))
    #expect(cells.allSatisfy { $0.count == header.count })
    return Array(cells.dropFirst())
  }

  private func verdicts(of row: [String]) -> ArraySlice<String> { row.suffix(6).dropLast() }

  private func isRight(_ row: [String]) -> Bool { verdicts(of: row).allSatisfy { $0 == "yes" } }
}
