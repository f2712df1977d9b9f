import ClaimModel

/// What lists and spelling know better than the model: the kind of a name that a list has or that ends as companies do,
/// where one place is named within another, and where a hyphen makes one name of two.
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
    joined(names.flatMap { parted($0) }).filter { !isOffice($0) }.map { name in
      known.first { $0.words == name.words } ?? (isCompany(name) ? NameSpan(name.words, .organisation) : name)
    }
  }

  /// "Defense Minister": a person by the office alone, without a name.
  private func isOffice(_ name: NameSpan) -> Bool {
    let offices = NameWords.Section.roles.bit | NameWords.Section.titles.bit | NameWords.Section.organisations.bit
    let names = NameWords.Section.givenNames.bit | NameWords.Section.surnames.bit
    return name.kind == .person && !known.contains(name)
      && name.words.allSatisfy { word in
        let sections = words.sections(ofHash: WordSigns.lowerHash(of: tokens[word].form))
        return sections & offices != 0 && sections & names == 0
      }
  }

  /// "Steel Inc."
  private func isCompany(_ name: NameSpan) -> Bool {
    let last = tokens[name.words.upperBound - 1].form
    return name.words.count > 1 && last.first?.isUppercase ?? false
      && words.sections(ofHash: WordSigns.lowerHash(of: last)) & NameWords.Section.companies.bit != 0
  }

  /// "Anne-Marie Weber", "Tehrik-e-Taliban": one name, of the last part's kind.
  private func joined(_ names: [NameSpan]) -> [NameSpan] {
    var all: [NameSpan] = []
    for name in names {
      if let last = all.last, isHyphen(last.words.upperBound..<name.words.lowerBound, joining: [last.kind, name.kind]) {
        all[all.count - 1] = NameSpan(last.words.lowerBound..<name.words.upperBound, name.kind)
      } else {
        all.append(name)
      }
    }
    return all
  }

  /// Whether the words between two names are a hyphen between those of persons, or a particle between two hyphens, and all
  /// are written together.
  private func isHyphen(_ gap: Range<Int>, joining kinds: [EntityKind]) -> Bool {
    let forms = gap.map { tokens[$0].form }
    let isJoint = forms == ["-"] ? kinds == [.person, .person] : forms.count == 3 && forms[0] == "-" && forms[2] == "-"
    guard isJoint, forms.count == 1 || forms[1].utf8.count < 3 && forms[1].first?.isLowercase ?? false else {
      return false
    }
    return (gap.lowerBound...gap.upperBound).allSatisfy { tokens[$0 - 1].range.end == tokens[$0].range.start }
  }

  /// "Oakland California": a place and the one it lies in, not one name.
  private func parted(_ name: NameSpan) -> [NameSpan] {
    guard name.kind != .organisation, let start = startOfWiderPlace(at: name.words), start > name.words.lowerBound
    else {
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
      last.utf8.count == 2
      && words.sections(ofHash: WordSigns.lowerHash(of: last)) & NameWords.Section.locations.bit != 0
    return isState ? name.upperBound - 1 : nil
  }
}
