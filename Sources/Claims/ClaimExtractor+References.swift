import ClaimModel
package import Language

extension ClaimExtractor {
  /// The pronouns and descriptions that are taken to stand for a name, in the order of an article's parsed sentences.
  package func links(in sentences: [Sentence]) -> [ReferenceLink] {
    var links: [ReferenceLink] = []
    var names: [String: (sentence: Int, words: Range<Int>)] = [:]
    for (index, reading) in readings(of: sentences).enumerated() {
      let tree = reading.tree
      for word in 0..<tree.count {
        if let mention = reading.mention(at: word), !mention.isDemonym {
          // "the US president" names the US in passing.
          let isInPassing = tree.tokens[mention.head].dependency == .compound
          if !isInPassing || names[mention.entity.name] == nil { names[mention.entity.name] = (index, mention.words) }
        }
        guard let entity = reading.referents[word] else { continue }
        let later = reading.mentions.first { $0.entity.name == entity.name }.map { (index, $0.words) }
        if let name = names[entity.name] ?? later {
          links.append(ReferenceLink(sentence: index, word: word, name: name))
        }
      }
    }
    return links
  }
}
