import ClaimModel
import Hearsay
import Output
import Query

extension Session {
  /// Most rows that a terminal is shown where nobody says otherwise.
  private static let usualLimit = 40

  /// Answers a query.
  func answer(_ source: QuerySource) throws(SessionFailure) {
    try rejectUnknownCommand(source)
    let clock = ContinuousClock()
    let start = clock.now
    let table: ResultTable
    do throws(QueryFailure) {
      table = try engine.run(source)
    } catch {
      if console.takeInterrupt() { return tell("interrupted") }
      throw SessionFailure(error.diagnostics)
    }
    let time = clock.now - start
    if console.takeInterrupt() { return tell("interrupted") }
    lastQuery = source
    show(table)
    report(table.notices)
    if settings.timer { tell("\(time.milliseconds) ms") }
  }

  /// Answers a query that a command makes of the last answer.
  func answerAgain(_ query: String) throws(SessionFailure) {
    try answer(QuerySource(query))
  }

  /// An engine over what is known now.
  var engine: QueryEngine {
    corpus.engine(
      isStrict ? .script : .prompt, definitions, today: settings.today, timesSteps: settings.timer, control: control)
  }

  /// What can end a query that is asked now.
  var control: QueryControl {
    func count(_ amount: Settings.Amount, auto: Int?) -> Int? {
      switch amount {
      case .auto: auto
      case .off: nil
      case .count(let count): count
      }
    }
    return QueryControl(
      timeout: count(settings.timeout, auto: nil),
      memory: count(settings.memory, auto: Machine.megabytes / 2).map { $0 << 20 },
      isInterrupted: console.interruptIsPending)
  }

  /// Writes an answer in the format that it asks for, or else that of the settings.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - skipped: How many of its rows have been shown before.
  ///   - limit: How many rows are shown; nil for as many as the settings say.
  func show(_ answer: ResultTable, after skipped: Int = 0, limit: Int? = nil) {
    lastAnswer = answer
    let table = answer.rest(after: skipped)
    let format = OutputFormats.named(table.format ?? settings.format) ?? OutputFormats.all[0]
    var layout = layout
    layout.skippedRows = skipped
    if let limit { layout.rowLimit = limit }
    let isForPeople = format.isForPeople
    let gap = isForPeople && needsGap && audience == .script ? "\n" : ""
    needsGap = isForPeople
    answered(table)
    if let graphics = console.graphics(settings.graphics),
      let image = format.image(of: table, layout: layout, on: graphics)
    {
      // A pager cannot show it.
      console.write(gap + image)
    } else {
      write(gap + format.text(of: table, layout: layout))
    }
    let shown = layout.shownRows(of: table)
    shownRows = skipped + shown
    if shown < table.rows.count, !isForPeople {
      tell(RowFooter.text(shown: shown, of: table.rows.count, after: skipped))
    }
  }

  /// Writes text of an answer, through the pager where it does not fit and one is wanted.
  func write(_ text: String) {
    if settings.pager, audience == .person, safeMode == nil { console.page(text) } else { console.write(text) }
  }

  /// Tells what is wrong, or worth knowing.
  func report(_ diagnostics: [Diagnostic]) {
    let style: Style = console.reportWidth != nil ? self.style : .plain
    for diagnostic in diagnostics {
      let text =
        reportsJSON
        ? DiagnosticJSON.line(for: diagnostic)
        : DiagnosticText.text(of: diagnostic, style: style, width: console.reportWidth)
      console.report(text)
    }
  }

  /// Tells what has been done, in a line.
  func tell(_ line: String) {
    console.report(reportsJSON ? DiagnosticJSON.line(for: Diagnostic(.notice, code: "S021", line)) : line + "\n")
  }

  /// Whether names that nobody mentions are errors.
  private var isStrict: Bool {
    settings.strict == .on || (settings.strict == .auto && audience == .script)
  }

  /// How words are set off here.
  var style: Style {
    switch settings.color {
    case .on: .colour
    case .off: .plain
    case .auto: console.takesColour ? .colour : .plain
    }
  }

  /// How many cells a line of an answer may take.
  var width: Int? {
    switch settings.width {
    case .auto: console.outputWidth
    case .off: nil
    case .count(let cells): cells
    }
  }

  /// How answers are laid out here.
  private var layout: Layout {
    let isTerminal = console.outputWidth != nil
    let limit: Int? =
      switch settings.limit {
      case .auto: isTerminal ? Self.usualLimit : nil
      case .off: nil
      case .count(let rows): rows
      }
    var layout = Layout(
      isTerminal: isTerminal, width: width, style: style, rowLimit: limit,
      guardsFormulas: settings.guardsFormulas, namesClaims: settings.provenance)
    layout.numbersRows = isAtPrompt
    return layout
  }

  /// A statement that starts with no noun but nearly with a command is a slip of the finger, not a query; one that starts
  /// as the commands of other shells do is none either.
  private func rejectUnknownCommand(_ source: QuerySource) throws(SessionFailure) {
    let word = Invocation.firstWord(of: source.text)
    if Habit.isMarked(source.text) {
      let near = NearWords.nearest(to: word, among: Command.table.map(\.name))
      let marked = String(source.text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
      throw ShellProblem.unknownCommand(word: marked, near: near).failure(at: source.place(of: marked))
    }
    guard QueryReference.words(for: word).isEmpty, definitions.view(named: word) == nil else { return }
    guard let near = NearWords.nearest(to: word, among: Command.table.map(\.name)) else { return }
    let nouns = QueryReference.nouns.map(\.name)
    if let noun = NearWords.nearest(to: word, among: nouns),
      NearWords.distance(noun, word) <= NearWords.distance(near, word)
    {
      return
    }
    throw ShellProblem.unknownCommand(word: word, near: near).failure(at: source.place(of: word))
  }
}

extension ResultTable {
  /// The answer without its first rows.
  fileprivate func rest(after skipped: Int) -> ResultTable {
    guard skipped > 0 else { return self }
    var rest = self
    rest.rows.removeFirst(skipped)
    let provenance = provenance
    rest.provenance = Provenance(rows: rest.rows.count) { provenance[skipped + $0] }
    return rest
  }
}

extension Duration {
  /// Whole and tenths of milliseconds.
  fileprivate var milliseconds: Double {
    let (seconds, attoseconds) = components
    return (Double(seconds) * 10_000 + Double(attoseconds) / 1e14).rounded() / 10
  }
}

extension QuerySource {
  /// Where `word` first stands in the statement.
  func place(of word: String) -> Diagnostic.Place? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      guard let range = line.firstRange(of: word) else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound) + 1
      return Diagnostic.Place(
        file: file, line: firstLine + number, column: column, length: max(1, word.count), text: String(line))
    }
    return nil
  }
}
