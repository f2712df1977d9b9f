import ClaimModel
import Store

/// Reads claims from statements of RDF into a knowledge base.
///
/// The file is read twice: first to count what it says of each thing, then claim by claim, each as soon as all is said of it.
/// Claims that name one another are added at the end, when it is known which those are.
struct RDFImport {
  private let context: ImportContext
  private let syntax: RDFSyntax
  private let isStrict: Bool
  private var load: BulkLoad
  private var linker: ClaimLinker
  private var sheet: FaultSheet
  private var graph: RDFGraph
  private let reader = RDFLineReader()
  private var summary = ImportSummary()
  private var articles: Set<Int> = []
  private var batch: [ClaimLine] = []
  private var aside: [ClaimLine] = []

  /// How many claims are added at once.
  private static let batchSize = 1 << 12

  init(
    _ context: ImportContext, _ file: ClaimsFile, _ syntax: RDFSyntax, path: String, extractor: String, isStrict: Bool,
    into base: consuming KnowledgeBase
  ) {
    self.context = context
    self.syntax = syntax
    self.isStrict = isStrict
    load = BulkLoad(base)
    linker = ClaimLinker(context, path: path, extractor: extractor)
    sheet = FaultSheet(path: path)
    graph = RDFGraph(RDFSurvey(file, syntax))
  }

  private var isGivenUp: Bool { isStrict && sheet.badLines > 0 }

  /// Reads the file.
  ///
  /// - Returns: what came of it.
  mutating func run(_ file: ClaimsFile, into base: inout KnowledgeBase) -> ImportSummary {
    let parser = RDFParser(syntax)
    var faults: [RDFParser.Fault] = []
    parser.read(file, tell: { faults.append($0) }) {
      for fault in faults { sheet.add([.notRDF(fault.words)], at: fault.line) }
      faults = []
      let place = LineText(number: parser.line, bytes: [])
      let ready = graph.add(parser) { sheet.add([.unknown([LineChecker.cut($0)], near: nil)], at: place) }
      for claim in ready where !isGivenUp { take(claim) }
      return !isGivenUp
    }
    for fault in faults where !isGivenUp { sheet.add([.notRDF(fault.words)], at: fault.line) }
    for claim in graph.rest where !isGivenUp { take(claim) }
    for (line, fault) in graph.faults where !isGivenUp { sheet.add([fault], at: LineText(number: line, bytes: [])) }
    link(Self.taken(&batch))
    link(Self.taken(&aside))
    if summary.claims + summary.known == 0, sheet.badLines == 0 { sheet.addEmptyFile() }
    if isGivenUp { summary = ImportSummary() } else { base = load.base }
    summary.articles = isGivenUp ? 0 : articles.count
    summary.badLines = sheet.badLines
    summary.diagnostics = sheet.told(isGivenUp: isGivenUp)
    return summary
  }

  /// Takes a claim out of the graph.
  private mutating func take(_ claim: String) {
    let place = LineText(number: graph.nodes[claim]?.line ?? 0, bytes: [])
    let line = reader.line(RDFClaimBuilder(graph).line(for: claim), at: place, nearest: context.nearest)
    let isNamed = graph.isNamed(claim)
    graph.forget(claim)
    sheet.add(line.faults, at: line.line)
    guard let found = line.claim else { return }
    if isNamed || found.arguments.contains(where: { $0.kind == "claim" }) {
      aside.append(found)
    } else {
      batch.append(found)
      if batch.count >= Self.batchSize { link(Self.taken(&batch)) }
    }
  }

  private static func taken(_ claims: inout [ClaimLine]) -> [ClaimLine] {
    defer { claims = [] }
    return claims
  }

  /// Ties claims to articles, entities and one another, and adds them.
  private mutating func link(_ claims: [ClaimLine]) {
    guard !isGivenUp, !claims.isEmpty else { return }
    for claim in claims { articles.insert(linker.article(for: claim.article).number) }
    let readings = linker.link(claims) { sheet.add([$0], at: $1) }
    guard !isGivenUp else { return }
    let new = load.attach(readings)
    summary.claims += new
    summary.known += readings.reduce(0) { $0 + $1.extraction.claims.count } - new
  }
}

/// Checks lines of JSON that have been made of something else.
private final class RDFLineReader {
  private let reader = JSONReader()

  func line(
    _ json: String, at place: LineText, nearest: @escaping (String, [String]) -> String?
  ) -> CheckedLine {
    var bytes = Array(json.utf8)
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: JSONReader.padding))
    return CheckedLine(place, 0..<count, of: bytes, with: reader, nearest: nearest)
  }
}
