import ClaimModel
import Language

/// Finds the quotations of an article by their marks: curly, straight and single ones, and blocks that are one.
///
/// A mark that is never closed counts if it opens a paragraph or a sentence: its quotation ends with the paragraph. Single
/// marks count outside double ones. Linear in the words.
struct QuotationFinder {
  private(set) var quotations: [Quotation] = []
  private var open: Place?
  private var openSingle: Place?

  /// A word of a sentence.
  private struct Place {
    var sentence: Int
    var word: Int
  }

  private enum Mark { case opens, closes, opensSingle, closesSingle }

  /// The quotations in `trees`, the sentences of an article in order; for each, the number of its paragraph, and whether
  /// that is a quotation as a whole.
  static func quotations(in trees: [SyntaxTree], paragraphs: [Int], isQuoted: [Bool]) -> [Quotation] {
    var finder = QuotationFinder()
    for (sentence, tree) in trees.enumerated() where tree.count > 0 {
      if sentence > 0, paragraphs[sentence] != paragraphs[sentence - 1] {
        finder.endParagraph(before: sentence, trees, opensAgain: finder.mark(at: 0, in: tree) == .opens)
      }
      if isQuoted[sentence] {
        finder.addWhole(sentence, tree, joins: sentence > 0 && paragraphs[sentence] == paragraphs[sentence - 1])
      } else {
        for word in 0..<tree.count { finder.read(Place(sentence: sentence, word: word), tree) }
      }
    }
    finder.endParagraph(before: trees.count, trees, opensAgain: false)
    return finder.quotations
  }

  private mutating func addWhole(_ sentence: Int, _ tree: SyntaxTree, joins: Bool) {
    if joins, let last = quotations.indices.last {
      quotations[last].sentences = quotations[last].sentences.lowerBound...sentence
      quotations[last].last = tree.count - 1
    } else {
      quotations.append(Quotation(sentences: sentence...sentence, first: 0, last: tree.count - 1))
    }
  }

  private mutating func read(_ place: Place, _ tree: SyntaxTree) {
    switch mark(at: place.word, in: tree) {
    case .opens:
      if open == nil { open = place }
      openSingle = nil
    case .closes:
      if let start = open { add(from: start, to: place) }
      open = nil
    case .opensSingle where open == nil && openSingle == nil: openSingle = place
    case .closesSingle where open == nil:
      if let start = openSingle { add(from: start, to: place) }
      openSingle = nil
    default: break
    }
  }

  private mutating func add(from start: Place, to end: Place, goesOn: Bool = false) {
    quotations.append(
      Quotation(sentences: start.sentence...end.sentence, first: start.word, last: end.word, goesOn: goesOn))
  }

  private mutating func endParagraph(before next: Int, _ trees: [SyntaxTree], opensAgain: Bool) {
    openSingle = nil
    guard let start = open, next > 0 else { return }
    open = nil
    let end = Place(sentence: next - 1, word: trees[next - 1].count - 1)
    let startsSentence = start.word == 0 || trees[start.sentence].tokens[start.word - 1].tag == .punct
    if end.word >= 0, opensAgain || startsSentence { add(from: start, to: end, goesOn: opensAgain) }
  }

  private func mark(at word: Int, in tree: SyntaxTree) -> Mark? {
    let tokens = tree.tokens
    let form = tokens[word].form
    switch form {
    case "“", "„", "«", "``": return .opens
    case "”", "»", "''": return .closes
    case "\"", "‘", "’", "'": break
    default: return nil
    }
    let isAfterSpace =
      word == 0 || tokens[word].range.start > tokens[word - 1].range.end || Self.openers.contains(tokens[word - 1].form)
    let isBeforeSpace =
      word + 1 == tokens.count || tokens[word + 1].range.start > tokens[word].range.end
      || tokens[word + 1].tag == .punct
    if form == "\"" {
      return isAfterSpace == isBeforeSpace ? (open == nil ? .opens : .closes) : isAfterSpace ? .opens : .closes
    }
    // An apostrophe is part of a word or hangs on the noun before it.
    if tokens[word].tag == .part || tokens[word].fineTag == "POS" || isAfterSpace == isBeforeSpace { return nil }
    if isAfterSpace { return form == "’" ? nil : .opensSingle }
    return form == "‘" ? nil : .closesSingle
  }

  private static let openers: Set<String> = ["(", "[", "—", "–", "--", "“", "\""]
}
