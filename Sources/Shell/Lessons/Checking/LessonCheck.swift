import ClaimModel
import Output
import Query

/// Whether the answers in a lesson are those that its queries give.
struct LessonCheck {
  /// Where answers are other, in the order of the lesson.
  private(set) var differences: [LessonDifference] = []
  /// What else is wrong, which other answers in the lesson would not mend.
  private(set) var faults: [LessonDifference] = []
  /// How many answers have been compared.
  private(set) var compared = 0
  /// What was not carried out, with the reasons.
  private(set) var skipped: [LessonDifference] = []
  /// The lesson with the answers that have come.
  private(set) var updated: LessonUpdate

  /// Carries out all steps of a lesson.
  init(_ lesson: Lesson, by run: LessonRun) {
    updated = LessonUpdate(lesson)
    for step in lesson.steps {
      if let reason = step.skipReason {
        skipped.append(LessonDifference(step.line, reason))
        continue
      }
      let outcome = run.outcome(of: step)
      if !outcome.isWell, !step.mayGoWrong(as: outcome.text) {
        faults.append(LessonDifference(step.line, "it went wrong: \(outcome.firstMessage)"))
        continue
      }
      checkDirectives(step, outcome)
      compare(step, outcome)
      updated.put(outcome.text, under: step)
    }
  }

  private mutating func compare(_ step: Lesson.Step, _ outcome: LessonRun.Outcome) {
    guard let answer = step.answer else { return }
    compared += 1
    guard !step.isCountedOnly else { return }
    if !step.isTyped, !step.isUnordered, outcome.events.contains(where: \.hasNoStatedOrder) {
      faults.append(
        LessonDifference(
          step.line, "the query does not say in which order its rows come: add sort by, or <!-- check: unordered -->"))
    }
    guard answer.text != outcome.text else { return }
    var comparison = AnswerComparison(isUnordered: step.isUnordered)
    let whole = outcome.events.map(\.uncutText).joined()
    comparison.compare(
      DrawnAnswer(answer.text, firstLine: answer.line), with: DrawnAnswer(whole, firstLine: 1), line: answer.line)
    differences += comparison.differences
  }

  private mutating func checkDirectives(_ step: Lesson.Step, _ outcome: LessonRun.Outcome) {
    for directive in step.directives {
      switch directive {
      case .error(let code):
        if outcome.isWell {
          faults.append(LessonDifference(step.line, "an error was expected, and it went well"))
        } else if let code, !outcome.text.contains("error[\(code)]") {
          faults.append(LessonDifference(step.line, "expected error \(code): \(outcome.firstMessage)"))
        }
      case .rows(let count):
        let came = outcome.events.reduce(0) { $0 + $1.rowCount }
        if came != count {
          faults.append(LessonDifference(step.line, "expected \(count.counted("row")), \(came) came"))
        }
      case .unordered, .skip: break
      }
    }
  }
}

extension Lesson.Step {
  /// Whether it may go wrong: it is meant to, or a session shows it so.
  fileprivate func mayGoWrong(as text: String) -> Bool { expectsError || isTyped && answer?.text == text }

  fileprivate var isUnordered: Bool { directives.contains(.unordered) }

  fileprivate var isCountedOnly: Bool {
    directives.contains { if case .rows = $0 { true } else { false } }
  }
}

extension LessonRun.Outcome {
  /// The first line of the first message.
  fileprivate var firstMessage: String {
    let message = events.first { $0.kind == .message && $0.text.hasPrefix("error") } ?? events.last
    return String(message?.text.prefix { !$0.isNewline } ?? "")
  }
}

extension LessonEvent {
  /// Several rows in an order that nobody has asked for.
  var hasNoStatedOrder: Bool {
    if case .answer(let table) = kind { table.rows.count > 1 && !table.hasStatedOrder } else { false }
  }

  fileprivate var rowCount: Int {
    if case .answer(let table) = kind { table.rows.count } else { 0 }
  }

  /// The text with nothing cut: a table or list is drawn as wide as it needs.
  fileprivate var uncutText: String {
    guard case .answer(let table) = kind, let first = text.first, first == "┌" || text.hasPrefix("row ") else {
      return text
    }
    let rows = DrawnAnswer(text, firstLine: 1).parts.compactMap { part in
      if case .table(let table) = part { table.rows.count } else { nil }
    }
    let format = OutputFormats.named(first == "┌" ? "table" : "list") ?? OutputFormats.all[0]
    return format.text(of: table, layout: Layout(isTerminal: true, rowLimit: rows.first))
  }
}
