import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import Claims

/// The file of cue words, which people may correct.
@Suite struct CueTableTests {
  private static let certainties: [CueTable.Section] = [
    .opinionVerbs, .raisingAdjectives, .modals, .modalVerbs, .hedges,
  ]
  private static let stances: [CueTable.Section] = [
    .reportingVerbs, .evidenceVerbs, .reportingNouns, .attributingPhrases, .statingAdjectives, .viewingNouns,
  ]

  @Test func everySectionOfTheFileIsUsedAndEveryUsedOneIsThere() throws {
    let file = GoldenCase.projectFolder.appending(path: "Sources/CEmbedded/Data/cues.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let named = text.split(separator: "\n").filter { $0.hasPrefix("[") }.map { $0.dropFirst().dropLast() }
    #expect(Set(named.map(String.init)) == Set(CueTable.Section.allCases.map(\.rawValue)))
    #expect(named.count == Set(named).count)
  }

  @Test func everyWordStandsOnceInItsSection() throws {
    let file = GoldenCase.projectFolder.appending(path: "Sources/CEmbedded/Data/cues.txt")
    var (section, met): (Substring, Set<String>) = ("", [])
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      if line.hasPrefix("[") {
        (section, met) = (line, [])
        continue
      }
      for word in line.prefix(while: { $0 != "=" }).split(separator: ",") {
        let word = word.trimmingCharacters(in: .whitespaces)
        #expect(met.insert(word).inserted, "\(section) \(word)")
      }
    }
  }

  @Test(arguments: certainties) func certaintiesAreOnTheScale(section: CueTable.Section) {
    for (word, value) in CueTable.shipped.entries(of: section) {
      let scale = value.split(separator: " ").first.map(String.init) ?? ""
      #expect(Certainty(rawValue: scale) != nil, "\(word) = \(value)")
    }
  }

  @Test(arguments: stances) func stancesAreKnown(section: CueTable.Section) {
    for (word, value) in CueTable.shipped.entries(of: section) {
      #expect(Stance(rawValue: value) != nil, "\(word) = \(value)")
    }
  }

  @Test func readsWordsCommentsAndValues() {
    let table = CueTable(
      parsing: "# a comment\n[modals]\nmay, might = possible\n[nobody asks]\nx = y\n[negators]\nnot\n")
    #expect(table.value(of: "might", in: .modals) == "possible")
    #expect(table.value(of: "x", in: .modals) == nil)
    #expect(table.value(of: "not", in: .negators)?.isEmpty == true)
  }

  @Test(arguments: ["1,200", "twenty one", "three hundred", "3 million", "two dozen", "279.8", "9e999", "0x10", "many"])
  func numbers(text: String) {
    let expected: [String: Double] = [
      "1,200": 1200, "twenty one": 21, "three hundred": 300, "3 million": 3_000_000, "two dozen": 24, "279.8": 279.8,
    ]
    let words = text.split(separator: " ").map(String.init)
    #expect(NumberReader(cues: .shipped).value(of: words) == expected[text])
  }
}
