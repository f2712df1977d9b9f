import ClaimModel

/// Ties the claims of a file to articles, to entities and to one another.
struct ClaimLinker {
  /// Where a claim names another one.
  private enum Slot {
    case subject, object, speaker
    case oblique(Int)

    var path: [String] {
      switch self {
      case .subject: ["subject"]
      case .object: ["object"]
      case .speaker: ["speaker"]
      case .oblique(let index): ["obliques[\(index)]", "argument"]
      }
    }
  }

  /// A claim that still names others by the file's own ids.
  private struct Draft {
    var claim: Claim
    var article: Int
    var line: LineText
    var entities: [Entity]
    var references: [(slot: Slot, id: String, target: Int?)] = []
  }

  /// By what lines name claims.
  private struct Name: Hashable {
    var article: Int
    var id: String
  }

  private let context: ImportContext
  private let extractor: String
  private(set) var shelf: ArticleShelf

  init(_ context: ImportContext, path: String, extractor: String) {
    self.context = context
    self.extractor = extractor
    let name = path.split(separator: "/").last.map(String.init) ?? path
    shelf = ArticleShelf(context.articles, claimsFile: name)
  }

  /// The claims of lines by article, those whose line's number `isWanted`; what is wrong is told with its line.
  mutating func link(
    _ lines: [ClaimLine], where isWanted: (Int) -> Bool = { _ in true }, tell: (LineFault, LineText) -> Void
  ) -> [(article: Article, extraction: Extraction)] {
    let articles = lines.map { shelf.index(for: $0.article) }
    var targets: [Name: Int] = [:]
    for (index, line) in lines.enumerated() {
      guard let id = line.id else { continue }
      let name = Name(article: articles[index], id: id)
      // Of several lines with one id the lesser one is meant, wherever they stand.
      if let known = targets[name], !line.line.precedes(lines[known].line) { continue }
      targets[name] = index
    }
    var drafts: [Draft?] = lines.indices.map { index in
      let line = lines[index]
      let tell: (LineFault, LineText) -> Void = { if isWanted($1.number) { tell($0, $1) } }
      return draft(of: line, article: articles[index], tell) { targets[Name(article: articles[index], id: $0)] }
    }
    settleReferences(&drafts, tell)
    return readings(of: drafts.compactMap(\.self).filter { isWanted($0.line.number) })
  }

  /// The article that a line means, which is added where it is not there yet, as all lines so far tell of it.
  ///
  /// - Returns: its number too.
  mutating func article(for mention: ArticleMention) -> (number: Int, article: Article) {
    let number = shelf.index(for: mention)
    return (number, shelf.articles[number])
  }

  private func readings(of drafts: [Draft]) -> [(article: Article, extraction: Extraction)] {
    var readings: [(article: Article, extraction: Extraction)] = []
    var rows: [Int: Int] = [:]
    var met: [Set<Entity>] = []
    for draft in drafts {
      let row = rows[draft.article] ?? readings.count
      if row == readings.count {
        rows[draft.article] = row
        readings.append((shelf.articles[draft.article], Extraction()))
        met.append([])
      }
      readings[row].extraction.claims.append(draft.claim)
      let new = draft.entities.filter { met[row].insert($0).inserted }
      readings[row].extraction.entities.append(contentsOf: new)
    }
    return readings
  }

  // MARK: One claim.

