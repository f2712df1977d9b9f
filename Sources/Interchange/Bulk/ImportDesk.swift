import ClaimModel
import Store

/// Where the threads of an import hand over what they have read, one after another.
final class ImportDesk: @unchecked Sendable {
  // Only the thread whose turn it is touches it.
  private var load: BulkLoad
  private var linker: ClaimLinker
  private let shared: BulkContext
  private let isStrict: Bool
  private let firstLine: Int
  private let chunkCount: Int
  private var sheet: FaultSheet
  private var summary = ImportSummary()
  /// How many lines come before the next chunk.
  private var line: Int
  private var articles: Set<Int> = []
  /// The rows of the articles of which no more than the source is told.
  private var rows: [String: Int] = [:]
  /// Lines that may name other claims.
  private var aside: [CheckedLine] = []

  init(
    _ load: consuming BulkLoad, _ shared: BulkContext, _ linker: ClaimLinker, path: String, isStrict: Bool, line: Int,
    chunks: Int
  ) {
    self.load = load
    firstLine = line
    chunkCount = chunks
    self.shared = shared
    self.linker = linker
    self.isStrict = isStrict
    self.line = line
    sheet = FaultSheet(path: path)
  }

  /// Whether a line is wrong that is to stop the import.
  private var isGivenUp: Bool { isStrict && sheet.badLines > 0 }

  /// Adds what a chunk has given; `rows` has read its plain lines.
  func add(_ chunk: ChunkReader.Chunk, from rows: RowReader) {
    if line == firstLine {
      // More than the first chunk has, as the others may have shorter lines.
      load.reserveCapacity(chunk.lines * chunkCount / 8 * 9, textBytes: chunk.textBytes * chunkCount / 8 * 9)
    }
    for piece in chunk.pieces where !isGivenUp {
      switch piece {
      case .batch(let batch, let words):
        let new = load.append(batch, words, from: &rows.thread) { number, load in
          row(of: rows.mentions[number - 1], in: &load)
        }
        count(new, of: batch.count)
      case .lines(let lines): add(lines.map { $0.moved(by: line) })
      }
    }
    line += chunk.lines
  }

  /// The row of an article. Of one that another thread has met too nothing more is told where its source is all.
  private func row(of mention: ArticleMention, in load: inout BulkLoad) -> Int {
    if let source = mention.bareSource, let row = rows[source] { return row }
    let found = linker.article(for: mention)
    articles.insert(found.number)
    let row = load.row(of: found.article)
    if let source = mention.bareSource { rows[source] = row }
    return row
  }

  private func add(_ lines: [CheckedLine]) {
    var claims: [ClaimLine] = []
    for line in lines where !isGivenUp {
      sheet.add(line.faults, at: line.line)
      guard let claim = line.claim else { continue }
      if claim.arguments.contains(where: mayNameClaim) {
        aside.append(line)
      } else {
        claims.append(claim)
      }
    }
    if !isGivenUp { link(claims) { _ in true } }
  }

  private func mayNameClaim(_ argument: ClaimLine.Argument) -> Bool {
    argument.kind == "claim" || argument.kind == nil && shared.ids.mayHold(argument.text)
  }

  /// Ties claims to articles, entities and one another, and adds those that `isAdded` says by their lines.
  private func link(_ claims: [ClaimLine], where isAdded: (Int) -> Bool) {
    for claim in claims where isAdded(claim.line.number) { articles.insert(linker.article(for: claim.article).number) }
    let readings = linker.link(claims, where: isAdded) { sheet.add([$0], at: $1) }
    guard !isGivenUp else { return }
    count(load.attach(readings), of: readings.reduce(0) { $0 + $1.extraction.claims.count })
  }

  private func count(_ new: Int, of all: Int) {
    summary.claims += new
    summary.known += all - new
  }

  /// Adds the claims that name others, once it is known which lines those are.
  private func addAside(_ file: ClaimsFile, _ cutter: LineCutter, columns: [Int]?, firstLine: Int) {
    guard !aside.isEmpty, !isGivenUp else { return }
    let waiting = aside.compactMap(\.claim)
    let numbers = Set(waiting.map(\.line.number))
    let wanted = Set(waiting.flatMap { $0.arguments.map(\.text) })
    let finder = TargetFinder(shared, columns: columns, wanted: wanted)
    let targets = finder.targets(in: file, cutter, firstLine: firstLine).filter { !numbers.contains($0.line.number) }
    let all = (waiting + targets).sorted { $0.line.number < $1.line.number }
    link(all) { numbers.contains($0) }
  }

  /// Ends the import.
  ///
  /// - Returns: what came of it.
  func finish(
    _ file: ClaimsFile, _ cutter: LineCutter, columns: [Int]?, firstLine: Int, into base: inout KnowledgeBase
  ) -> ImportSummary {
    addAside(file, cutter, columns: columns, firstLine: firstLine)
    if summary.claims + summary.known == 0, sheet.badLines == 0 { sheet.addEmptyFile() }
    var result = ImportSummary()
    if !isGivenUp {
      base = load.base
      result = summary
      result.articles = articles.count
    }
    result.badLines = sheet.badLines
    result.diagnostics = sheet.told(isGivenUp: isGivenUp)
    return result
  }
}

/// Finds the lines that other lines name, going through the file again.
private struct TargetFinder {
  private let shared: BulkContext
  private let columns: [Int]?
  private let wanted: Set<String>

  init(_ shared: BulkContext, columns: [Int]?, wanted: Set<String>) {
    self.shared = shared
    self.columns = columns
    self.wanted = wanted
  }

  /// The lines whose id is wanted.
  func targets(in file: ClaimsFile, _ cutter: LineCutter, firstLine: Int) -> [ClaimLine] {
    let reader = ChunkReader(shared, columns: columns)
    var window = FileWindow(file, capacity: 1 << 16)
    var found: [ClaimLine] = []
    var line = firstLine
    for number in cutter.chunks.indices {
      let lines = cutter.read(number, into: &window)
      let chunk = reader.readWithCare(window, lines, ids: wanted)
      found.append(contentsOf: chunk.found.compactMap { $0.moved(by: line).claim })
      line += chunk.lines
    }
    return found
  }
}
