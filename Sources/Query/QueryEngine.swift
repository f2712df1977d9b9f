public import ClaimModel
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
  let definitions: Definitions
  let today: Day?
  let timesSteps: Bool
  let control: QueryControl
  /// Which ways a plan may take.
  var choices = PlanChoices()

  /// An engine over what is known.
  ///
  /// - Parameters:
  ///   - knowledgeBase: What is known.
  ///   - mode: How strictly names are taken.
  ///   - definitions: The views and parameters that queries may name.
  ///   - today: The day that relative dates are counted from; without one they are errors.
  ///   - timesSteps: Whether `explain` tells how long each step took.
  ///   - control: What can end a query.
  public init(
    _ knowledgeBase: KnowledgeBase, mode: Mode, definitions: Definitions = Definitions(), today: Day? = nil,
    timesSteps: Bool = false, control: QueryControl = QueryControl()
  ) {
    self.knowledgeBase = knowledgeBase
    self.mode = mode
    self.definitions = definitions
    self.today = today
    self.timesSteps = timesSteps
    self.control = control
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
    let (query, faults) = try bound(source)
    do throws(QueryControl.Stop) {
      let plan = Planner.plan(query, choices)
      if query.isExplained {
        return try Explanation.table(of: plan, format: query.format, isTimed: timesSteps, control)
      }
      let frame = try Executor.rows(of: plan, control)
      var table = try plan.projection.table(of: frame, control)
      table.format = query.format
      table.picture = query.picture
      table.hasStatedOrder = query.hasStatedOrder
      table.isSorted = query.isSorted
      let notices = Notices(query: query, places: places, control: control)
      table.notices =
        Fault.told(faults, places) + query.datedWords.map { $0.notice(places) } + (try notices.all(for: frame))
      return table
    } catch {
      throw QueryFailure([Self.diagnostic(of: error)])
    }
  }

  /// Why a query was ended, in words.
  private static func diagnostic(of stop: QueryControl.Stop) -> Diagnostic {
    switch stop {
    case .cancelled: Diagnostic(.notice, code: "N005", "the query was interrupted")
    case .timeout(let milliseconds):
      Diagnostic(
        .error, code: "Q049", "the query took longer than \(milliseconds) ms",
        suggestion: "set timeout to more, or ask for less with where")
    case .memory(let bytes):
      Diagnostic(
        .error, code: "Q050", "the query needs more than \(bytes >> 20) MB",
        suggestion: "set memory to more, or ask for less with where")
    }
  }

  /// The query with its words looked up, and what is to be warned of.
  func bound(_ source: QuerySource) throws(QueryFailure) -> (query: BoundQuery, warnings: [Fault]) {
    let parsed = Parser.parse(source.text, with: definitions)
    var faults = parsed.faults
    let bound = parsed.query.flatMap {
      Binder.bind($0, over: knowledgeBase, mode: mode, definitions, today, lostColumns: parsed.lostColumns)
    }
    faults += bound?.faults ?? []
    guard let bound, !faults.contains(where: { !$0.isWarning }) else {
      throw QueryFailure(Fault.told(faults, Places(source: source)))
    }
    return (bound.query, faults)
  }

  /// Names that are known and near to `name`, nearest first, else those that have its words among theirs, each with the
  /// number of claims that mention it.
  public func names(near name: String) -> [(name: String, claims: Int)] {
    let index = NameIndex(of: knowledgeBase)
    let near = index.near(name)
    return (near.isEmpty ? index.longer(than: name) : near).map { ($0.name, $0.claims) }
  }
}
