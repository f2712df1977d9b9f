import ClaimModel
import Language

/// Takes a noun phrase out of a tree: the words that name the thing, without what is said of it besides.
///
/// Articles, appositions, relative clauses, other conjuncts and the number that is the claim's quantity are left out;
/// modifiers stay as the article has them.
struct NounPhrase {
  let tree: SyntaxTree
  let kinds: [Clause.Kind?]

  /// The words of the phrase that `head` heads, in order, without the words of `omitted`.
  func words(of head: Int, omitting omitted: Set<Int> = []) -> [Int] {
    let isPredicate = kinds[head] == .copula
    if kinds[head] == .verb || isPredicate && asksHow(head) {
      return trimmed(tree.subtree(of: head) { isAside($0) || tree.head(of: $0) == head && isMark($0) })
    }
    // "The aim is to inspire people": the predicate with its own arguments.
    if isPredicate, tree.tokens[head].tag == .verb, tree.isInfinitive(head) {
      return trimmed(tree.subtree(of: head) { isAside($0) || tree.head(of: $0) == head && isOfSubject($0) })
    }
    // "know what that truth is": the clause is the phrase.
    if RelativeClauses.isFree(head, in: tree) {
      return trimmed(
        tree.subtree(of: head) {
          isBesides($0) || tree.head(of: $0) == head && (isCase($0) || isPredicate && $0 < head && isOfSubject($0))
        })
    }
    var words = [head]
    for child in tree.children(of: head)
    where !omitted.contains(child) && keeps(child, of: head, isPredicate: isPredicate) {
      words.append(contentsOf: tree.subtree(of: child) { self.isAside($0) || omitted.contains($0) })
    }
    words += sharedModifiers(of: head).filter { !omitted.contains($0) }.flatMap { modifier in
      tree.subtree(of: modifier) { self.isAside($0) || omitted.contains($0) }
    }
    return trimmed(withHyphens(words.sorted(), around: head))
  }

  /// "the rise and fall of the dynasty": what follows two nouns under one article is of both.
  private func sharedModifiers(of head: Int) -> [Int] {
    guard tree.tokens[head].tag == .noun else { return [] }
    if tree.tokens[head].dependency == .conj, let first = tree.head(of: head), tree.tokens[first].tag == .noun,
      sharesArticle(head, with: first),
      !tree.children(of: head).contains(where: { tree.tokens[$0].dependency == .nmod })
    {
      return tree.children(of: first).filter { tree.tokens[$0].dependency == .nmod && $0 > head && isOf($0) }
    }
    let others = tree.children(of: head).filter { tree.tokens[$0].dependency == .conj }
    guard others.count == 1, let last = others.first, last > head, tree.tokens[last].tag == .noun,
      sharesArticle(last, with: head), !tree.children(of: head).contains(where: { tree.tokens[$0].dependency == .nmod })
    else { return [] }
    return tree.children(of: last).filter { tree.tokens[$0].dependency == .nmod && $0 > last && isOf($0) }
  }

  private func sharesArticle(_ last: Int, with first: Int) -> Bool {
    let own: [Dependency] = [.det, .nmodPoss, .nummod]
    return tree.children(of: first).contains { tree.tokens[$0].dependency == .det && $0 < first }
      && !tree.children(of: last).contains { own.contains(tree.tokens[$0].dependency) }
      && !tree.tokens[first..<last].contains { $0.form == "," }
  }

  private func isOf(_ word: Int) -> Bool { tree.markerText(of: word) == "of" }

  /// "short-lived": what a hyphen ties to the head without a space is of its word.
  private func withHyphens(_ words: [Int], around head: Int) -> [Int] {
    var all = Set(words)
    var first = head
    while first > 1, isHyphen(first - 1), isTied(first - 2, first - 1), isTied(first - 1, first) {
      all.formUnion([first - 2, first - 1])
      first -= 2
    }
    return all.sorted()
  }

  private func isHyphen(_ word: Int) -> Bool { tree.tokens[word].form == "-" }
  private func isTied(_ word: Int, _ next: Int) -> Bool {
    tree.tokens[word].range.end == tree.tokens[next].range.start
  }

