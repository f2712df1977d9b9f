import ClaimModel
import Language

/// Reads a run of proper nouns that no list knows as a name, and guesses what kind of thing it names.
struct ProperNouns {
  let tree: SyntaxTree
  let cues: CueTable

  /// The name that starts at `word`, a title before it left out; nil where there is none.
  func mention(at word: Int) -> Mention? {
    guard tree.tokens[word].tag == .propn || isNameAdjective(word) && startsName(word), !isTitle(word),
      Calendar.month(named: tree.tokens[word].form) == nil,
      Calendar.weekday(named: tree.tokens[word].form) == nil
    else { return nil }
    let words = run(from: word)
    if words.count == 1, cues.lists(tree.tokens[word].form.lowercased(), in: .roleNouns) { return nil }
    let name = tree.text(of: Array(words))
    guard name.utf8.count > 1, name.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
    let head = words.first { tree.head(of: $0).map { !words.contains($0) } ?? true } ?? word
    let entity = Entity(name: name, kind: kind(of: words, head: head))
    return Mention(words: words, head: head, entity: entity, isKnown: false)
  }

  /// The words from `word` on that belong to one name: each is tied to another of them within the name.
  private func run(from word: Int) -> Range<Int> {
    var end = word + 1
    while end < tree.count {
      let token = tree.tokens[end]
      let hyphen = token.form == "-" && end + 1 < tree.count && tree.tokens[end + 1].tag == .propn && !isTitle(end + 1)
      let next = hyphen ? end + 1 : end
      guard tree.tokens[next].tag == .propn || isNameAdjective(next), isTied(next, from: word), !isTitle(next) else {
        break
      }
      end = next + 1
    }
    return word..<endOfName(goingOnAt: end, from: word)
  }

  /// "National" of "National Nutrition Study".
  private func isNameAdjective(_ word: Int) -> Bool {
    tree.tokens[word].dependency == .amod && tree.tokens[word].tag == .adj
      && tree.tokens[word].form.first?.isUppercase == true
  }

  /// "Medical Journal of Australia": an organisation's name goes on with "of" and a name.
  private func endOfName(goingOnAt end: Int, from start: Int) -> Int {
    guard end + 1 < tree.count, tree.tokens[end].form == "of", tree.tokens[end + 1].tag == .propn,
      cues.lists(tree.tokens[end - 1].form.lowercased(), in: .organisationWords),
      tree.head(of: end + 1).map({ (start..<end).contains($0) }) ?? false
    else { return end }
    return end + 2
  }

  /// "Interior" of "Interior Ministry"; at the start of a sentence, where every word has a capital, its tag has to say so.
  private func startsName(_ adjective: Int) -> Bool {
    guard adjective > 0 || tree.tokens[adjective].fineTag.hasPrefix("NNP"), adjective + 1 < tree.count,
      tree.tokens[adjective + 1].tag == .propn
    else { return false }
    return isTied(adjective + 1, from: adjective) && !isTitle(adjective + 1)
  }

  private func isTied(_ word: Int, from start: Int) -> Bool {
    let inName: (Int) -> Bool = { [.compound, .flat, .amod, .goeswith].contains(self.tree.tokens[$0].dependency) }
    if let head = tree.head(of: word), inName(word) {
      if (start..<word).contains(head) { return true }
      // "team member Rodaba Noori": both parts of the name hang on the noun before them.
      if tree.tokens[word].dependency == .flat, head < start, tree.head(of: start) == head { return true }
    }
    return (start..<word).contains { tree.head(of: $0).map { $0 >= word } ?? false && inName($0) }
  }

  private func isTitle(_ word: Int) -> Bool {
    let isRole = cues.lists(tree.tokens[word].form.lowercased(), in: .roleNouns)
    return isRole && word + 1 < tree.count && tree.tokens[word + 1].tag == .propn
  }

  private func kind(of words: Range<Int>, head: Int) -> EntityKind {
    if words.contains(where: { cues.lists(tree.tokens[$0].form.lowercased(), in: .organisationWords) }) {
      return .organisation
    }
    if words.contains(where: { cues.lists(tree.tokens[$0].form.lowercased(), in: .thingWords) }) { return .other }
    if hasRole(head, before: words.lowerBound) { return .person }
    if words.count > 1, words.allSatisfy({ $0 == head || tree.tokens[$0].dependency == .flat }) { return .person }
    let token = tree.tokens[head]
    let preposition = tree.markerText(of: head)
    let isOblique = token.dependency.isOblique || token.dependency == .nmod
    if isOblique, words.count <= 3, !tree.has(.det, below: head), ["in", "near", "inside"].contains(preposition) {
      return .place
    }
    return .other
  }

  /// Whether a title or a role stands beside the name: "TTP leader Noor Wali", "Burhan, a senior commander".
  func hasRole(_ head: Int, before start: Int) -> Bool {
    if start > 0, cues.lists(tree.lemmas[start - 1], in: .roleNouns) { return true }
    let beside = tree.children(of: head).contains { child in
      [.nmodDesc, .appos].contains(tree.tokens[child].dependency) && isRole(child)
    }
    guard !beside, tree.tokens[head].dependency == .appos, let noun = tree.head(of: head) else { return beside }
    return isRole(noun)
  }

  private func isRole(_ noun: Int) -> Bool {
    tree.tokens[noun].fineTag == "NN"
      && [.roleNouns, .personNouns].contains { cues.lists(tree.lemmas[noun], in: $0) }
  }
}
