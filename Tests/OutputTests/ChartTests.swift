import Foundation
import FoundationXML
import Query
import Testing

@testable import Output

@Suite struct ChartTests {
  /// Pictures are well-formed XML whatever the articles say, and say in words what they show.
  @Test(arguments: SampleTables.all.map(\.name)) func picturesAreWellFormed(sample: String) throws {
    let table = try #require(SampleTables.all.first { $0.name == sample }).table
    let text = SVGFormat().text(of: table)
    let document = try XMLDocument(xmlString: text)
    let elements = try document.nodes(forXPath: "//*").compactMap { $0.name }
    #expect(Set(elements).isSubset(of: ["svg", "title", "desc", "text", "rect"]))
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
}
