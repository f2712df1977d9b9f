import ClaimModel
import Language
import TextForms
import Vocabulary

/// Finds the names in a sentence: the longest match in the article's own names and the vocabulary, else a run of proper
/// nouns.
///
/// At most six words are tried from each capital letter on.
struct NameFinder {
  let vocabulary: Vocabulary
  let cues: CueTable
  var local = LocalNames()

  /// The names in `tree`, in order, none within another.
  func mentions(in tree: SyntaxTree) -> [Mention] {
    var found: [Mention] = []
    var word = 0
    while word < tree.count {
      guard startsUpperCase(tree.tokens[word].form) else {
        word += 1
        continue
      }
      let mention =
        knownName(at: word, in: tree) ?? demonym(at: word, in: tree)
        ?? ProperNouns(tree: tree, cues: cues).mention(at: word)
      if let mention { found.append(mention) }
      word = max(word + 1, mention?.words.upperBound ?? 0)
    }
    return found
  }

  private func knownName(at start: Int, in tree: SyntaxTree) -> Mention? {
    for end in stride(from: min(tree.count, start + 6), to: start, by: -1) {
      guard startsUpperCase(tree.tokens[end - 1].form) || end > start + 1 && isNumber(tree.tokens[end - 1].form) else {
        continue
      }
      let words = start..<end
      guard words.contains(where: { tree.tokens[$0].tag == .propn || tree.tokens[$0].tag == .noun }) else { continue }
      let form = tree.text(of: Array(words))
      guard let entity = entity(named: form), !isPartOfLongerName(words, in: tree) else { continue }
      return Mention(words: words, head: head(of: words, in: tree), entity: entity.0, isKnown: entity.1)
    }
    return nil
  }

  private func entity(named form: String) -> (Entity, Bool)? {
    if let entity = local.entity(named: form) { return (entity, vocabulary.entity(named: entity.name) != nil) }
    guard let entity = vocabulary.entities(writtenAs: form).first else { return nil }
    return (entity, true)
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

  private func demonym(at word: Int, in tree: SyntaxTree) -> Mention? {
    guard [.adj, .propn, .noun].contains(tree.tokens[word].tag) else { return nil }
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
