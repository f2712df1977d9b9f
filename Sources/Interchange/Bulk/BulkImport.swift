public import ClaimModel
public import Store

/// What came of the import of a file.
public struct ImportSummary {
  /// How many claims were added.
  public var claims = 0
  /// How many claims were known already.
  public var known = 0
  /// How many articles the claims are of.
  public var articles = 0
  /// How many lines are no claims, which are left out.
  public var badLines = 0
  /// What is wrong with the file, line by line.
  public var diagnostics: [Diagnostic] = []
}

/// Reads files of claims into a knowledge base; lines of JSON and CSV a chunk at a time and on all processors.
///
/// Plain lines go straight from their bytes into columns; all others are read as `ClaimsReader` reads them. A claim that
/// names another one by its id, which may stand anywhere in the file, is added after all others. What comes of it does not
/// depend on the number of threads.
public struct BulkImport {
  private let context: ImportContext
  /// How many bytes a chunk has, and how many threads read them.
  private let chunk: Int
  private let threads: Int

  /// Files of lines that are no larger are read line by line in their order.
  private let mostBytesAtOnce: Int

  /// An import that ties claims to what `context` knows; by default it reads 8 MiB at a time on up to eight threads, and
  /// small files of lines at once, in the order of their lines.
  public init(
    _ context: ImportContext, chunk: Int = 1 << 23, threads: Int? = nil, isAlwaysInChunks: Bool = false
  ) {
    self.context = context
    mostBytesAtOnce = isAlwaysInChunks ? 0 : 1 << 20
    self.chunk = max(chunk, 1)
    self.threads = threads ?? min(Threads.processors, 8)
  }

  /// Adds the claims of a file to what is known. Linear in the length of the file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - path: What messages call the file; its ending tells the format, see `ClaimsFormat`.
  ///   - extractor: Who made the claims whose lines do not say so.
  ///   - isStrict: Whether the first line that is wrong stops the reading, with no claim added.
  ///   - base: What is known.
  ///   - onProgress: Is told how many more bytes have been read, from several threads; not of small files.
  /// - Returns: what came of it.
  public func load(
    _ file: ClaimsFile, path: String, extractor: String, isStrict: Bool, into base: inout KnowledgeBase,
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> ImportSummary {
    var header: CSVHeader?
    var summary = ImportSummary()
    let format = ClaimsFormat(path: path)
    if let syntax = format.syntax {
      let linker = ClaimLinker(context, path: path, extractor: extractor)
      let desk = RDFDesk(context, linker, path: path, isStrict: isStrict, into: base)
      if !isStrict { base = KnowledgeBase() }
      var statements = RDFImport(file, syntax, desk)
      statements.run(threads: threads)
      return desk.finish(into: &base)
    }
    let isCSV = format == .csv
    if !isCSV, file.size <= mostBytesAtOnce {
      return loadAtOnce(file, path: path, extractor: extractor, isStrict: isStrict, into: &base)
    }
    if isCSV {
      var window = FileWindow(file, capacity: CSVRecord.longest)
      window.read(from: 0, count: CSVRecord.longest)
      header = unsafe CSVHeader(window.bytes, path: path, nearest: context.nearest) { summary.diagnostics.append($0) }
      if header == nil {
        summary.badLines = 1
        return summary
      }
    }
    let survey =
      header.map { FileSurvey(recordsOf: file, after: $0, chunk: chunk, threads: threads) }
      ?? FileSurvey(linesOf: file, chunk: chunk, threads: threads)
    let linker = ClaimLinker(context, path: path, extractor: extractor)
    let shared = BulkContext(context, extractor: extractor, shelf: linker.shelf, ids: survey.ids)
    // What is known stays as it is until the end where the import may be given up; that costs a copy.
    let load = BulkLoad(base)
    if !isStrict { base = KnowledgeBase() }
    let line = header?.lines ?? 0
    let desk = ImportDesk(
      load, shared, linker, path: path, isStrict: isStrict, line: line,
      chunks: survey.cutter.chunks.count)
    run(file, survey.cutter, shared, header, desk, onProgress)
    return desk.finish(file, survey.cutter, columns: header?.columns, firstLine: line, into: &base)
  }

  /// Adds the claims of a small file in the order of its lines.
  private func loadAtOnce(
    _ file: ClaimsFile, path: String, extractor: String, isStrict: Bool, into base: inout KnowledgeBase
  ) -> ImportSummary {
    var window = FileWindow(file, capacity: file.size)
    window.read(from: 0, count: file.size)
    let imported = ClaimsReader(context).read(
      unsafe Array(window.bytes), path: path, extractor: extractor, isStrict: isStrict)
    var summary = ImportSummary(badLines: imported.badLines, diagnostics: imported.diagnostics)
    summary.claims = base.attach(imported.readings)
    summary.known = imported.readings.reduce(0) { $0 + $1.extraction.claims.count } - summary.claims
    summary.articles = imported.readings.count
    return summary
  }

  /// Reads all chunks on the threads, and hands over what they give in their order.
  private func run(
    _ file: ClaimsFile, _ cutter: LineCutter, _ shared: BulkContext, _ header: CSVHeader?, _ desk: ImportDesk,
    _ onProgress: @escaping @Sendable (Int) -> Void
  ) {
    let counter = Counter()
    let turns = Turns()
    let chunk = chunk
    Threads.run(min(threads, cutter.chunks.count)) { _ in
      let reader = ChunkReader(shared, columns: header?.columns)
      var window = FileWindow(file, capacity: chunk * 2)
      while let number = counter.next(below: cutter.chunks.count) {
        let lines = cutter.read(number, into: &window)
        let read = reader.read(window, lines)
        turns.wait(for: number)
        desk.add(read, from: reader.rows)
        turns.pass()
        onProgress(cutter.chunks[number].count)
      }
    }
  }
}
