package import Query
import Store

/// How a query is answered, where that is not as usual.
public struct QueryOptions: Hashable, Sendable {
  /// Whether a name that no claim mentions is an error, as in a script, or gives a warning and no rows.
  public var isStrict = true
  /// The day that `last 7 days` and the like are counted from; without one they are errors.
  public var today: Day?
  /// The longest that a query may take; nil for no limit.
  public var timeout: Duration?
  /// How many bytes a query may hold beside what is known, roughly; nil for no limit.
  public var memory: Int?

  /// The usual: strict, without limits.
  public init() {}
}

/// The value of a parameter, `$name` in a query: a text, or several for `in ($names)`.
public struct ParameterValue: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  let texts: [String]

  /// One text, which stands in the query as if it were in quotes: it can be nothing but a value.
  public init(_ text: String) { texts = [text] }

  /// Several texts.
  public init(_ texts: [String]) { self.texts = texts }

  /// One text.
  public init(stringLiteral text: String) { self.init(text) }

  /// Several texts.
  public init(arrayLiteral texts: String...) { self.init(texts) }
}

extension Corpus {
  /// Answers a query. Cancelling the task ends it within a moment.
  ///
  /// - Parameters:
  ///   - query: One query, as at the prompt of the shell.
  ///   - parameters: The values of `$name` in it: values that come from elsewhere belong here, never into the query's text.
  ///   - options: How it is answered, where that is not as usual.
  /// - Returns: the answer, in memory.
  /// - Throws: `HearsayError` with up to five things that are wrong with it, and then nothing has been run;
  ///   `CancellationError` where the task was cancelled.
  public func answer(
    _ query: String, given parameters: [String: ParameterValue] = [:], options: QueryOptions = QueryOptions()
  ) async throws -> Answer {
    var definitions = definitions
    for (name, value) in parameters { definitions.set(name, to: value.texts) }
    return try await answer(QuerySource(query), definitions, options)
  }

  /// Carries out the statements of a saved query, and gives the answers of its queries in their order. Views and parameters
  /// that it defines are its own.
  ///
  /// - Parameters:
  ///   - script: What a `.query` file holds.
  ///   - parameters: Values that win over those that its `param` statements state.
  ///   - options: How queries are answered, where that is not as usual.
  /// - Returns: an answer for each query.
  /// - Throws: what is wrong with the first statement that is wrong, as `answer` does.
  public func answers(
    toScript script: String, given parameters: [String: ParameterValue] = [:], options: QueryOptions = QueryOptions()
  ) async throws -> [Answer] {
    var definitions = definitions
    var answers: [Answer] = []
    for statement in StatementReader.statements(of: script) {
      let source = QuerySource(statement.text, file: nil, firstLine: statement.firstLine)
      if try take(source, into: &definitions) {
        for (name, value) in parameters where definitions.parameter(named: name) != nil {
          definitions.set(name, to: value.texts)
        }
        continue
      }
      answers.append(try await answer(source, definitions, options))
    }
    return answers
  }

  /// Takes up a view or a parameter, which queries may then name: `define sheltered = claims where topic = sanctuary`.
  ///
  /// - Throws: `HearsayError` where it is wrong or is a query; then nothing has changed.
  public mutating func define(_ statement: String) throws {
    guard try take(QuerySource(statement), into: &definitions) else {
      throw HearsayError([
        Diagnostic(
          code: "Q043", "this defines nothing", suggestion: "write: define sheltered = claims where topic = sanctuary")
      ])
    }
  }

  /// The columns of a query's answer, without running it.
  ///
  /// - Throws: `HearsayError` with up to five things that are wrong with it.
  public func columns(of query: String) throws -> [Column] {
    do throws(QueryFailure) {
      let engine = engine(.prompt, definitions, today: Day(number: 0))
      return try engine.shape(of: QuerySource(query)).columns.map { Column($0) }
    } catch {
      throw HearsayError(error.diagnostics)
    }
  }

  // MARK: One query

  /// The engine that answers queries, here and in the shell.
  package func engine(
    _ mode: QueryEngine.Mode, _ definitions: Definitions, today: Day?, timesSteps: Bool = false,
    control: QueryControl = QueryControl()
  ) -> QueryEngine {
    QueryEngine(
      knowledgeBase, mode: mode, definitions: definitions, today: today, timesSteps: timesSteps, control: control)
  }

  private func answer(
    _ source: QuerySource, _ definitions: Definitions, _ options: QueryOptions
  ) async throws -> Answer {
    let control = QueryControl(timeout: options.timeout?.wholeMilliseconds, memory: options.memory)
    let engine = engine(options.isStrict ? .script : .prompt, definitions, today: options.today, control: control)
    let result = await withTaskCancellationHandler {
      Result { () throws(QueryFailure) in try engine.run(source) }
    } onCancel: {
      control.cancel()
    }
    switch result {
    case .success(let table): return Answer(table, self)
    case .failure(let failure):
      // A query that was wrong, or done, when its task was cancelled is not one that was ended.
      if failure.diagnostics.contains(where: { $0.code == "N005" }) { throw CancellationError() }
      throw HearsayError(failure.diagnostics)
    }
  }

  private func take(_ source: QuerySource, into definitions: inout Definitions) throws -> Bool {
    do throws(QueryFailure) {
      return try definitions.take(source)
    } catch {
      throw HearsayError(error.diagnostics)
    }
  }
}

extension Duration {
  /// Its milliseconds, rounded up; as many as there can be where it is longer than that.
  fileprivate var wholeMilliseconds: Int {
    let (seconds, attoseconds) = components
    let (milliseconds, overflow) = Int(seconds).multipliedReportingOverflow(by: 1000)
    return overflow ? .max : milliseconds + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
