import ClaimModel
import Query
import TextForms

/// What Tab does at the prompt: offers what can stand at the cursor, and lists it at the second Tab.
final class PromptCompletion {
  private let session: Session
  /// Where the last Tab changed nothing: a second one there lists.
  private var stuck: (text: String, cursor: Int)?

  /// Completion with what `session` knows.
  init(_ session: Session) {
    self.session = session
  }

  /// What a Tab does at byte `cursor` of what has been typed of a statement.
  func completion(of text: String, at cursor: Int) -> LineCompletion {
    let candidates = candidates(for: text, at: cursor)
    guard let first = candidates.first else { return LineCompletion() }
    let typed = text[TextRange(first.replaced.start, cursor)]
    let insertion = candidates.count == 1 ? Self.whole(first) : Self.commonStart(of: candidates, after: typed)
    if insertion != typed {
      stuck = nil
      return LineCompletion(insertion: insertion, replaced: cursor - first.replaced.start)
    }
    if let stuck, stuck == (text, cursor) {
      return LineCompletion(listing: CandidateList(candidates).text(width: session.width ?? 80))
    }
    stuck = (text, cursor)
    return LineCompletion()
  }

  /// What can stand at byte `cursor` of `text`, the likeliest first; all take the place of the same bytes.
  func candidates(for text: String, at cursor: Int) -> [QueryCompletion.Candidate] {
    let before = text[TextRange(0, cursor)]
    let query = QueryCompletion(session.knowledgeBase, definitions: session.definitions)
    guard let invocation = Invocation(QuerySource(before)), let gap = Self.gap(in: before) else {
      return uniform(commands(for: before) + query.candidates(for: text, at: cursor))
    }
    let typed = before[TextRange(gap, cursor)]
    switch invocation.command.completion {
    case .nothing: return []
    case .query:
      return uniform(
        query.candidates(for: typed, at: typed.utf8.count).map {
          var candidate = $0
          candidate.replaced = TextRange($0.replaced.start + gap, $0.replaced.end + gap)
          return candidate
        })
    case .files: return FileCandidates.candidates(for: typed, endingAt: cursor)
    case .settings: return Self.settings(for: typed, endingAt: cursor)
    case .helpWords: return Self.matching(HelpPage.words.map { ($0, "") }, typed, endingAt: cursor)
    case .entities:
      // Entities are what can stand after `about =`.
      let lead = "claims where about = "
      let shift = gap - lead.utf8.count
      return uniform(
        query.candidates(for: lead + typed, at: lead.utf8.count + typed.utf8.count).map {
          var candidate = $0
          candidate.replaced = TextRange($0.replaced.start + shift, $0.replaced.end + shift)
          return candidate
        })
    }
  }

  /// The byte after the white space that follows the first word; nil where there is none yet.
  private static func gap(in text: String) -> Int? {
    let start = text.drop { $0.isWhitespace }
    let rest = start.drop { !$0.isWhitespace }
    guard !rest.isEmpty else { return nil }
    return text.utf8.count - rest.drop { $0.isWhitespace }.utf8.count
  }

  /// The commands that the first word can become.
  private func commands(for before: String) -> [QueryCompletion.Candidate] {
    let typed = String(before.drop { $0.isWhitespace })
    guard typed.allSatisfy(\.isLetter) else { return [] }
    return Self.matching(Command.table.map { ($0.name, $0.summary) }, typed, endingAt: before.utf8.count)
  }

  private static func settings(for typed: String, endingAt cursor: Int) -> [QueryCompletion.Candidate] {
    let parts = typed.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count > 1, let setting = Setting.named(String(parts[0])) else {
      return matching(Setting.table.map { ($0.name, $0.summary) }, typed, endingAt: cursor)
    }
    return matching(setting.words.map { ($0, "") }, String(parts[parts.count - 1]), endingAt: cursor)
  }

  /// The words that start as `typed` does, in any case.
  private static func matching(_ words: [(String, String)], _ typed: String, endingAt cursor: Int)
    -> [QueryCompletion.Candidate]
  {
    let range = TextRange(cursor - typed.utf8.count, cursor)
    return words.filter { $0.0.lowercased().hasPrefix(typed.lowercased()) }
      .map { QueryCompletion.Candidate($0.0, detail: $0.1, replaced: range) }
  }

  /// Those that take the place of the same bytes as the first one.
  private func uniform(_ candidates: [QueryCompletion.Candidate]) -> [QueryCompletion.Candidate] {
    candidates.filter { $0.replaced == candidates.first?.replaced }
  }

  /// A candidate with the space that comes after a whole word; a folder goes on.
  private static func whole(_ candidate: QueryCompletion.Candidate) -> String {
    candidate.text.hasSuffix("/") ? candidate.text : candidate.text + " "
  }

  /// What all candidates start with, where that goes on from what is typed; else what is typed.
  private static func commonStart(of candidates: [QueryCompletion.Candidate], after typed: String) -> String {
    var common = Array(candidates[0].text)
    for candidate in candidates.dropFirst() {
      let shared = zip(common, candidate.text).prefix { String($0).foldedKey == String($1).foldedKey }.count
      common = Array(common.prefix(shared))
    }
    let start = String(common)
    return start.count >= typed.count && start.foldedKey.hasPrefix(typed.foldedKey) ? start : typed
  }
}
