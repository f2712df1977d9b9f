import ClaimModel
import Hearsay
import Output
import Query
import Store

extension Page {
  /// The page of a lesson, with the answers that its queries have now.
  init(of lesson: Lesson, by run: LessonRun) {
    var parts: [Part] = []
    for part in lesson.parts {
      switch part {
      case .prose(let block): parts.append(.prose(block))
      case .hiding(let words): parts.append(.hiding(words))
      case .shown: parts.append(.shown)
      case .step(let step): parts += Self.parts(of: step, by: run)
      }
    }
    let base = run.session.knowledgeBase
    var facts = lesson.header.time.map { [$0] } ?? []
    facts.append("over \(base.articleCount.counted("article")), known by \(CorpusDigest.digest(of: base).prefix(16))")
    self.init(title: lesson.title, facts: facts, parts: parts) { run.session.corpus.citation(of: $0) }
  }

  private static func parts(of step: Lesson.Step, by run: LessonRun) -> [Part] {
    var text = step.text
    while text.last?.isNewline == true { text.removeLast() }
    var parts: [Part] = [.query(text)]
    if let reason = step.skipReason { return parts + [.message("left out: \(reason)")] }
    for event in run.outcome(of: step).events {
      switch event.kind {
      case .answer(let table): parts.append(.answer(table, format: table.format ?? run.session.settings.format))
      case .text: parts.append(.text(event.text))
      case .message: parts.append(.message(event.text))
      }
    }
    return parts
  }
}
