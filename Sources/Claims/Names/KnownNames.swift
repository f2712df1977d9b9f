import ClaimModel
public import Language
import Vocabulary

extension ClaimExtractor {
  /// The names in a parsed sentence that the vocabulary has, with their kinds; nationalities are of kind `other`.
  public func knownNames(in sentence: Sentence) -> [NameSpan] {
    NameFinder(vocabulary: vocabulary, cues: cues).knownNames(in: SyntaxTree(sentence)).map(\.span)
  }
}

/// A sentence's tree, mended with the help of the names that the vocabulary knows, and the names that the tagger finds.
struct NameReading {
  let tree: SyntaxTree
  let tagged: [NameSpan]

  init(of sentence: Sentence, vocabulary: Vocabulary, cues: CueTable) {
    let known = NameFinder(vocabulary: vocabulary, cues: cues).knownNames(in: SyntaxTree(sentence))
    tagged = NameTagger.english.names(in: sentence, known: known.map(\.span))
    tree = SyntaxTree(TreeMender.mended(sentence, names: known.map(\.words), cues: cues))
  }
}

extension Mention {
  /// The words with the kind of what they name, for the tagger.
  fileprivate var span: NameSpan { NameSpan(words, isDemonym ? .other : entity.kind) }
}
