import ClaimModel

/// Takes what web pages leave behind out of a draft, and learns from it who wrote the article and when.
struct Cleaning {
  private let cues: LineCues
  private var draft: Draft
  /// What each block of the draft is, as far as its words tell.
  private var lines: [LineKind]

  /// How many blocks at the end are looked at for what they say of the author.
  private static let tailLength = 12

  /// `draft` without leftovers; its metadata is filled where the file says nothing better.
  static func clean(_ draft: Draft, cues: LineCues = .shipped) -> Draft {
    var cleaning = Cleaning(draft, cues: cues)
    cleaning.dropLeftovers()
    cleaning.readHead()
    cleaning.readTail()
    return cleaning.draft
  }

  private init(_ draft: Draft, cues: LineCues) {
    self.cues = cues
    self.draft = draft
    let count = draft.blocks.count
    lines = draft.blocks.enumerated().map { index, block in
      LineKind(block, isNearEnd: index + Self.tailLength >= count, cues: cues)
    }
  }

  /// Drops the lines that are leftovers, and what follows a line that ends the article.
  private mutating func dropLeftovers() {
    var keeps = lines.map { $0.role != .leftover && $0.role != .end }
    var at = 0
    var hasBody = false
    while at < lines.count {
      hasBody = hasBody || lines[at].isBody
      if lines[at].role == .end, hasBody {
        let resumes = resumption(after: at)
        for index in at..<resumes where lines[index].role != .credit && lines[index].role != .bio {
          keeps[index] = false
        }
        at = resumes
      } else {
        at += 1
      }
    }
    keep { keeps[$0] }
  }

  /// Where the article goes on after the end marker at `marker`: at a paragraph that stands right behind it, or next to
  /// another, or is long; teasers are short or have their headline before them.
  private func resumption(after marker: Int) -> Int {
    var before = marker
    for index in (marker + 1)..<lines.count where lines[index].role != .leftover && lines[index].role != .end {
      let next = lines[(index + 1)...].first { $0.role != .leftover }
      let hasNeighbour = lines[before].role == .end || next?.isBody == true
      if lines[index].isBody, lines[index].isLong || hasNeighbour { return index }
      before = index
    }
    return lines.count
  }

  /// Reads and drops the lines about the author at the end.
  private mutating func readTail() {
    var drops: Set<Int> = []
    var at = lines.count - 1
    while at >= 0, lines.count - at <= Self.tailLength {
      let line = lines[at]
      if let match = line.match, line.role == .bio || line.role == .credit {
        learn(match)
        drops.insert(at)
      } else if let name = line.name, isSignature(at, name, drops) {
        learn(LinePattern.Match(author: name))
        drops.insert(at)
      } else if line.isBody {
        break
      }
      at -= 1
    }
    keep { !drops.contains($0) }
  }

  /// Whether the name on the line at `index` is the author's: known to be, or before a bio, or there twice.
  private func isSignature(_ index: Int, _ name: String, _ drops: Set<Int>) -> Bool {
    if name == draft.metadata.author { return true }
    if drops.contains(index + 1), lines[index + 1].role == .bio { return true }
    return index > 0 && lines[index - 1].name == name
  }

  /// Reads and drops the lines about the author above the first paragraph.
  private mutating func readHead() {
    var drops: Set<Int> = []
    for (index, line) in lines.enumerated() {
      if line.isBody { break }
      if line.role == .credit, let match = line.match {
        learn(match)
        drops.insert(index)
      } else if let name = line.name, name == draft.metadata.author {
        drops.insert(index)
      }
    }
    keep { !drops.contains($0) }
  }

  private mutating func learn(_ match: LinePattern.Match) {
    if draft.metadata.author == nil { draft.metadata.author = match.author }
    if draft.metadata.published == nil { draft.metadata.published = match.published }
  }

  private mutating func keep(_ isKept: (Int) -> Bool) {
    let kept = lines.indices.filter(isKept)
    draft.blocks = kept.map { draft.blocks[$0] }
    lines = kept.map { lines[$0] }
  }
}

/// What a block is, as far as its words tell.
private struct LineKind {
  /// What a cue says that it is.
  var role: LineCues.Role?
  /// What it says of the article by that cue.
  var match: LinePattern.Match?
  /// The name that it is.
  var name: String?
  /// Whether it is a paragraph of running text.
  var isBody = false
  /// Whether it is one that no teaser is as long as.
  var isLong = false

  /// The most words of a line that is looked up among the cues of a role.
  private static let limits: [(role: LineCues.Role, words: Int)] = [
    (.end, 8), (.leftover, 20), (.credit, 25), (.bio, 60),
  ]
  /// The fewest words of running text.
  private static let fewestOfBody = 12

  /// Looks at `block`; only near the end of an article may a long one be about its author.
  init(_ block: Draft.Block, isNearEnd: Bool, cues: LineCues) {
    let text = block.text.bytes[...]
    let words = text.count { $0 == 0x20 } + 1
    isLong = words > 60
    isBody = isLong || words >= Self.fewestOfBody && SentenceEnd.ends(text) && !LineWords.breaksOff(text)
    guard let line = LineWords(text, limit: isNearEnd ? 60 : 25) else { return }
    for limit in Self.limits where role == nil && line.words.count <= limit.words {
      match = cues.match(line, as: limit.role)
      if match != nil { role = limit.role }
    }
    if line.words.isEmpty || BareLink.isLinks(line) || BareLink.isFileName(line) { role = .leftover }
    if line.words.count <= 5 { name = PersonName(line: line)?.text }
    if role != nil { isBody = false }
  }
}
