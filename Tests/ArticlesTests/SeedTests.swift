import Articles
import ClaimModel
import Foundation
import TestSupport
import Testing

/// The five articles that come with the program, as they are read.
@Suite struct SeedTests {
  @Test func `what is read of the seeds is what the case holds`() throws {
    let seeds = GoldenCase.projectFolder.appending(path: "seeds").path
    let reading = ArticleReader().read(paths: [seeds])
    #expect(reading.articles.count == 5)
    #expect(reading.diagnostics.isEmpty)
    try GoldenCase.expect(ArticleForm.text(of: reading), equals: "articles/seeds.expected")
  }
}

/// What the five articles say of themselves, without their catalogue.
@Suite struct SeedTextTests {
  private static let expected: [(file: String, title: String?, author: String?)] = [
    ("000_1c59de27903dabd8.txt", "Pakistan: A Breeding Ground for ISIS’s Resurgence", nil),
    ("001_30ecab4726ef8dc4.txt", "Pakistan: A Sanctuary for ISIS in the Region", "Ehsan"),
    (
      "002_b51d1550b1715137.txt",
      "The New Sanctuary: How ISIS-K’s Shift into Pakistan Is Rewriting the Region’s Security Map", "Navid Daneshvar"
    ),
    ("003_85d09d56b8c1ab7b.txt", nil, "Ahmad Safi"),
    ("004_3e45f4c1b9602de6.txt", "Safe havens and spillovers", "Tariq Khan Tareen"),
  ]

  @Test(arguments: expected)
  func `title and author are read out of the text`(file: String, title: String?, author: String?) throws {
    let bytes = try CaseFiles.bytes(GoldenCase.projectFolder.path + "/seeds/" + file)
    let path = try TemporaryFile.write(bytes, ending: "txt")
    defer { TemporaryFile.remove(path) }
    let article = try #require(ArticleReader().read(paths: [path]).articles.first)
    #expect(article.title == title)
    #expect(article.author == author)
  }
}
