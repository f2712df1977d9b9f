import ClaimModel
import Claims
import Language
import Training

/// The examples that the name tagger is trained on and measured with: GUM's entities that are named, and the sentences of
/// EWT with the names that a first tagger, trained on GUM alone, finds in them.
struct NameTraining {
  let treebanks: Treebanks

  init(_ treebanks: Treebanks) { self.treebanks = treebanks }

  /// The kinds that are reported; nil for all of them.
  static let kinds: [EntityKind?] = [.person, .organisation, .place, nil]

  /// The names of a sentence that the vocabulary has.
  static func known(_ sentence: Sentence) -> [NameSpan] { extractor.knownNames(in: sentence) }

  private static let extractor = ClaimExtractor()

  /// The sentences of a treebank with marked entities, and their names.
  func examples(_ path: String) throws -> [(sentence: Sentence, names: [NameSpan])] {
    let text = try treebanks.text("\(path).conllu")
    let sentences = try CoNLLU.document(text).sentences
    return zip(sentences, EntityMentions.mentions(inTreebank: text)).map { sentence, mentions in
      (sentence, NamedMentions.names(of: mentions, in: sentence))
    }
  }

  /// The bytes of the tagger's file.
  func file(log: (String) -> Void) throws -> [UInt8] {
    let gum = try examples("gum/train").flatMap { sentence, names in
      // Places that stand before a noun ("US troops") are often not marked.
      let all = ListedNames.added(
        to: names, in: sentence, known: Self.known(sentence).filter { $0.kind == .place }, onlyKnown: true)
      return Self.variants(of: sentence, names: all)
    }
    let ewt = try treebanks.read("ewt/train").sentences
    var file = NameTrainer(gum, rounds: 8) { log("GUM, round \($0): \($1) sentences wrong") }.file
    for pass in 1...2 {
      guard let tagger = NameTagger(file: file) else { break }
      let labelled = ewt.flatMap { sentence in
        let known = Self.known(sentence)
        let names = ListedNames.added(to: tagger.names(in: sentence, known: known), in: sentence, known: known)
        return Self.variants(of: sentence, names: names)
      }
      file = NameTrainer(gum + labelled, rounds: 8 * pass) { log("both, round \($0): \($1) sentences wrong") }.file
    }
    return file
  }

  /// A sentence as it is and, of some, once more in small letters, as people write on the web.
  private static func variants(of sentence: Sentence, names: [NameSpan]) -> [NameTrainer.Example] {
    let whole = NameTrainer.Example(sentence, names: names, known: known(sentence))
    guard !names.isEmpty, sentence.range.start % 8 == 0 else { return [whole] }
    var small = sentence
    for word in small.tokens.indices { small.tokens[word].form = small.tokens[word].form.lowercased() }
    return [whole, NameTrainer.Example(small, names: names, known: known(small))]
  }
}
