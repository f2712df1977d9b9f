import Query
import TestSupport
import Testing
import TextForms

@testable import Output

/// Every sample in every format, as a file gets it.
@Suite struct FormatTests {
  @Test(arguments: SampleTables.all.map(\.name)) func fileOutput(sample: String) throws {
    let table = try #require(SampleTables.all.first { $0.name == sample }).table
    for format in OutputFormats.all {
      try GoldenCase.expect(format.text(of: table), equals: "tables/\(sample).\(format.name)")
    }
  }

  @Test(arguments: SampleTables.all.map(\.name), [24, 60]) func terminalOutput(sample: String, width: Int) throws {
    let table = try #require(SampleTables.all.first { $0.name == sample }).table
    let layout = Layout(isTerminal: true, width: width)
    try GoldenCase.expect(TableFormat().text(of: table, layout: layout), equals: "tables/\(sample)-\(width).table")
  }

  @Test func colour() throws {
    let layout = Layout(isTerminal: true, width: 60, style: .colour)
    let table = SampleTables.all[0].table
    let text = TableFormat().text(of: table, layout: layout).replacing("\u{1B}", with: "ESC")
    try GoldenCase.expect(text, equals: "tables/colour.table")
  }

  @Test(arguments: SampleTables.all.map(\.name), [20, 31, 40, 77, 200])
  func noTerminalLineIsWiderThanTheTerminal(sample: String, width: Int) throws {
    let table = try #require(SampleTables.all.first { $0.name == sample }).table
    for format in [TableFormat(), ListFormat(), BarsFormat(), TimelineFormat(), MatrixFormat(), GraphFormat()]
      as [any ResultFormat]
    {
      let lines = format.text(of: table, layout: Layout(isTerminal: true, width: width)).split(separator: "\n")
      // The footer is a sentence and may be wider; a list leaves its texts at least twenty cells.
      let least = format.name == "list" ? 40 : 0
      for line in lines.dropLast() where width >= least {
        #expect(String(line).cellWidth <= max(width, 40), "\(line)")
      }
    }
  }

  @Test func noFormatSendsATerminalACommand() throws {
    for (name, table) in SampleTables.all {
      for format in OutputFormats.all {
        let text = format.text(of: table, layout: Layout(isTerminal: true, width: 80))
        let commands = text.unicodeScalars.filter {
          $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
        }
        #expect(commands.isEmpty, "\(name) as \(format.name)")
      }
    }
  }

  @Test func rowLimit() {
    let table = ResultTable(
      columns: [.init("n", .number)], rows: (1...312).map { [.integer($0)] },
      provenance: Provenance(Array(repeating: [], count: 312)))
    let text = TableFormat().text(of: table, layout: Layout(rowLimit: 2))
    #expect(text.contains("│ 2 │\n└"))
    #expect(text.hasSuffix("2 of 312 rows; `more` shows the next, `set limit off` all\n"))
    #expect(SeparatedFormat.csv.text(of: table, layout: Layout(rowLimit: 2)) == "n\n1\n2\n")
  }

  @Test func formulasAreLeftAloneWhereAsked() {
    let table = ResultTable(columns: [.init("a", .text)], rows: [[.text("=1+1")]], provenance: [[]])
    #expect(SeparatedFormat.csv.text(of: table) == "a\n'=1+1\n")
    #expect(SeparatedFormat.csv.text(of: table, layout: Layout(guardsFormulas: false)) == "a\n=1+1\n")
  }

  @Test func claimsBehindRowsInCSV() {
    let table = SampleTables.all[2].table
    let lines = SeparatedFormat.csv.text(of: table, layout: Layout(namesClaims: true)).split(separator: "\n")
    #expect(lines[0].hasSuffix(",claims"))
    #expect(lines[1].hasSuffix(",0000000000000001; fedcba9876543210"))
  }

  @Test func namesAreUniqueAndFound() {
    #expect(Set(OutputFormats.all.map(\.name)) == Set(QueryReference.formats.map(\.name)))
    #expect(Set(OutputFormats.all.map(\.name)).count == OutputFormats.all.count)
    #expect(OutputFormats.named("CSV")?.name == "csv")
    #expect(OutputFormats.named("xml") == nil)
  }
}
