import Foundation
import TestSupport
import Testing

@testable import Shell

/// What the five articles dispute and what they share, as far as a reader of them would ask for it first.
@Suite struct DisputeTests {
  @Test(arguments: [
    // Where the hubs are: an article's own words against a report of the United Nations.
    "different places for the seat of ISKP: Afghanistan against Pakistan; ISKP is part of ISIS,A Breeding Ground,Tareen",
    // Whether it can live in Pakistan.
    "whether ISKP is in Pakistan: be present against not sustain,Daneshvar,Tareen",
  ])
  func dispute(row: String) throws {
    let rows = try rows("contradictions show reason, left.source, right.source as csv")
    #expect(rows.contains { $0.replacing("\"", with: "") == row }, "\(rows)")
  }

  @Test(arguments: [
    "one event: killing of ISIS, 11,A Breeding Ground,Ehsan,Bara,Khyber",
    "one event: killing of ISIS, 30,Daneshvar,Safi,Mastung,Mastung",
  ])
  func corroboration(row: String) throws {
    let rows = try rows(
      "corroborations show reason, left.source, right.source, left.location, right.location as csv")
    #expect(rows.contains { $0.replacing("\"", with: "") == row }, "\(rows)")
  }

  private func rows(_ query: String) throws -> [String] {
    let console = RecordingConsole()
    let session = Session(console: console, audience: .person)
    try session.load([GoldenCase.projectFolder.appending(path: "seeds").path])
    session.carryOut(query)
    return console.answers.split(separator: "\n").map { $0.replacing("\r", with: "") }.map(String.init)
  }
}
