/// What may stand in the patterns of `match`.
extension QueryContext {
  /// A pattern is a variable, what is said of it, and a variable or a value: `?a subject|object ISKP`.
  var expectedInPattern: [Expected] {
    let pattern = inner.split(omittingEmptySubsequences: false) { $0.isSymbol(",") }.last ?? []
    guard let subject = pattern.first else { return [.words(variables)] }
    let rest = pattern.dropFirst()
    let isChoosing = rest.last?.isSymbol("|") == true
    guard let predicate = rest.first, !isChoosing else {
      let isName = usedVariables(asNames: true).contains(subject.keyword)
      return [.words(isName ? Self.saidOfNames : Self.saidOfClaims + (isChoosing ? [] : Self.saidOfNames))]
    }
    let strokes = rest.filter { $0.isSymbol("|") }.count
    guard rest.count > 2 * strokes + 1 else {
      let attribute = Self.saidOfNames.contains { $0.name == predicate.keyword } ? "location" : predicate.keyword
      return [.words(variables), .values(prefix: "claims ", attribute: attribute, start: .max)]
    }
    return [.words(Self.clauses)]
  }

  /// The attributes of claims that name something.
  private static let saidOfClaims = Nouns.claims.attributes.filter { $0.index?.isOfNames == true }
    .map { $0.word(of: Nouns.claims) }

  private static let saidOfNames = [QueryWord(.operator, "within", "what stands before it is it, or lies in it")]

  /// The variables of the patterns so far, and a new one.
  private var variables: [QueryWord] {
    let used = usedVariables(asNames: false) + usedVariables(asNames: true)
    let new = "abcdefghij".map { "?\($0)" }.first { !used.contains($0) } ?? "?k"
    var seen: Set<String> = []
    return (used.filter { seen.insert($0).inserted } + [new]).map { name in
      QueryWord(.operator, name, used.contains(name) ? "what stands for it already" : "whatever fits")
    }
  }

  /// The variables that stand first in a pattern, for claims, or last, for names.
  private func usedVariables(asNames: Bool) -> [String] {
    let patterns = inner.split { $0.isSymbol(",") }
    let places = asNames ? patterns.compactMap { $0.count > 2 ? $0.last : nil } : patterns.compactMap(\.first)
    return places.map(\.keyword).filter { $0.hasPrefix("?") }
  }
}
