/// The labels that words are tagged with: pairs of a universal and a Penn Treebank part of speech.
package struct TagSet: Sendable {
  /// The universal part of each label.
  package private(set) var universal: [PartOfSpeech] = []
  /// The Penn part of each label.
  package private(set) var fine: [String] = []

  /// The labels of a text with a line `UPOS|XPOS` for each.
  package init(parsing text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|", maxSplits: 1)
      guard parts.count == 2, let tag = PartOfSpeech(rawValue: String(parts[0])) else { continue }
      universal.append(tag)
      fine.append(String(parts[1]))
    }
  }

  /// How many labels there are.
  package var count: Int { universal.count }
}
