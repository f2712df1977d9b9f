import ClaimModel
public import Store

/// Answers queries over a knowledge base.
///
/// A value over a value: what is loaded into the knowledge base later is not seen; making an engine costs next to nothing.
public struct QueryEngine: Sendable {
  /// How strictly names are taken.
  public enum Mode: Sendable {
    /// A name that is not known gives a warning and no rows.
    case prompt
    /// A name that is not known is an error.
    case script
  }

  let knowledgeBase: KnowledgeBase
  let mode: Mode
  let control: QueryControl

  /// The most errors that are told at once.
  static let mostFaults = 5

  /// An engine over `knowledgeBase` whose queries `control` can end.
  public init(_ knowledgeBase: KnowledgeBase, mode: Mode, control: QueryControl = QueryControl()) {
    self.knowledgeBase = knowledgeBase
    self.mode = mode
    self.control = control
  }

  /// Runs one query.
  ///
  /// - Throws: up to five things that are wrong with it; then nothing has been run.
  public func run(_ source: QuerySource) throws(QueryFailure) -> ResultTable {
    let places = Places(source: source)
    let parsed = Parser.parse(source.text)
    var faults = parsed.faults
    let bound = parsed.query.flatMap {
      Binder.bind($0, over: knowledgeBase, mode: mode, lostColumns: parsed.lostColumns)
    }
    faults += bound?.faults ?? []
    guard let query = parsed.query, let bound, !faults.contains(where: { !$0.isWarning }) else {
      throw QueryFailure(told(faults, places))
    }
    do throws(QueryControl.Stop) {
      let plan = Planner.plan(bound.query)
      if query.isExplained { return try Explanation.table(of: plan, format: bound.query.format, control) }
      let frame = try Executor.rows(of: plan, control)
      var table = try plan.projection.table(of: frame, control)
      table.format = bound.query.format
      let notices = Notices(query: bound.query, places: places, control: control)
      table.notices = told(faults, places) + (try notices.all(for: frame))
      return table
    } catch {
      throw QueryFailure([Self.diagnostic(of: error)])
    }
  }

  /// Why a query was ended, in words.
  private static func diagnostic(of stop: QueryControl.Stop) -> Diagnostic {
    switch stop {
    case .cancelled: Diagnostic(.notice, code: "N004", "the query was interrupted")
    case .timeout(let milliseconds):
      Diagnostic(
        .error, code: "Q040", "the query took longer than \(milliseconds) ms",
        suggestion: "set timeout to more, or ask for less with where")
    case .memory(let bytes):
      Diagnostic(
        .error, code: "Q041", "the query needs more than \(bytes >> 20) MB",
        suggestion: "set memory to more, or ask for less with where")
    }
  }

  /// Names that are known and near to `name`, nearest first, each with the number of claims that mention it.
  public func names(near name: String) -> [(name: String, claims: Int)] {
    NameIndex(of: knowledgeBase).near(name).map { ($0.name, $0.claims) }
  }

  /// The first faults in the order of the text, each place once.
  private func told(_ faults: [Fault], _ places: Places) -> [Diagnostic] {
    var seen: Set<Int> = []
    let sorted = faults.sorted { $0.range < $1.range }.filter { seen.insert($0.range.start).inserted }
    return sorted.prefix(Self.mostFaults).map { places.diagnostic($0) }
  }
}
