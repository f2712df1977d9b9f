import ClaimModel
import Foundation
import Query
import TestSupport
import Testing
import TextForms

@testable import Output

/// Pictures as terminals get them, read back into pixels.
@Suite struct TerminalImageTests {
  private static let names = ["bars", "timeline", "matrix", "graph", "map"]

  private static func terminal(_ language: TerminalGraphics.Language) -> TerminalGraphics {
    TerminalGraphics(language, columns: 80, rows: 40, cellWidth: 10, cellHeight: 20)
  }

  private static func canvas(_ name: String, of table: ResultTable) -> Canvas? {
    let picture = (OutputFormats.named(name) as? any PictureFormat)?.picture(of: ChartColumns(table, Layout()))
    return picture.map { Canvas($0, scale: 1, ink: 0x202020, paper: 0xffffff) }
  }

  /// The pixels of every picture of every sample.
  @Test(arguments: SampleTables.all.map(\.name)) func pixels(sample: String) throws {
    let table = try #require(SampleTables.all.first { $0.name == sample }).table
    let lines = Self.names.map { name in
      guard let canvas = Self.canvas(name, of: table) else { return "\(name) none\n" }
      return "\(name) \(canvas.width)x\(canvas.height) \(SHA256.hexadecimal(of: canvas.pixels))\n"
    }
    try GoldenCase.expect(lines.joined(), equals: "tables/\(sample).pixels")
  }

  @Test(arguments: [
    ("bars", "cross"), ("timeline", "events"), ("matrix", "cross"), ("graph", "joined"), ("map", "cross"),
  ])
  func sixelsAreThePixels(name: String, sample: String) throws {
    let table = try #require(SampleTables.all.first { $0.name == sample }).table
    let canvas = try #require(Self.canvas(name, of: table))
    let read = try #require(SixelReader(SixelImage.text(of: canvas)))
    #expect(read.width == canvas.width && read.height == canvas.height)
    // Colours are told in percent, and where there are too many, like ones are one.
    let worst = zip(canvas.pixels.indices, canvas.pixels).map { place, byte in
      abs((read.pixels[place / 3]?[place % 3] ?? 1000) * 255 / 100 - Int(byte))
    }.max()
    #expect(worst ?? 1000 <= 8)
  }

  /// Each piece says whether another follows, and together they are a PNG of the picture's size.
  @Test func kittyGetsAPNG() throws {
    let table = try #require(SampleTables.all.first { $0.name == "cross" }).table
    let canvas = try #require(Self.canvas("matrix", of: table))
    let text = KittyImage.text(of: try #require(canvas.png))
    let pieces = text.split(separator: "\u{1B}\\").map { $0.split(separator: ";", maxSplits: 1) }
    #expect(pieces.count > 1)
    for (place, piece) in pieces.enumerated() {
      let isLast = place == pieces.count - 1
      #expect(piece[0] == "\u{1B}_G" + (place == 0 ? "a=T,f=100,q=2," : "") + (isLast ? "m=0" : "m=1"))
      #expect(piece[1].count <= 4096)
    }
    let png = try #require(Data(base64Encoded: pieces.map { String($0[1]) }.joined()))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    let size = png[16..<24].reduce(0) { $0 << 8 | UInt64($1) }
    #expect(size == UInt64(canvas.width) << 32 | UInt64(canvas.height))
  }

  @Test(arguments: TerminalGraphics.Language.allCases)
  func whatHasNoPictureIsDrawn(in language: TerminalGraphics.Language) throws {
    let cross = try #require(SampleTables.all.first { $0.name == "cross" }).table
    let (terminal, layout) = (Self.terminal(language), Layout(isTerminal: true, width: 80))
    #expect(BarsFormat().image(of: cross, layout: layout, on: terminal)?.hasSuffix("rows\n") == true)
    #expect(TableFormat().image(of: cross, layout: layout, on: terminal) == nil)
    var small = terminal
    small.rows = 5
    #expect(BarsFormat().image(of: cross, layout: layout, on: small) == nil)
    let foreign = ResultTable(columns: [.init("a", .text)], rows: [[.text("喀布尔")]], provenance: [[]])
    #expect(BarsFormat().image(of: foreign, layout: layout, on: terminal) == nil)
    let empty = ResultTable(columns: [.init("a", .text)], rows: [], provenance: Provenance([]))
    #expect(BarsFormat().image(of: empty, layout: layout, on: terminal) == nil)
  }

  /// Nothing but our own commands reaches the terminal, whatever the articles say.
  @Test func wordsAreNoCommands() throws {
    let table = try #require(SampleTables.all.first { $0.name == "hostile" }).table
    for name in Self.names {
      guard let format = OutputFormats.named(name),
        let text = format.image(of: table, layout: Layout(isTerminal: true, width: 80), on: Self.terminal(.sixel))
      else { continue }
      #expect(text.unicodeScalars.filter { $0 == "\u{1B}" }.count == 2, "\(name)")
    }
  }

  @Test func monthsStandInTheirOrder() {
    let months = [("2025-03", 9), ("2025-01", 4), ("2025-02", 6)]
    var table = ResultTable(
      columns: [.init("month", .date), .init("count", .number)],
      rows: months.map { month, count in [.date(.init(iso8601: month)!), .integer(count)] },
      provenance: Provenance(months.map { _ in [] }))
    #expect(BarChart(ChartColumns(table, Layout())).bars.map(\.text) == ["4", "6", "9"])
    table.isSorted = true
    #expect(BarChart(ChartColumns(table, Layout())).bars.map(\.text) == ["9", "4", "6"])
  }
}
