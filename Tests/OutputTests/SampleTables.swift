import ClaimModel
import Query

/// Answers that are hard to write: each golden case is one of them in one format.
enum SampleTables {
  static let all: [(name: String, table: ResultTable)] = [
    ("wide-characters", wideCharacters), ("hostile", hostile), ("types", types), ("long-cells", longCells),
    ("empty", empty), ("cross", cross), ("events", events), ("joined", joined),
  ]

  private static let wideCharacters = ResultTable(
    columns: [.init("speaker", .entity), .init("says", .text), .init("count", .number)],
    rows: [
      [.text("新华社"), .text("喀布尔"), .integer(7)],
      [.text("Zoe\u{301} Bärfuss"), .text("cafe\u{301} 👩‍🚀 ok"), .integer(1_200)],
      [.text("اسلام آباد"), .text("plain"), .missing],
      [.text("한국"), .missing, .integer(-3)],
    ],
    provenance: Provenance(Array(repeating: [], count: 4)))

  private static let hostile = ResultTable(
    columns: [.init("text", .text), .init("bad|name\u{1B}[31m", .text)],
    rows: [
      [.text("\u{1B}]0;owned\u{7}\u{1B}[2J gone"), .text("a \"quoted\", line\nand another")],
      [.text("=HYPERLINK(\"http://example.org\",\"x\")"), .text("@SUM(1)\t+1")],
      [.text("<script>alert('x')</script> & *bold* [a](b)"), .text("right\u{202E}left\u{9B}31m")],
      [.text("-12.5"), .text("- a dash\r\nand CRLF")],
      [.text(""), .text("back\\slash `code` | pipe")],
      [.text("  padded  "), .text("＝1+1")],
    ],
    provenance: Provenance(Array(repeating: [], count: 6)))

  private static let types = ResultTable(
    columns: [
      .init("source", .text), .init("when", .date), .init("speakers", .list), .init("share", .number),
      .init("count", .number),
    ],
    rows: [
      [
        .text("Al-Mirsaad"), .date(range("2025")), .list(["Khalilzad", "Analysts; and others"]), .number(1.0 / 3),
        .integer(12),
      ],
      [.text("The Diplomat"), .date(range("2025-02")), .list(["UN"]), .number(0.5), .integer(4)],
      [.missing, .date(range("2025-02-03")), .list([]), .number(.nan), .integer(1)],
      [.text("none"), .date(range("../2024-12-31")), .missing, .missing, .integer(0)],
      [.text("interval"), .date(range("2025-01-01/2025-04-30")), .missing, .number(1e300), .integer(.min)],
    ],
    provenance: [[ClaimID(1), ClaimID(0xFEDC_BA98_7654_3210)], [ClaimID(2)], [ClaimID(3)], [ClaimID(4)], []])

  private static let longCells = ResultTable(
    columns: [.init("source", .text), .init("text", .text), .init("quantity", .number)],
    rows: [
      [
        .text("Al-Mirsaad"),
        .text("In the mountains of the east, officials said, nobody had seen the group for more than a year."),
        .number(1_234_567.891),
      ],
      [.text("A source with a rather long label"), .text("喀布尔的官员说没有人见过这个组织已经一年多了而且不会再见到"), .integer(3)],
    ],
    provenance: [[], []])

  private static let empty = ResultTable(
    columns: [.init("source", .text), .init("count", .number)], rows: [], provenance: [])

  private static let cross = ResultTable(
    columns: [.init("source", .text), .init("count", .number), .init("<denied>", .number), .init("certain", .number)],
    rows: [
      [.text("Daily & Co"), .integer(12), .integer(0), .integer(12)],
      [.text("Weekly \"W\""), .integer(7), .integer(3), .integer(4)], [.missing, .integer(1), .integer(1), .missing],
    ],
    provenance: Provenance(Array(repeating: [], count: 3)))

  private static let events = ResultTable(
    columns: [.init("date", .date), .init("subject", .entity), .init("relation", .text)],
    rows: [
      [.date(range("2024-05-17")), .text("ISKP"), .text("attack")],
      [.date(range("2021-12-31/..")), .text("Taliban"), .missing],
      [.missing, .text("nobody"), .text("know")], [.date(range("2023")), .text("Pakistan"), .text("deny")],
      [.date(range("../2022")), .missing, .text("begin")],
      [.date(range("2025-01-01/2025-04-30")), .text("UN"), .text("report")],
    ],
    provenance: Provenance(Array(repeating: [], count: 6)))

  private static let joined = ResultTable(
    columns: [.init("subject", .entity), .init("relation", .text), .init("object", .entity), .init("count", .number)],
    rows: [
      [.text("ISKP"), .text("attack"), .text("Taliban"), .integer(3)],
      [.text("ISKP"), .text("kill"), .text("a \"commander\" \\ of <them>"), .integer(1)],
      [.text("Taliban"), .text("attack"), .text("ISKP"), .integer(5)],
      [.text("ISKP"), .text("be"), .missing, .integer(1)],
      [.text("ISKP"), .text("attack"), .text("Taliban"), .integer(2)],
    ],
    provenance: Provenance(Array(repeating: [], count: 5)))

  private static func range(_ text: String) -> DateRange {
    DateRange(iso8601: text)!
  }
}
