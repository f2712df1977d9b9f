import ClaimModel
import Store
import Synchronization

/// Where the claims of a file of statements are tied to articles, to entities and to one another, and added.
///
/// Claims that name one another are added at the end, when it is known which those are.
final class RDFDesk: @unchecked Sendable {
  // Only the thread that takes the steps touches it, and when that has ended the one that ends the import.
  private let context: ImportContext
  private let isStrict: Bool
  private var load: BulkLoad
  private var linker: ClaimLinker
  private var sheet: FaultSheet
  private let reader = RDFLineReader()
  private var summary = ImportSummary()
  private var articles: Set<Int> = []
  private var batch: [ClaimLine] = []
  private var aside: [ClaimLine] = []
  private let givenUp = Atomic(false)

  /// How many claims are added at once.
  private static let batchSize = 1 << 12

  init(
    _ context: ImportContext, _ linker: ClaimLinker, path: String, isStrict: Bool, into base: consuming KnowledgeBase
  ) {
    self.context = context
    self.isStrict = isStrict
    self.linker = linker
    load = BulkLoad(base)
    sheet = FaultSheet(path: path)
  }

  /// Whether a line is wrong that is to stop the import; every thread may ask.
  var isGivenUp: Bool { givenUp.load(ordering: .relaxed) }

  /// Does what steps ask for, in their order, until the import is given up.
  func take(_ steps: [RDFStep]) {
    for step in steps where !isGivenUp {
      switch step {
      case .fault(let fault, let line): add([fault], at: line)
      case .claim(let json, let line, let isNamed): take(json, LineText(number: line, bytes: []), isNamed)
      }
    }
  }

  private func take(_ json: String, _ place: LineText, _ isNamed: Bool) {
    let line = reader.line(json, at: place, nearest: context.nearest)
    add(line.faults, at: line.line)
    guard let found = line.claim else { return }
    if isNamed || found.arguments.contains(where: { $0.kind == "claim" }) {
      aside.append(found)
    } else {
      batch.append(found)
      if batch.count >= Self.batchSize { link(Self.taken(&batch)) }
    }
  }

  private func add(_ faults: [LineFault], at line: LineText) {
    sheet.add(faults, at: line)
    if isStrict, sheet.badLines > 0 { givenUp.store(true, ordering: .relaxed) }
  }

  private static func taken(_ claims: inout [ClaimLine]) -> [ClaimLine] {
    defer { claims = [] }
    return claims
  }

  /// Ties claims to articles, entities and one another, and adds them.
  private func link(_ claims: [ClaimLine]) {
    guard !isGivenUp, !claims.isEmpty else { return }
    for claim in claims { articles.insert(linker.article(for: claim.article).number) }
    let readings = linker.link(claims) { add([$0], at: $1) }
    guard !isGivenUp else { return }
    let new = load.attach(readings)
    summary.claims += new
    summary.known += readings.reduce(0) { $0 + $1.extraction.claims.count } - new
  }

  /// Ends the import.
  ///
  /// - Returns: what came of it.
  func finish(into base: inout KnowledgeBase) -> ImportSummary {
    link(Self.taken(&batch))
    link(Self.taken(&aside))
    if summary.claims + summary.known == 0, sheet.badLines == 0 { sheet.addEmptyFile() }
    if isGivenUp { summary = ImportSummary() } else { base = load.base }
    summary.articles = isGivenUp ? 0 : articles.count
    summary.badLines = sheet.badLines
    summary.diagnostics = sheet.told(isGivenUp: isGivenUp)
    return summary
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
