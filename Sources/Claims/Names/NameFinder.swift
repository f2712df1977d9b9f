import ClaimModel
import Language
import TextForms
import Vocabulary

/// Finds the names in a sentence: the longest match in the article's own names and the vocabulary, else what the name
/// tagger found, else a run of proper nouns.
///
/// At most six words are tried from each capital letter on.
struct NameFinder {
  let vocabulary: Vocabulary
  let cues: CueTable
  var local = LocalNames()

  /// The names in `tree`, in order, none within another; `tagged` are those that the name tagger found.
  func mentions(in tree: SyntaxTree, tagged: [NameSpan] = []) -> [Mention] {
    var found: [Mention] = []
    var word = 0
    let tagged = tagged.map { afterOffice($0, in: tree) }
    while word < tree.count {
      if isOffice(word, in: tree) {
        word += 1
        continue
      }
      let name = tagged.first { $0.words.contains(word) }
      guard startsUpperCase(tree.tokens[word].form) || name?.words.lowerBound == word else {
        word += 1
        continue
      }
      let mention =
        knownName(at: word, in: tree, tagged: name) ?? demonym(at: word, in: tree, tagged: name)
        ?? self.tagged(name, at: word, in: tree) ?? properNouns(at: word, in: tree, tagged: tagged)
      if let mention { found.append(mention) }
      word = max(word + 1, mention?.words.upperBound ?? 0)
    }
    return found
  }

  /// "Minister of Education Ann Lee": the office is no part of the name behind it.
  private func isOffice(_ word: Int, in tree: SyntaxTree) -> Bool {
    guard tree.tokens[word].dependency == .nmod, word + 1 < tree.count, tree.tokens[word + 1].tag == .propn,
      let title = tree.head(of: word), title < word, tree.tokens[title].dependency == .nmodDesc,
      cues.lists(tree.lemmas[title], in: .roleNouns)
    else { return false }
    return tree.head(of: title) == word + 1
  }

  private func afterOffice(_ name: NameSpan, in tree: SyntaxTree) -> NameSpan {
    guard let first = name.words.first, name.words.count > 1, isOffice(first, in: tree) else { return name }
    var rest = name
    rest.words = (first + 1)..<name.words.upperBound
    return rest
  }

  private func tagged(_ name: NameSpan?, at word: Int, in tree: SyntaxTree) -> Mention? {
    guard var name, name.words.lowerBound == word, name.words.contains(where: { tree.tokens[$0].tag == .propn }),
      name.words.count > 1 || !cues.lists(tree.tokens[word].form.lowercased(), in: .roleNouns)
    else { return nil }
    if name.kind == .person { name.words = whole(name.words, in: tree) }
    let head = head(of: name.words, in: tree)
    // "Tyrell Banks, a student": he is no bank.
    let isPerson =
      name.words.count > 1 && ProperNouns(tree: tree, cues: cues).hasRole(head, before: name.words.lowerBound)
    let text = tree.text(of: Array(name.words))
    let entity = Entity(name: text, kind: isPerson ? .person : local.kind(of: text, takenFor: name.kind))
    return Mention(words: name.words, head: head, entity: entity, isKnown: false)
  }

  /// "Graham Tully" where the tagger found Graham: the next parts of the person's name hang where the first do.
  private func whole(_ words: Range<Int>, in tree: SyntaxTree) -> Range<Int> {
    var end = words.upperBound
    while end < tree.count, tree.tokens[end].tag == .propn, tree.tokens[end].dependency == .flat,
      let head = tree.head(of: end), words.contains(head) || head == tree.head(of: words.lowerBound)
    {
      end += 1
    }
    return words.lowerBound..<end
  }

  /// A run of proper nouns, unless it reaches into a name that the tagger found.
  private func properNouns(at word: Int, in tree: SyntaxTree, tagged: [NameSpan]) -> Mention? {
    guard var run = ProperNouns(tree: tree, cues: cues).mention(at: word),
      !tagged.contains(where: { $0.words.overlaps(run.words) })
    else { return nil }
    run.entity.kind = local.kind(of: run.entity.name, takenFor: run.entity.kind)
    return run
  }