  private func keeps(_ child: Int, of head: Int, isPredicate: Bool) -> Bool {
    switch tree.tokens[child].dependency {
    case .appos where isRestOfName(child), .dep where isRestOfName(child), .list where isRestOfName(child): return true
    // "the government, loyal to the army"
    case .amod where child > head: return !isSetOff(child)
    case .amod, .compound, .nummod, .flat, .fixed, .nmodPoss, .nmodUnmarked, .goeswith, .compoundPrt: return true
    case .nmodDesc: return true
    case .det: return !Self.articles.contains(tree.lemmas[child])
    case .detPredet: return false
    case .nmod:
      return child > head && !Self.examples.contains(tree.markerText(of: child)) && !isSetOff(child) && !isDay(child)
    case .acl: return isContent(child)
    // "a fall from the year before"
    case .advmod where child == head + 1 && tree.lemmas[child] == "enough": return true
    // "nearly all senators"
    case .advmod where ["nearly", "almost", "virtually", "hardly", "barely"].contains(tree.lemmas[child]):
      return child < head && tree.tokens[head].tag.isNominal && !isPredicate
    case .advmod where child == head + 1 && ["before", "earlier", "later", "ago"].contains(tree.lemmas[child]):
      return true
    case .advmod:
      // "increasingly incapable", but not "is not", "effectively a hub".
      let isNext = child == head - 1 || child == head - 2 && tree.tokens[head - 1].tag == .noun
      return tree.tokens[head].tag == .adj && isNext && tree.tokens[child].tag == .adv
        && !Self.plain(tree, child) && !Self.limits(tree, child)
    case .punct: return child > (tree.children(of: head).first ?? head) && tree.tokens[child].form == "-"
    case .oblUnmarked where isMeasure(child, of: head), .obl where isMeasure(child, of: head): return true
    case .advcl where isMeasureClause(child): return true
    case .xcomp, .advcl:
      // "tired of waiting"
      let mark = tree.markerText(of: child, .mark)
      let isMatter = mark == "of" && tree.isGerund(child)
      return tree.tokens[head].tag == .adj && (mark == "to" || isMatter) && child > head
    case .obl: return isPredicate && tree.tokens[head].tag == .adj && tree.markerText(of: child) == "of"
    default: return false
    }
  }

  /// "iodine deficient", "three years old"
  private func isMeasure(_ noun: Int, of adjective: Int) -> Bool {
    tree.tokens[adjective].tag == .adj && noun == adjective - 1 && tree.markers(of: noun).isEmpty
      && tree.tokens[noun].tag == .noun
  }

  /// "the plan to leave", "a method of preventing floods", "the fact that they left": without it the noun says nothing.
  private func isContent(_ clause: Int) -> Bool {
    if tree.isInfinitive(clause) { return true }
    let mark = tree.markerText(of: clause, .mark)
    if mark == "of" { return tree.tokens[clause].fineTag == "VBG" }
    return mark == "that" && tree.head(of: clause).map { tree.lemmas[$0] == "fact" } ?? false
  }

  /// "the authorities on Tuesday confirmed it": the day is that of the deed.
  private func isDay(_ word: Int) -> Bool {
    tree.markerText(of: word) == "on" && Calendar.weekday(named: tree.tokens[word].form.lowercased()) != nil
  }

  /// "Thomas Sam, from Sydney": what stands behind a comma is said besides.
  private func isSetOff(_ word: Int) -> Bool {
    let first = tree.children(of: word).first.map { min($0, word) } ?? word
    return tree.tokens[first].form == "," || first > 0 && tree.tokens[first - 1].form == ","
  }

  /// "how unique we are", "dependent on how severe it is"
  private func asksHow(_ predicate: Int) -> Bool {
    [.ccomp, .advcl].contains(tree.tokens[predicate].dependency)
      && tree.children(of: predicate).contains { tree.lemmas[$0] == "how" }
  }

