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

  /// The most errors that are told at once.
  static let mostFaults = 5

  /// An engine over `knowledgeBase`.
  public init(_ knowledgeBase: KnowledgeBase, mode: Mode) {
    self.knowledgeBase = knowledgeBase
    self.mode = mode
  }

  /// Runs one query.
  ///
  /// - Throws: up to five things that are wrong with it; then nothing has been run. Or what is wrong with the file that the
  ///   knowledge base was opened from.
  public func run(_ source: QuerySource) throws(QueryFailure) -> ResultTable {
    let result = Result { () throws(QueryFailure) in try answer(source) }
    if let problem = knowledgeBase.damage { throw QueryFailure([problem.diagnostic]) }
    return try result.get()
  }

  private func answer(_ source: QuerySource) throws(QueryFailure) -> ResultTable {
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
    let plan = Planner.plan(bound.query)
    if query.isExplained { return Explanation.table(of: plan, format: bound.query.format) }
    let frame = Executor.rows(of: plan)
    var table = plan.projection.table(of: frame)
    table.format = bound.query.format
    table.notices = told(faults, places) + Notices(query: bound.query, places: places).all(for: frame)
    return table
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
