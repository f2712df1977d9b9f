import ClaimModel
import Claims
import Foundation
import Language
import Training

/// The examples that the name tagger is trained on and measured with: the sentences of EWT with the names that a reader
/// marked, and GUM's entities that are named, to which a first tagger, trained on EWT alone, adds what it finds.
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
    // As the tagger will meet them: with predicted trees.
    let analyzer = Analyzer()
    let marked = try MarkedNames(parsing: String(contentsOfFile: treebanks.markedNames, encoding: .utf8))
    let web = try analyzer.annotate(treebanks.read("ewt/train").sentences).map { sentence in
      NameTrainer.Example(sentence, names: marked.names(in: sentence), known: Self.known(sentence))
    }
    let first = NameTrainer(web) { log("EWT, round \($0): loss \(Int($1))") }.file
    guard let tagger = NameTagger(file: first) else { return first }
    let entities = try examples("gum/train")
    let gum = zip(analyzer.annotate(entities.map(\.sentence)), entities).map { sentence, entities in
      let known = Self.known(sentence)
      // Names within longer mentions ("US troops") are often not marked there.
      let others = tagger.names(in: sentence, known: known).filter { name in
        !entities.names.contains { $0.words.overlaps(name.words) }
      }
      return NameTrainer.Example(sentence, names: entities.names + others, known: known, isAside: true)
    }
    return NameTrainer(web + gum) { log("both, round \($0): loss \(Int($1))") }.file
  }
}
