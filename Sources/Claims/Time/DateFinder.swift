import ClaimModel
import Language

/// Finds the dates in a sentence: "in early 2025", "between 2021 and 2024", "on 12 July 2006", "after 2021", "last week".
///
/// Relative words, and dates without a year that the text tells (`NarrativeYear`), are taken against the day on which the
/// article was published; without one they say nothing. Linear in the sentence.
struct DateFinder {
  let tree: SyntaxTree
  let cues: CueTable
  /// The day on which the article was published.
  let published: Day?
  /// The days that the text told last.
  var told: NarrativeYear?

  /// The dates, in order, none within another.
  func expressions() -> [DateExpression] {
    var finder = self
    var found: [DateExpression] = []
    var word = 0
    while word < tree.count {
      if mayStart(word), let expression = finder.expression(at: word) {
        found.append(expression)
        if expression.statesYear, NarrativeYear.isWithinOneYear(expression.days) {
          finder.told = NarrativeYear(days: expression.days, sentence: 0, paragraph: nil)
        }
        word = expression.words.upperBound
      } else {
        word += 1
      }
    }
    return found
  }

  /// Rules out most words at the price of a look at their first byte.
  private func mayStart(_ word: Int) -> Bool {
    let form = tree.tokens[word].form
    guard let first = form.utf8.first else { return false }
    if (0x30...0x39).contains(first) || (0x41...0x5A).contains(first) { return true }
    return Self.starts.contains(form) || CalendarPart.starts.contains(form) || form.hasPrefix("mid-")
      || word + 2 < tree.count && tree.tokens[word + 2].form == "ago"
  }

  private static let starts: Set<String> = [
    "early", "mid", "late", "last", "this", "next", "yesterday", "today", "tonight", "tomorrow", "past", "previous",
    "coming", "earlier", "later",
  ]

  private func expression(at word: Int) -> DateExpression? {
    guard let first = monthOfRange(at: word) ?? CalendarPhrase(finder: self).days(at: word) else { return nil }
    var start = word
    var (days, end) = (first.days, first.end)
    // "on Tuesday night"
    if days.first == days.last, CalendarPart.timesOfDay.contains(form(end)) { end += 1 }
    var preposition = start > 0 ? form(start - 1) : ""
    if preposition == "the" || preposition == "year" || preposition == "of", start > 1 {
      start -= 1
      preposition = form(start - 1)
    }
    // "between 2021 and 2024", "from 1970 to 1985", "2019–2020", and what follows at once: "in 1997 and 1998"
    if end + 1 < tree.count, Self.ranges.contains(form(end)),
      let second = CalendarPhrase(finder: self).days(at: end + 1),
      ["between", "from"].contains(preposition) || ["-", "–", "—"].contains(form(end))
        || form(end) == "and" && second.days.first == days.last?.advanced(by: 1),
      let span = DateRange(days.first, second.days.last)
    {
      (days, end) = (span, second.end)
    } else if let open = opened(days, by: preposition) {
      days = open
    }
    let hasPreposition = start > 0 && tree.tokens[start - 1].tag == .adp
    return DateExpression(
      words: (hasPreposition ? start - 1 : start)..<end, head: head(of: word..<end), days: days,
      statesYear: (word..<end).contains(where: statesYear))
  }

  /// "2021", "mid-2021", "2021-03-05"
  private func statesYear(_ word: Int) -> Bool {
    tree.tokens[word].form.utf8.split { !(0x30...0x39).contains($0) }.contains { $0.count == 4 }
  }

  /// "from March to May 2021": the year stands behind the second month.
  private func monthOfRange(at word: Int) -> CalendarPhrase.Reading? {
    let phrase = CalendarPhrase(finder: self)
    guard let month = phrase.month(at: word), Self.ranges.contains(form(word + 1)), phrase.month(at: word + 2) != nil,
      let year = phrase.year(at: word + 3)
    else { return nil }
    return DateRange(year: year, month: month).map { ($0, word + 1) }
  }

  /// The days from, since or until those named. "after 2021" starts with that year's last day: what is meant is mostly
  /// something that happened in it.
  private func opened(_ days: DateRange, by preposition: String) -> DateRange? {
    switch preposition {
    case "since", "from": DateRange(days.first, nil)
    case "after": DateRange(days.last, nil)
    case "before": DateRange(nil, days.first?.advanced(by: -1))
    case "until", "till", "to", "by": DateRange(nil, days.last)
    default: nil
    }
  }

  private func head(of words: Range<Int>) -> Int {
    words.first { tree.head(of: $0).map { !words.contains($0) } ?? true } ?? words.lowerBound
  }

  /// Whether the verb to which `word` belongs looks ahead: "may stop on Thursday", "is expected to begin in September",
  /// "planned for Friday".
  func looksAhead(from word: Int) -> Bool {
    guard let verb = predicate(above: word) else { return false }
    if isPlan(verb) { return true }
    let helpers = tree.children(of: verb).filter { tree.tokens[$0].dependency == .aux }
    if helpers.contains(where: { tree.lemmas[$0] == "have" }) { return false }
    if helpers.contains(where: { Self.modals.contains(tree.lemmas[$0]) }) { return true }
    guard tree.isInfinitive(verb) else { return false }
    return tree.head(of: verb).map { tree.tokens[$0].fineTag != "VBD" } ?? true
  }

  /// "planned for Friday", "is due on 3 May", but not "was scheduled for Friday".
  func isPlan(_ verb: Int) -> Bool {
    guard cues.lists(tree.lemmas[verb], in: .plannedStates), tree.tokens[verb].fineTag != "VBD" else { return false }
    return !tree.children(of: verb).contains { child in
      [.aux, .auxPass, .cop].contains(tree.tokens[child].dependency)
        && (tree.lemmas[child] == "have" || tree.tokens[child].fineTag == "VBD")
    }
  }

  /// The verb, or the adjective of a plan, to which `word` belongs.
  func predicate(above word: Int) -> Int? {
    var above = tree.head(of: word)
    while let here = above, tree.tokens[here].tag != .verb, !cues.lists(tree.lemmas[here], in: .plannedStates) {
      above = tree.head(of: here)
    }
    return above
  }

  /// The word in lower case.
  func form(_ word: Int) -> String { tree.tokens.indices.contains(word) ? tree.tokens[word].form.lowercased() : "" }

  private static let modals: Set<String> = ["will", "'ll", "’ll", "shall", "may", "might", "must", "should", "can"]
  private static let ranges: Set<String> = ["and", "to", "-", "–", "—", "until", "through"]
}
