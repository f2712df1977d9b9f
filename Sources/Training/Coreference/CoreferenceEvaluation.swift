import Claims
public import Language

/// How often a pronoun or a description that is linked to a name stands for what the name names, and how many of those
/// that stand for something named before are linked.
///
/// A link is right where the innermost mention that the word heads, and the innermost one that the head of the name heads,
/// are of one entity. Heads are those of the treebank; the links may be made on other trees.
public struct CoreferenceEvaluation: Sendable {
  /// What is linked.
  public enum Kind: String, CaseIterable, Sendable {
    case person = "he, she"
    case thing = "it"
    case plural = "they"
    case speaker = "I, we"
    case description = "the group"
  }

  /// How many links there are.
  public struct Count: Sendable {
    /// Links made.
    public var made = 0
    /// Those among them that are right.
    public var right = 0
    /// Words that a link could be made for: a name of the same entity stands before them.
    public var possible = 0

    /// The share of the links made that are right, in percent.
    public var precision: Double { 100 * Double(right) / Double(max(1, made)) }
    /// The share of the possible links that are made and right, in percent.
    public var recall: Double { 100 * Double(right) / Double(max(1, possible)) }
  }

  private var counts: [Kind: Count] = [:]

  /// The figures of all kinds together.
  public var total: Count {
    counts.values.reduce(into: Count()) { sum, count in
      sum.made += count.made
      sum.right += count.right
      sum.possible += count.possible
    }
  }

  /// The figures of one kind.
  public func count(of kind: Kind) -> Count { counts[kind] ?? Count() }

  /// Links the words of `system`, the sentences of `treebank` in trees that may differ, and compares.
  ///
  /// - Parameters:
  ///   - treebank: sentences with the treebank's trees, and the documents that they belong to.
  ///   - annotations: the mentions in them.
  ///   - system: the same sentences and words, as they are to be linked.
  ///   - isMeasured: whether the document of this name counts.
  public init(
    _ treebank: CoNLLU.Document, annotations: EntityAnnotations, system: [Sentence], where isMeasured: (String) -> Bool
  ) {
    let extractor = ClaimExtractor()
    for sentences in Self.documents(of: treebank) where isMeasured(treebank.documents[sentences.lowerBound]) {
      let gold = zip(treebank.sentences[sentences], annotations.sentences[sentences]).map(GoldSentence.init)
      count(extractor.links(in: Array(system[sentences])), against: gold)
    }
  }

  /// The sentences of each document, which stand together.
  private static func documents(of treebank: CoNLLU.Document) -> [Range<Int>] {
    let names = treebank.documents
    let starts = names.indices.filter { $0 == 0 || names[$0 - 1] != names[$0] }
    return zip(starts, starts.dropFirst() + [names.count]).map { $0..<$1 }
  }

  private mutating func count(_ links: [ReferenceLink], against gold: [GoldSentence]) {
    for link in links {
      let sentence = gold[link.sentence]
      let kind = Self.kind(of: sentence.tokens[link.word].form) ?? .description
      let entity = sentence.entity(headedBy: link.word)
      let named = gold[link.name.sentence].entity(namedBy: link.name.words)
      counts[kind, default: Count()].made += 1
      counts[kind, default: Count()].right += entity != nil && entity == named ? 1 : 0
    }
    var named: Set<String> = []
    for sentence in gold {
      for word in sentence.tokens.indices {
        guard let entity = sentence.entity(headedBy: word) else { continue }
        if sentence.tokens[word].tag == .propn { named.insert(entity) }
        guard named.contains(entity), let kind = sentence.anaphor(at: word) else { continue }
        counts[kind, default: Count()].possible += 1
      }
    }
  }

  /// The kind of a pronoun; nil for any other word.
  fileprivate static func kind(of form: String) -> Kind? { pronouns[form.lowercased()] }

  private static let pronouns: [String: Kind] = {
    let forms: [Kind: String] = [
      .person: "he him his himself she her hers herself", .thing: "it its itself",
      .plural: "they them their theirs themselves",
      .speaker: "i me my mine myself we us our ours ourselves",
    ]
    return Dictionary(
      uniqueKeysWithValues: forms.flatMap { kind, list in list.split(separator: " ").map { (String($0), kind) } })
  }()
}

/// A sentence with its mentions by the words that head them.
private struct GoldSentence {
  let tokens: [Token]
  /// The entity of the innermost mention that each word heads.
  private var entities: [Int: String] = [:]

  init(_ sentence: Sentence, _ mentions: [EntityAnnotations.Mention]) {
    tokens = sentence.tokens
    for mention in mentions.sorted(by: { $0.words.count > $1.words.count }) {
      let head = mention.words.first { word in tokens[word].head.map { !mention.words.contains($0) } ?? true }
      if let head { entities[head] = mention.entity }
    }
  }

  func entity(headedBy word: Int) -> String? { entities[word] }

  /// The entity of the mention that these words head.
  func entity(namedBy words: Range<Int>) -> String? {
    words.first { word in tokens[word].head.map { !words.contains($0) } ?? true }.flatMap { entities[$0] }
  }

  /// The kind of anaphor that `word` is: a pronoun, or the noun of a definite phrase.
  func anaphor(at word: Int) -> CoreferenceEvaluation.Kind? {
    if tokens[word].tag == .pron { return CoreferenceEvaluation.kind(of: tokens[word].form) }
    guard tokens[word].tag == .noun else { return nil }
    let isDefinite = tokens.contains { token in
      token.head == word && token.dependency == .det && ["the", "this", "that"].contains(token.lemma)
    }
    return isDefinite ? .description : nil
  }
}
