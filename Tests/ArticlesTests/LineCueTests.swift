import ClaimModel
import Testing

@testable import Articles

/// The patterns for lines that web pages leave behind.
@Suite struct LineCueTests {
  private func role(_ text: String) -> LineCues.Role? {
    guard let line = LineWords(text, limit: 60) else { return nil }
    return LineCues.Role.allCases.first { LineCues.shipped.match(line, as: $0) != nil }
  }

  @Test(arguments: [
    "Exit mobile version", "723 Views", "1.2k views", "Please enter your comment!", "COMMENT", "« Read more »",
    "Read more…",
    "Share this:", "ADVERTISEMENT", "Subscribe to our newsletter", "Follow us on X", "© 2025 The Example Times",
    "Copyright 2025 Example Media. All rights reserved.", "4 min read", "Your email address will not be published.",
    "Tags: war, peace", "Print | Email", "Back to top ↑",
  ])
  func `a leftover is one`(line: String) { #expect(role(line) == .leftover) }

  @Test(arguments: [
    "Exit polls favour the mobile party", "The views of 723 people", "No comment was made by the army on Sunday.",
    "Read more books", "Share this burden with us, the minister said.", "Advertisement revenue fell",
    "Subscribe to it or not, the doctrine is dead.", "Follow us home", "Copyright is theft, he wrote in 1975.",
    "Nobody reads the newsletter", "Four minutes later he was dead", "Comments by the president", "Print money and see",
    "Leave them a reply", "Related matters were not raised", "Must we read it?", "By and large", "Written by hand",
    "The writer is right", "The author is dead", "By the end of May", "Search parties went out",
  ])
  func `a line that looks like one is none`(line: String) { #expect(role(line) == nil) }

  @Test(arguments: [
    ("By Ehsan", "Ehsan"), ("Author: Ahmad Safi", "Ahmad Safi"), ("BY LAILA KARIMI | 9 November 2025", "LAILA KARIMI"),
    ("Written by Navid Daneshvar", "Navid Daneshvar"),
    ("by Tom Reed and Yusuf al-Hakim", "Tom Reed and Yusuf al-Hakim"),
    ("Posted by M. O’Brien on Nov 9, 2025", "M. O’Brien"), ("By دانشور", "دانشور"),
    ("Translated by Ashraf Hemmati from the original Persian article written by Navid Daneshvar", "Navid Daneshvar"),
  ])
  func `a by-line names the author`(line: String, author: String) throws {
    let words = try #require(LineWords(line, limit: 60))
    #expect(LineCues.shipped.match(words, as: .credit)?.author == author)
  }

  private static let dates: [(String, String?)] = [
    ("2025-11-09", "2025-11-09/2025-11-09"), ("Published: November 9, 2025", "2025-11-09/2025-11-09"),
    ("Sunday, 9th Nov 2025 08:30 GMT", "2025-11-09/2025-11-09"), ("Posted on 9 November 2025", "2025-11-09/2025-11-09"),
    ("09/11/2025", nil), ("In 2025", nil), ("31 November 2025", nil), ("9 November 2025 was a Sunday", nil),
  ]

  @Test(arguments: dates)
  func `a date line tells when the article was published`(line: String, date: String?) throws {
    let words = try #require(LineWords(line, limit: 60))
    #expect(LineCues.shipped.match(words, as: .credit)?.published?.description == date)
  }

  @Test func `no pattern stands twice`() {
    let all = LineCues.shipped.patterns.values.flatMap { $0.values.joined() }
    #expect(all.count > 300)
    #expect(Set(all).count == all.count)
  }
}
