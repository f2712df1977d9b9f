import Foundation
import FoundationXML
import Query
import Testing

@testable import Output

@Suite struct ChartTests {
  /// Pictures are well-formed XML whatever the articles say, and say in words what they show.
  @Test(arguments: SampleTables.all.map(\.name), [nil, "bars", "graph", "map", "matrix", "timeline"])
  func picturesAreWellFormed(sample: String, picture: String?) throws {
    var table = try #require(SampleTables.all.first { $0.name == sample }).table
    table.picture = picture
    let text = SVGFormat().text(of: table)
    let document = try XMLDocument(xmlString: text)
    let elements = try document.nodes(forXPath: "//*").compactMap { $0.name }
    #expect(Set(elements).isSubset(of: ["svg", "title", "desc", "text", "rect", "path"]))
    let words = try document.nodes(forXPath: "//*[local-name()='desc']").first?.stringValue ?? ""
    #expect(table.rows.isEmpty || !words.isEmpty)
  }

  @Test func theLongestBarIsOneAndNothingIsLessThanNothing() {
    let table = ResultTable(
      columns: [.init("a", .text), .init("n", .number)],
      rows: [
        [.text("x"), .integer(4)], [.text("y"), .integer(-2)], [.text("z"), .missing], [.text("w"), .integer(1)],
      ],
      provenance: Provenance(Array(repeating: [], count: 4)))
    #expect(BarChart(ChartColumns(table, Layout())).lengths == [1, 0, 0, 0.25])
    let negative = ResultTable(columns: [.init("n", .number)], rows: [[.integer(-2)]], provenance: [[]])
    #expect(BarChart(ChartColumns(negative, Layout())).lengths == [0])
  }

  @Test func wordsWithoutNumbersAreCounted() {
    let rows = ["b", "a", "b", "c"].map { [ResultTable.Cell.text($0)] }
    let table = ResultTable(columns: [.init("a", .text)], rows: rows, provenance: Provenance(rows.map { _ in [] }))
    #expect(BarChart(ChartColumns(table, Layout())).bars.map(\.label) == ["b", "a", "c"])
  }

  @Test func darknessHasFourSteps() {
    let table = ResultTable(
      columns: [.init("a", .text), .init("b", .text), .init("n", .number)],
      rows: [1, 2, 3, 4, 0].map { [.text("r"), .text("c\($0)"), .integer($0)] },
      provenance: Provenance(Array(repeating: [], count: 5)))
    let matrix = Matrix(ChartColumns(table, Layout()))
    #expect(matrix.values[0].map { matrix.shade($0) } == [1, 2, 3, 4, 0])
  }

  @Test func edgesOfOneKindAreOne() {
    let joined = SampleTables.all.first { $0.name == "joined" }!.table
    let network = Network(ChartColumns(joined, Layout()))
    #expect(network.nodes.map(\.name) == ["ISKP", "Taliban"])
    #expect(network.nodes[0].edges.map(\.weight) == [5, 1])
  }

  /// Each name stands to the right of one that leads to it, also where they go round in a ring.
  @Test func namesStandInColumns() {
    let ways = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "b"), ("x", "x"), ("y", "z")]
    let table = ResultTable(
      columns: [.init("from", .entity), .init("to", .entity)], rows: ways.map { [.text($0.0), .text($0.1)] },
      provenance: Provenance(ways.map { _ in [] }))
    let layout = NetworkLayout(Network(ChartColumns(table, Layout())))
    #expect(layout.places.count == 6)
    #expect(Set(layout.places.map(\.place)).count == 6)
    #expect(["x", "b", "c", "a"].map { layout[$0].column } == [0, 1, 2, 3])
    #expect(["y", "z"].map { layout[$0].column } == [0, 1])
  }

  @Test func namesStandUnderWhatTheyLieWithin() {
    let wholes = ["Mastung": ["Balochistan", "Pakistan"], "Lahore": ["Pakistan"], "a": ["b", "a"], "b": ["a", "b"]]
    var table = ResultTable(
      columns: [.init("location", .entity), .init("count", .number)],
      rows: [
        [.text("Mastung"), .integer(4)], [.missing, .integer(9)], [.text("Pakistan"), .integer(1)],
        [.text("Lahore"), .integer(2)], [.text("a"), .integer(1)],
      ],
      provenance: Provenance(Array(repeating: [], count: 5)))
    table.nesting = Nesting { wholes[$0] ?? [] }
    let map = NameMap(ChartColumns(table, Layout()))
    #expect(
      map?.lines.map { "\($0.depth) \($0.name) \($0.text)" } == [
        "0 Pakistan 1", "1 Balochistan ", "2 Mastung 4", "1 Lahore 2", "0 b ", "1 a 1", "0 no location 9",
      ])
    #expect(map?.lengths == [0.25, 0, 1, 0.5, 0, 0.25, 0])
  }
}
