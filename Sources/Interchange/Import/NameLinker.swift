import ClaimModel

/// Finds the entities that the arguments of a line name.
struct NameLinker: Sendable {
  private let context: ImportContext
  /// The names that the line itself explains.
  private let explained: Set<String>
  /// Hearsay writes every name as the entity has it.
  private let isExact: Bool

  /// Most words of a name.
  private static let longestName = 6

  init(_ context: ImportContext, of line: ClaimLine, extractor: String) {
    self.context = context
    explained = Set(line.entities.map(\.name))
    isExact = Version.isHearsay(extractor)
  }

  /// A linker for lines that explain no name and that Hearsay has not written.
  init(_ context: ImportContext) {
    self.context = context
    explained = []
    isExact = false
  }

  /// The name that the entity has which `name` stands for; `name` where nobody knows it.
  func entity(_ name: String) -> String {
    isExact || explained.contains(name) ? name : context.entity(name)?.name ?? name
  }

  /// An argument with its names looked up. Where nothing says what it is, it is an entity if it is written as the name of
  /// one that is known, and words otherwise.
  func argument(_ argument: ClaimLine.Argument) -> Argument {
    let value: Argument.Value =
      switch argument.kind {
      case "entity": .entity(entity(argument.text))
      case "number": (argument.number ?? Double(argument.text)).map { .number($0) } ?? .phrase(argument.text)
      case nil where argument.number != nil: .number(argument.number ?? 0)
      case nil where explained.contains(argument.text): .entity(argument.text)
      case nil: context.entityWritten(argument.text).map { .entity($0.name) } ?? .phrase(argument.text)
      default: .phrase(argument.text)
      }
    return Argument(
      value, partOf: argument.partOf.map { entity($0) }, resolvedFrom: argument.resolvedFrom, span: argument.span)
  }

  /// The names of all that a claim mentions, sorted: those that it lists, or else those in its arguments.
  func about(_ claim: Claim, isListed: Bool) -> [String] {
    guard !isListed else { return Set(claim.about.map { entity($0) }).sorted() }
    var names = Set([claim.location, claim.from, claim.to].compactMap(\.self))
    for argument in [claim.subject, claim.object].compactMap(\.self) + claim.obliques.map(\.argument) {
      names.formUnion(about(argument))
    }
    return names.sorted()
  }

  /// The names of all that an argument mentions; `isNoName` where it is known that words are no name as a whole.
  func about(_ argument: Argument, isNoName: Bool = false) -> Set<String> {
    let whole = Set([argument.partOf].compactMap(\.self))
    return switch argument.value {
    case .entity(let name): whole.union([name])
    case .phrase(let words): whole.union(names(in: words, isNoName: isNoName))
    case .number, .claim: whole
    }
  }

  /// The entities that are named in words, the longest names first, none within another.
  private func names(in text: String, isNoName: Bool) -> [String] {
    let words = text.split(separator: " ").prefix(64).map { Self.bare($0) }
    var names: [String] = []
    var start = 0
    while start < words.count {
      let longest = (1...min(Self.longestName, words.count - start)).reversed().first { length in
        let candidate = words[start..<start + length].joined(separator: " ")
        if isNoName, candidate == text { return false }
        guard let found = context.entityWritten(candidate) else { return false }
        names.append(found.name)
        return true
      }
      start += longest ?? 1
    }
    return names
  }

  /// A word without the punctuation around it and without a possessive ending.
  private static func bare(_ word: Substring) -> String {
    // Nothing stands around most words.
    if word.utf8.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }) { return String(word) }
    var word = word.drop { !$0.isLetter && !$0.isNumber }
    while let last = word.last, !last.isLetter, !last.isNumber { word.removeLast() }
    for ending in ["'s", "’s"] where word.hasSuffix(ending) { word = word.dropLast(ending.count) }
    return String(word)
  }
}