  private func isMark(_ word: Int) -> Bool { tree.tokens[word].dependency == .mark }
  private func isCase(_ word: Int) -> Bool { tree.tokens[word].dependency == .caseMarker }

  private func isOfSubject(_ word: Int) -> Bool {
    isMark(word) || tree.tokens[word].dependency.isSubject || [.cop, .aux].contains(tree.tokens[word].dependency)
      || [.punct, .conj, .cc, .ccomp].contains(tree.tokens[word].dependency)
  }

  /// "Food Standards Australia New Zealand": proper nouns without a comma between are one name.
  private func isRestOfName(_ word: Int) -> Bool {
    guard tree.tokens[word].tag == .propn, let head = tree.head(of: word), tree.tokens[head].tag == .propn, head < word
    else { return false }
    return tree.tokens[head...word].allSatisfy { $0.tag == .propn }
  }

  /// "half as much rain as they need"
  private func isMeasureClause(_ clause: Int) -> Bool {
    guard let head = tree.head(of: clause), tree.markerText(of: clause, .mark) == "as" else { return false }
    return ["much", "many", "few", "little"].contains(tree.lemmas[head])
      && tree.children(of: head).contains { tree.lemmas[$0] == "as" }
  }

  private func isBesides(_ word: Int) -> Bool { tree.tokens[word].dependency != .aclRelcl && isAside(word) }

  /// What is said besides, at any depth.
  private func isAside(_ word: Int) -> Bool {
    switch tree.tokens[word].dependency {
    case .advcl: !isMeasureClause(word)
    case .appos where isRestOfName(word), .dep where isRestOfName(word), .list where isRestOfName(word): false
    case .aclRelcl, .appos, .parataxis, .discourse, .dep, .list, .orphan, .vocative, .reparandum: true
    // "photographs of how it looked"
    case .advclRelcl: !(tree.head(of: word).map { ["how", "why"].contains(tree.lemmas[$0]) } ?? false)
    case .acl: !isContent(word)
    case .nmod: Self.examples.contains(tree.markerText(of: word))
    default: false
    }
  }

  /// Without punctuation and articles at the ends, and without quotation marks that stand alone.
  private func trimmed(_ words: [Int]) -> [Int] {
    var kept = words[...]
    while let first = kept.first, kept.count > 1,
      tree.tokens[first].tag == .punct
        || tree.tokens[first].tag == .det && ["the", "a", "an"].contains(tree.lemmas[first])
    {
      kept = kept.dropFirst()
    }
    while let last = kept.last, tree.tokens[last].tag == .punct, kept.count > 1 { kept = kept.dropLast() }
    kept = withoutBrackets(kept)[...]
    let quotes = kept.filter { tree.tokens[$0].tag == .punct && Self.quotes.contains(tree.tokens[$0].form) }
    return quotes.count == 1 ? kept.filter { $0 != quotes[0] } : Array(kept)
  }

  /// "the Competition (For Inspiration of Technology)": what brackets behind the first words hold is said besides.
  private func withoutBrackets(_ words: ArraySlice<Int>) -> [Int] {
    guard let open = words.firstIndex(where: { tree.tokens[$0].form == "(" }), open > words.startIndex else {
      return Array(words)
    }
    let close = words[open...].firstIndex { tree.tokens[$0].form == ")" } ?? words.endIndex - 1
    return Array(words[..<open]) + Array(words[(close + 1)...])
  }

  private static func plain(_ tree: SyntaxTree, _ word: Int) -> Bool {
    ["not", "n't", "n’t", "never", "also", "now", "already", "still"].contains(tree.lemmas[word])
  }

  /// "not only costly but dangerous"
  private static func limits(_ tree: SyntaxTree, _ word: Int) -> Bool {
    word > 0 && tree.lemmas[word - 1] == "not" && ["only", "merely", "just", "simply"].contains(tree.lemmas[word])
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "no", "neither", "another", "any", "each", "every", "either",
    "which",
    "what",
  ]
  private static let examples: Set<String> = ["including", "such as", "excluding"]
  private static let quotes: Set<String> = ["\"", "“", "”", "``", "''", "'", "‘", "’"]
}
