import ClaimModel

/// Finds the headings of a text that does not mark them: short lines of their own, without a mark that ends a sentence,
/// above a paragraph.
enum HeadingRule {
  /// Marks the headings among the blocks of `draft`, and takes its title from one at the start where nothing gives it.
  static func apply(to draft: inout Draft) {
    let lines = draft.blocks.map { LineWords($0.text.bytes[...], limit: greatestLength) }
    let isBody = lines.map { $0 == nil || ($0?.endsSentence == true && ($0?.words.count ?? 0) >= 12) }
    guard let firstBody = isBody.firstIndex(of: true) else { return }
    for (index, line) in lines.enumerated() where draft.blocks[index].kind == .paragraph {
      guard let line, isHeading(line, isFirst: index == 0) else { continue }
      let isAbove = index < firstBody || (index + 1 < lines.count && isBody[index + 1] && isBody[index - 1])
      if isAbove { draft.blocks[index].kind = .heading }
    }
    if draft.metadata.title == nil, let first = draft.blocks.first, first.kind == .heading {
      draft.metadata.title = first.text.string
    }
  }

  /// The most words of a heading.
  private static let greatestLength = 24

  private static func isHeading(_ line: LineWords, isFirst: Bool) -> Bool {
    guard let first = line.words.first?.text, let last = line.words.last?.text, !line.breaksOff else { return false }
    let starts = first.unicodeScalars.first { !$0.properties.isQuotationMark && $0 != "(" }
    guard starts?.properties.isLowercase == false, last.last != "," else { return false }
    return !line.endsSentence || (isFirst && (last.last == "?" || last.last == "!"))
  }
}
