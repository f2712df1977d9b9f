import Output
import Query
import TestSupport
import Testing

@testable import Shell

/// What `schema` says of a query's answer, and the answer.
@Suite struct ResultSchemaTests {
  private static let queries =
    QueryReference.nouns.flatMap { noun in
      [
        noun.name, "\(noun.name) show *", "\(noun.name) show count",
        "\(noun.name) group by \(QueryReference.attributes(of: noun.name)[0].name)",
      ]
    } + [
      "claims group by source across polarity", "claims group by about show about, list(location), share, min(date)",
      "claims show source, quantity as n, confidence", "explain claims where subject = ISKP",
      "claims where subject = Nobody",
      "claims group by source show source, count(distinct speaker), first(text), max(date), average(confidence)",
    ]

  @Test(arguments: queries)
  func theAnswerHasTheColumnsAndMeetsTheSchema(_ query: String) throws {
    let session = SmallCorpus.session(console: RecordingConsole(), audience: .person)
    let engine = session.engine
    let shape = try engine.shape(of: QuerySource(query))
    let table = try engine.run(QuerySource(query))
    if shape.across == nil {
      #expect(table.columns == shape.columns)
    } else {
      #expect(table.columns.starts(with: shape.columns) && table.columns.count > shape.columns.count)
    }
    let json = try #require(OutputFormats.named("json")).text(of: table)
    let faults = try SchemaCheck(ResultSchema.text(of: shape, title: query)).faults(of: json)
    #expect(faults.isEmpty)
    // Columns do not depend on what is known.
    let empty = QueryEngine(Session(console: RecordingConsole(), audience: .person).knowledgeBase, mode: .prompt)
    #expect(try empty.shape(of: QuerySource(query)) == shape)
  }

  @Test func aWrongAnswerDoesNotMeetIt() throws {
    let engine = SmallCorpus.session(console: RecordingConsole(), audience: .person).engine
    let check = try SchemaCheck(
      ResultSchema.text(of: engine.shape(of: QuerySource("claims show source, date, id")), title: ""))
    #expect(try check.faults(of: "[{\"source\": \"a\", \"date\": \"2024-05\", \"id\": null}]").isEmpty)
    for wrong in [
      "[{\"source\": \"a\", \"date\": null}]", "[{\"source\": 1, \"date\": null, \"id\": null}]",
      "[{\"source\": \"a\", \"date\": \"May\", \"id\": null}]",
      "[{\"source\": \"a\", \"date\": null, \"id\": null, \"x\": 1}]",
    ] {
      #expect(try !check.faults(of: wrong).isEmpty, "\(wrong)")
    }
  }

  /// What the default columns of each noun are, and their types: a contract that scripts rely on. A change of it is a
  /// new version of the language.
  @Test func theContract() throws {
    let engine = SmallCorpus.session(console: RecordingConsole(), audience: .person).engine
    var text = ""
    for noun in QueryReference.nouns {
      for query in [noun.name, "\(noun.name) show *"] {
        let shape = try engine.shape(of: QuerySource(query))
        text += "\(query)\n" + shape.columns.map { "  \($0.name): \($0.type.rawValue)\n" }.joined() + "\n"
      }
    }
    try GoldenCase.expect(text, equals: "tables/contract.txt")
  }
}