  private mutating func draft(
    of line: ClaimLine, article index: Int, _ tell: (LineFault, LineText) -> Void, target: (String) -> Int?
  ) -> Draft? {
    var claim = line.claim
    let article = shelf.articles[index]
    claim.extractor = line.extractor ?? extractor
    guard place(&claim, in: index, line.line, tell) else { return nil }
    let names = NameLinker(context, of: line, extractor: claim.extractor)
    var draft = Draft(claim: claim, article: index, line: line.line, entities: line.entities)
    func argument(_ argument: ClaimLine.Argument, _ slot: Slot) -> Argument {
      let other = argument.kind == nil || argument.kind == "claim" ? target(argument.text) : nil
      if argument.kind == "claim" || other != nil { draft.references.append((slot, argument.text, other)) }
      return names.argument(argument)
    }
    draft.claim.subject = line.subject.map { argument($0, .subject) }
    draft.claim.object = line.object.map { argument($0, .object) }
    draft.claim.obliques = line.obliques.enumerated().map { Oblique($1.marker, argument($1.argument, .oblique($0))) }
    let author = context.author(shelf.hasText(index) ? article : shelf.outline(for: line.article))
    if let speaker = line.speaker {
      draft.claim.speaker = argument(speaker, .speaker)
      draft.claim.speakerIsAuthor = line.speakerIsAuthor ?? (draft.claim.speaker.text == author.name)
    } else {
      draft.claim.speaker = Argument(.entity(author.name))
      draft.claim.speakerIsAuthor = line.speakerIsAuthor ?? true
      draft.entities.append(author)
    }
    draft.claim.location = claim.location.map { names.entity($0) }
    draft.claim.from = claim.from.map { names.entity($0) }
    draft.claim.to = claim.to.map { names.entity($0) }
    draft.claim.via = claim.via.map { names.entity($0) }
    draft.claim.about = names.about(draft.claim, isListed: line.namesAbout)
    return draft
  }

  /// Gives a claim its place in the article.
  ///
  /// - Returns: whether there are words behind it.
  private mutating func place(
    _ claim: inout Claim, in index: Int, _ line: LineText, _ tell: (LineFault, LineText) -> Void
  ) -> Bool {
    let hasText = !claim.text.isEmpty
    let source = shelf.articles[index].source
    if let places = shelf.places(in: index) {
      if places.place(&claim) { return true }
      if hasText { tell(.notInArticle(source: source), line) }
    } else if hasText, claim.words.count == 0 {
      claim.words = claim.span
    }
    if !hasText { tell(.noWords(source: source), line) }
    return hasText
  }

  // MARK: Claims that name others.

  /// Gives every claim its content address, those that others name before those others; a claim that would lead back to
  /// itself, or that is not there, becomes words.
  private func settleReferences(_ drafts: inout [Draft?], _ tell: (LineFault, LineText) -> Void) {
    enum State { case untouched, open, settled }
    var states = [State](repeating: .untouched, count: drafts.count)
    // A stack of its own: a chain of claims may be as long as the file.
    for first in Self.order(of: drafts) where states[first] == .untouched {
      var stack = [first]
      while let index = stack.last {
        guard let draft = drafts[index], states[index] != .settled else {
          states[index] = .settled
          stack.removeLast()
          continue
        }
        if states[index] == .untouched {
          states[index] = .open
          let next = draft.references.compactMap(\.target).filter { states[$0] == .untouched }
          stack.append(contentsOf: next.reversed())
          if !next.isEmpty { continue }
        }
        drafts[index] = settled(draft, drafts, tell) { states[$0] == .settled }
        states[index] = .settled
        stack.removeLast()
      }
    }
  }

  /// The order in which claims are settled, which decides where a circle is cut: that of the lines' words.
  private static func order(of drafts: [Draft?]) -> [Int] {
    let naming = drafts.indices.filter { drafts[$0].map { !$0.references.isEmpty } ?? false }
    let sorted = naming.sorted { left, right in
      guard let one = drafts[left], let other = drafts[right] else { return false }
      return one.line.precedes(other.line)
    }
    return sorted + drafts.indices
  }

  private func settled(
    _ draft: Draft, _ drafts: [Draft?], _ tell: (LineFault, LineText) -> Void, isSettled: (Int) -> Bool
  ) -> Draft {
    var draft = draft
    for (slot, id, target) in draft.references {
      let value: Argument.Value
      if let target, isSettled(target), let other = drafts[target] {
        value = .claim(other.claim.id)
      } else if target == nil, let known = ClaimID(id) {
        value = .claim(known)
      } else {
        let isCircle = target.map { !isSettled($0) } ?? false
        tell(isCircle ? .circle(slot.path, id: id) : .unknownClaim(slot.path, id: id), draft.line)
        value = .phrase(id)
      }
      switch slot {
      case .subject: draft.claim.subject?.value = value
      case .object: draft.claim.object?.value = value
      case .speaker: draft.claim.speaker.value = value
      case .oblique(let index): draft.claim.obliques[index].argument.value = value
      }
    }
    draft.claim.id = context.contentAddress(draft.claim, shelf.articles[draft.article].identity)
    return draft
  }
}
