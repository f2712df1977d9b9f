import ClaimModel
import Language

/// Follows direct quotations through an article: which words stand in one, and who says them.
///
/// A quotation that a sentence leaves open goes on in the next one, and so does its speaker.
struct QuotationTracker: Sendable {
  /// The words of the sentence that stand within quotation marks.
  private(set) var quoted: [Bool] = []
  /// The word that names the speaker; nil where the sentence does not.
  private(set) var source: Int?
  /// The speaker of a quotation that an earlier sentence began.
  private(set) var speaker: Entity?
  private var isOpen = false
  private var length = 0

  /// Takes up the next sentence.
  mutating func read(_ tree: SyntaxTree, cues: CueTable) {
    // A mark at the start of a sentence opens one, whatever was left open before.
    if tree.count > 0, isOpen, Self.marks.contains(tree.tokens[0].form) && !Self.closing.contains(tree.tokens[0].form) {
      isOpen = false
    }
    let goesOn = isOpen || startsWithMark(tree)
    quoted = []
    for token in tree.tokens {
      if Self.closing.contains(token.form) {
        isOpen = false
      } else if Self.opening.contains(token.form) {
        isOpen = true
      } else if Self.marks.contains(token.form) {
        isOpen.toggle()
      }
      quoted.append(isOpen)
    }
    source = nil
    for word in quoted.indices where !quoted[word] && cues.lists(tree.lemmas[word], in: .reportingVerbs) {
      guard tree.tokens[word].tag == .verb, let subject = tree.child(of: word, .nsubj), !quoted[subject] else {
        continue
      }
      source = subject
    }
    length = isOpen ? length + 1 : 0
    if length > Self.longest { isOpen = false }
    if source != nil || !goesOn { speaker = nil }
  }

  /// Takes up who the speaker named in this sentence is.
  mutating func identify(_ entity: Entity?) {
    guard source != nil else { return }
    speaker = quoted.contains(true) ? entity : nil
  }

  private func startsWithMark(_ tree: SyntaxTree) -> Bool {
    tree.count > 0 && Self.marks.contains(tree.tokens[0].form)
  }

  private static let opening: Set<String> = ["“", "``", "«"]
  private static let closing: Set<String> = ["”", "''", "»"]
  private static let marks: Set<String> = ["\"", "“", "”", "``", "''", "«", "»"]
  /// A quotation that goes on for more sentences has lost its end.
  private static let longest = 12
}
