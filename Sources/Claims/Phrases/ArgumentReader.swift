import ClaimModel
import Language

/// Makes the arguments of claims from the heads of their phrases.
struct ArgumentReader {
  let reading: SentenceReading
  let cues: CueTable
  /// Where the bytes of the article's text stand in its file.
  let origins: OffsetMap

  /// What the phrase that `head` heads stands for: an entity where it is a name or was resolved to one, else its words.
  func argument(at head: Int, omitting omitted: Set<Int> = []) -> Argument {
    let words = words(of: head, omitting: omitted)
    if let mention = mention(naming: head, words: words) {
      return Argument(.entity(mention.entity.name), span: span(of: (words + mention.words).sorted()))
    }
    if let entity = reading.referents[head] {
      return Argument(.entity(entity.name), resolvedFrom: resolvedWords(at: head), span: span(of: words))
    }
    return description(at: head, omitting: omitted)
  }

  /// The phrase that `head` heads in its own words, whomever it stands for.
  func description(at head: Int, omitting omitted: Set<Int> = []) -> Argument {
    let tree = reading.tree
    let words = words(of: head, omitting: omitted)
    let span = span(of: words)
    if let owned = owned(at: head, words: words) { return owned }
    let text = tree.text(of: words)
    // "the two" are no number, but those of whom there was talk.
    if words.count == 1, tree.tokens[head].tag == .num, tree.lemmas[head] != "one", !isDefinite(head),
      let number = NumberReader(cues: cues).value(of: [text])
    {
      return Argument(.number(number), span: span)
    }
    guard let owner = owner(of: head), let entity = reading.entity(at: owner) else {
      return Argument(.phrase(text), span: span)
    }
    let resolved = reading.referents[owner] == nil ? nil : resolvedWords(at: owner)
    return Argument(.phrase(text), partOf: entity.name, resolvedFrom: resolved, span: span)
  }

  private func words(of head: Int, omitting omitted: Set<Int>) -> [Int] {
    NounPhrase(tree: reading.tree, kinds: reading.kinds).words(of: head, omitting: omitted)
  }

  private func isDefinite(_ noun: Int) -> Bool {
    reading.tree.children(of: noun).contains { ["the", "these", "those"].contains(reading.tree.lemmas[$0]) }
  }

  /// "a group whose robots won": the robots are the group's.
  private func owned(at head: Int, words: [Int]) -> Argument? {
    let tree = reading.tree
    guard let whose = words.first(where: { tree.lemmas[$0] == "whose" }), words.count > 1,
      let clause = RelativeClauses(tree: tree).enclosingClause(of: whose),
      let noun = RelativeClauses(tree: tree).describedNoun(of: clause),
      !tree.isWord(noun, within: head)
    else { return nil }
    let owner = argument(at: noun)
    let end = owner.text.hasSuffix("s") ? "’ " : "’s "
    let rest = words.filter { $0 > whose }
    return Argument(
      .phrase(owner.text + end + tree.text(of: rest)), partOf: reading.entity(at: noun)?.name,
      resolvedFrom: tree.text(of: words), span: span(of: words))
  }

  /// The bytes of the original file from the first of `words` to the last.
  func span(of words: [Int]) -> TextRange? {
    guard let first = words.first, let last = words.last else { return nil }
    let tokens = reading.tree.tokens
    return origins.original(of: TextRange(tokens[first].range.start, tokens[last].range.end))
  }

  /// The word for the entity of which the noun `head` names members or a part: "ISIS" in "ISIS fighters".
  private func owner(of head: Int) -> Int? {
    let lemma = reading.tree.lemmas[head]
    let ofMembers = cues.lists(lemma, in: .memberNouns)
    guard ofMembers || cues.lists(lemma, in: .governmentNouns) else { return nil }
    for child in reading.tree.children(of: head) {
      let dependency = reading.tree.tokens[child].dependency
      let belongs =
        [.compound, .nmodPoss, .amod].contains(dependency)
        || dependency == .nmod && ["of", "from"].contains(reading.tree.markerText(of: child))
      guard belongs, let entity = reading.entity(at: child) else { continue }
      if entity.kind == .place || ofMembers && entity.kind != .person { return child }
    }
    return nil
  }

  /// The name that `words`, the phrase of `head`, consist of, nothing but titles besides, or that is the name of its noun.
  private func mention(naming head: Int, words: [Int]) -> Mention? {
    guard let mention = reading.mention(at: head), !mention.isDemonym else { return nil }
    let rest = words.filter { !mention.words.contains($0) }
    return !mention.words.contains(head) || rest.allSatisfy { isTitle($0, of: mention) } ? mention : nil
  }

  private func isTitle(_ word: Int, of mention: Mention) -> Bool {
    let token = reading.tree.tokens[word]
    if token.tag == .punct || isOffice(word, of: mention) { return true }
    var current = word
    while current != mention.head, let head = reading.tree.head(of: current) {
      if reading.tree.tokens[current].dependency == .nmodDesc, mention.words.contains(head) { return true }
      current = head
    }
    // "former President Bush", "Ambassador Khalilzad" where the title is a noun before the name.
    return word < mention.words.lowerBound && mention.entity.kind == .person
  }

  /// "Arthur Yap of Bohol province", "Anne Moreau from the Pasteur Institute": where somebody is from is said besides.
  private func isOffice(_ word: Int, of mention: Mention) -> Bool {
    guard mention.entity.kind == .person, word >= mention.words.upperBound else { return false }
    return reading.tree.children(of: mention.head).contains { child in
      reading.tree.tokens[child].dependency == .nmod && reading.tree.isWord(word, within: child)
        && ["of", "from", "at", "with"].contains(reading.tree.markerText(of: child))
    }
  }

  /// The pronoun or description at `head`, with its article.
  func resolvedWords(at head: Int) -> String {
    let tree = reading.tree
    let article = tree.children(of: head).filter { tree.tokens[$0].dependency == .det }
    return tree.text(of: article + [head])
  }
}