  /// The names in `tree` that the vocabulary has, in order; nationalities are among them.
  func knownNames(in tree: SyntaxTree) -> [Mention] {
    var found: [Mention] = []
    var word = 0
    while word < tree.count {
      guard startsUpperCase(tree.tokens[word].form),
        let mention = knownName(at: word, in: tree) ?? demonym(at: word, in: tree)
      else {
        word += 1
        continue
      }
      found.append(mention)
      word = mention.words.upperBound
    }
    return found
  }

  private func knownName(at start: Int, in tree: SyntaxTree, tagged: NameSpan? = nil) -> Mention? {
    for end in stride(from: min(tree.count, start + 6), to: start, by: -1) {
      guard startsUpperCase(tree.tokens[end - 1].form) || end > start + 1 && isNumber(tree.tokens[end - 1].form) else {
        continue
      }
      let words = start..<end
      guard words.contains(where: { tree.tokens[$0].tag == .propn || tree.tokens[$0].tag == .noun }) else { continue }
      let form = tree.text(of: Array(words))
      guard let entity = entity(named: form), !isPartOfLongerName(words, in: tree),
        !isPart(words, entity.0.kind, of: tagged)
      else { continue }
      return Mention(words: words, head: head(of: words, in: tree), entity: entity.0, isKnown: entity.1)
    }
    return nil
  }

  private func entity(named form: String) -> (Entity, Bool)? {
    if let entity = local.entity(named: form) { return (entity, vocabulary.entity(named: entity.name) != nil) }
    guard let entity = vocabulary.entities(writtenAs: form).first else { return nil }
    return (entity, true)
  }

  /// Whether the tagger found a longer name, of another kind: "Pakistan" in "Pakistan Today".
  private func isPart(_ words: Range<Int>, _ kind: EntityKind, of tagged: NameSpan?) -> Bool {
    guard let tagged, tagged.words.lowerBound <= words.lowerBound, tagged.words.upperBound >= words.upperBound,
      tagged.words.count > words.count
    else { return false }
    return (kind == .group ? .organisation : kind) != tagged.kind
  }

  /// "Paris" in "Paris Hilton", "Pakistan" in "Pakistan International Airlines".
  private func isPartOfLongerName(_ words: Range<Int>, in tree: SyntaxTree) -> Bool {
    if tree.tokens[words.lowerBound].dependency == .flat, let head = tree.head(of: words.lowerBound),
      !words.contains(head)
    {
      return true
    }
    let next = words.upperBound
    guard next < tree.count, tree.tokens[next].tag == .propn,
      !cues.lists(tree.tokens[next].form.lowercased(), in: .roleNouns)
    else { return false }
    if tree.tokens[next].dependency == .flat, let head = tree.head(of: next), words.contains(head) { return true }
    var top = words.lowerBound
    while let head = tree.head(of: top), tree.tokens[top].dependency == .compound, tree.tokens[head].tag == .propn {
      top = head
    }
    return top >= next && cues.lists(tree.tokens[top].form.lowercased(), in: .organisationWords)
  }

  private func demonym(at word: Int, in tree: SyntaxTree, tagged: NameSpan? = nil) -> Mention? {
    guard tagged.map({ $0.words.count == 1 }) ?? true,
      [.adj, .propn, .noun].contains(tree.tokens[word].tag)
    else { return nil }
    guard let country = vocabulary.country(ofDemonym: tree.tokens[word].form) else { return nil }
    return Mention(words: word..<(word + 1), head: word, entity: country, isKnown: true, isDemonym: true)
  }

  /// The word of a run that depends on none of the others.
  private func head(of words: Range<Int>, in tree: SyntaxTree) -> Int {
    words.first { tree.head(of: $0).map { !words.contains($0) } ?? true } ?? words.lowerBound
  }

  private func startsUpperCase(_ form: String) -> Bool {
    guard let first = form.utf8.first else { return false }
    return (0x41...0x5A).contains(first)
      || first >= 0x80 && (form.unicodeScalars.first?.properties.isUppercase ?? false)
  }

  private func isNumber(_ form: String) -> Bool { form.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
}
