import CEmbedded

/// The patterns of leftovers.txt: which short lines are no part of an article, or tell who wrote it and when.
struct LineCues: Sendable {
  /// What a line that matches is.
  enum Role: String, Hashable, Sendable, CaseIterable {
    /// None of the article.
    case leftover
    /// None of it either, nor is what follows.
    case end
    /// It says who wrote the article, or when it was published.
    case credit
    /// It is about the person who wrote it.
    case bio
  }

  /// The patterns of a role, by what they begin with.
  private(set) var patterns: [Role: [LinePattern.Part: [LinePattern]]] = [:]

  /// The patterns that the program comes with.
  static let shipped = LineCues(parsing: embeddedText)

  /// Reads the patterns of `text`, which is written as leftovers.txt is.
  init(parsing text: String) {
    var role: Role?
    for line in text.split(separator: "\n") where !line.hasPrefix("# ") && line != "#" {
      if line.hasPrefix("["), line.hasSuffix("]") {
        role = Role(rawValue: String(line.dropFirst().dropLast()))
      } else if let role {
        let pattern = LinePattern(String(line))
        patterns[role, default: [:]][pattern.first, default: []].append(pattern)
      }
    }
  }

  /// What `line` says of the article where it is a line of `role`, else nil.
  func match(_ line: LineWords, as role: Role) -> LinePattern.Match? {
    guard let first = line.words.first, let table = patterns[role] else { return nil }
    for start in [.word(first.form), .any, .number, .date, .author] as [LinePattern.Part] {
      guard let candidates = table[start], Self.canStart(line, with: start) else { continue }
      for pattern in candidates {
        if let match = pattern.match(line) { return match }
      }
    }
    return nil
  }

  /// Whether `line` may begin with what `part` stands for: a quick look, since most lines are none of all these.
  private static func canStart(_ line: LineWords, with part: LinePattern.Part) -> Bool {
    switch part {
    case .number: line.words.first?.text.utf8.contains { (0x30...0x39).contains($0) } == true
    case .date: LinePattern.mayHoldDate(line.words.prefix(4))
    case .author, .name: PersonName.length(atStartOf: line.words[...]) > 0
    case .word, .any: true
    }
  }

  /// leftovers.txt as the binary carries it.
  private static var embeddedText: String {
    let file = unsafe embedded_leftovers()
    // The bytes are constants of the binary: they are there, unchanged, as long as the program runs.
    return unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
