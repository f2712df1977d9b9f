import ClaimModel
import Language

/// The words of the attributions of one sentence: source, cue and content, as PARC and PolNeAR mark them.
struct AttributionSpans {
  let rule: AttributionRule

  private var tree: SyntaxTree { rule.tree }

  /// The words of an attribution.
  struct Words {
    var source: Set<Int> = []
    var cue: Set<Int> = []
    /// By sentence.
    var content: [Int: Set<Int>] = [:]
  }

  /// The attributions of the sentence that is number `sentence` of its article, by the word that heads the cue.
  func relations(in sentence: Int) -> [Int: Words] {
    var found: [Int: Words] = [:]
    func add(_ attribution: Attribution, _ content: [Int]) {
      var words = found[attribution.cueWord] ?? words(of: attribution)
      words.content[sentence, default: []].formUnion(withMarks(trimmed(content)))
      found[attribution.cueWord] = words
    }
    for word in 0..<tree.count {
      if let parent = tree.head(of: word), let attribution = rule.attribution(of: word, under: parent) {
        add(attribution, tree.subtree(of: word) { isBehindSemicolon($0) })
      }
      for child in tree.children(of: word) {
        guard let aside = rule.aside(child) else { continue }
        // "Her view is that it failed": the first copula is not of what she says.
        let start = tree.tokens[child].dependency == .nsubjOuter ? tree.child(of: word, .mark) ?? 0 : 0
        add(aside, tree.subtree(of: word) { $0 == child || tree.tokens[$0].dependency == .cop && $0 < start })
      }
    }
    for clause in rule.reading.clauses {
      for verb in clause.chain {
        guard let cue = rule.controllingCue(verb, of: clause), let content = tree.child(of: verb, .xcomp) else {
          continue
        }
        add(cue, tree.subtree(of: content))
      }
    }
    return found
  }

  /// "said that the army fired first; the government blames the rebels"
  private func isBehindSemicolon(_ clause: Int) -> Bool {
    guard tree.tokens[clause].dependency == .parataxis, let first = tree.subtree(of: clause).first else { return false }
    return tree.tokens[first].form == ";" || first > 0 && tree.tokens[first - 1].form == ";"
  }

  /// The words of source and cue.
  func words(of attribution: Attribution) -> Words {
    var words = Words(cue: cueWords(of: attribution))
    if let source = attribution.source {
      let phrase = tree.subtree(of: source) { tree.isWord(attribution.cueWord, within: $0) && $0 != source }
      words.source = Set(trimmed(phrase.filter { !words.cue.contains($0) && !isEnd($0, of: source) }))
    }
    return words
  }

  /// "'s" behind an owner is no part of the source.
  private func isEnd(_ word: Int, of source: Int) -> Bool {
    tree.head(of: word) == source && tree.tokens[word].dependency == .caseMarker
  }

  private func cueWords(of attribution: Attribution) -> Set<Int> {
    let word = attribution.cueWord
    let isPhrase = attribution.source == word
    var cue: Set<Int> = isPhrase ? [] : [word]
    for child in tree.children(of: word) {
      switch tree.tokens[child].dependency {
      case .aux, .auxPass, .cop, .compoundPrt: cue.insert(child)
      case .advmod where ["not", "n't", "n’t", "never"].contains(tree.lemmas[child]): cue.insert(child)
      case .caseMarker where tree.lemmas[child] != "'s": cue.formUnion([child] + tree.children(of: child))
      default: break
      }
    }
    return cue
  }

  /// Without punctuation at the ends, quotation marks apart.
  private func trimmed(_ words: [Int]) -> [Int] {
    var kept = words[...]
    while let first = kept.first, Self.edges.contains(tree.tokens[first].form) { kept = kept.dropFirst() }
    while let last = kept.last, Self.edges.contains(tree.tokens[last].form) { kept = kept.dropLast() }
    return Array(kept)
  }

  /// With the quotation marks around it, and the sign that ends the sentence before the closing one.
  private func withMarks(_ words: [Int]) -> [Int] {
    var all = words
    if let first = words.first, first > 0, Self.openers.contains(tree.tokens[first - 1].form) { all.append(first - 1) }
    let open = all.count { Self.openers.contains(tree.tokens[$0].form) }
    guard let last = words.last, open > words.count(where: { Self.closers.contains(tree.tokens[$0].form) }) else {
      return all
    }
    let behind = (last + 1)..<min(tree.count, last + 3)
    if let mark = behind.first(where: { Self.closers.contains(tree.tokens[$0].form) }),
      tree.tokens[(last + 1)..<mark].allSatisfy({ Self.edges.contains($0.form) })
    {
      all += Array((last + 1)...mark)
    }
    return all
  }

  private static let edges: Set<String> = [",", ".", ";", ":", "--", "-", "—", "–", "!", "?"]
  private static let openers: Set<String> = ["“", "\"", "``", "‘", "«"]
  private static let closers: Set<String> = ["”", "\"", "''", "’", "»"]
}
