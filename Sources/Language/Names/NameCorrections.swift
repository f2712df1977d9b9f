import ClaimModel

/// What lists know better than the model: the kind of a name that they have, and where one place is named within another.
struct NameCorrections {
  private let tokens: [Token]
  private let known: [NameSpan]
  private let words: NameWords

  /// Corrections for the names of a sentence in which `known` ones were found in a list.
  init(_ tokens: [Token], known: [NameSpan], words: NameWords) {
    self.tokens = tokens
    self.known = known.filter { NameLabels.kinds.contains($0.kind) }
    self.words = words
  }

  /// `names`, corrected.
  func corrected(_ names: [NameSpan]) -> [NameSpan] {
    names.flatMap { parted($0) }.map { name in
      known.first { $0.words == name.words } ?? name
    }
  }

  /// "Oakland California": a place and the one it lies in, not one name.
  private func parted(_ name: NameSpan) -> [NameSpan] {
    guard name.kind != .organisation, let start = startOfWiderPlace(at: name.words), start > name.words.lowerBound else {
      return [name]
    }
    let before = words.sections(ofHash: WordSigns.lowerHash(of: tokens[start - 1].form))
    let isOneName = before & (NameWords.Section.places.bit | NameWords.Section.particles.bit) != 0
    guard !isOneName, tokens[start - 1].tag == .propn else { return [name] }
    return [
      NameSpan(name.words.lowerBound..<start, .place), NameSpan(start..<name.words.upperBound, .place),
    ]
  }

  /// Where a known place, or the two letters of a state, that ends a name starts.
  private func startOfWiderPlace(at name: Range<Int>) -> Int? {
    if let place = known.first(where: { $0.kind == .place && $0.words.upperBound == name.upperBound }) {
      return place.words.lowerBound
    }
    let last = tokens[name.upperBound - 1].form
    let isState =
      last.utf8.count == 2 && words.sections(ofHash: WordSigns.lowerHash(of: last)) & NameWords.Section.locations.bit != 0
    return isState ? name.upperBound - 1 : nil
  }
}
