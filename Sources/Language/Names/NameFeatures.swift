import ClaimModel

/// What the name tagger looks at: for each word of a sentence the rows of the table of weights that speak of it.
///
/// A feature is a template with one to three values, hashed to a row. Building takes time linear in the sentence.
struct NameFeatures {
  private let signs: [WordSigns]
  private let traits: [Traits]
  /// The words outside of the sentence look like this.
  private let outside = Traits()
  private let nothing = WordSigns("", words: .english)

  /// What a word's tags, its place in the tree and the names around it tell.
  private struct Traits {
    var tag: UInt32 = 0
    var fineTag: UInt32 = 0
    var lemma: UInt32 = 0
    /// The sections of the word and its lemma.
    var sections: UInt32 = 0
    var dependency: UInt32 = 0
    /// What is known of the name that it stands in: the kind, and whether it is its first word.
    var known: UInt32 = 0
    /// The word that the name it may stand in hangs by: the last that is reached by compounds and the like.
    var top = 0
    var head = -1
    /// The sections of the words that hang under it as titles, roles and appositions.
    var besides: UInt32 = 0
    /// The preposition, possessive or the like that hangs under it.
    var marker: UInt32 = 0
    /// The words in capitals around it, from the first to the last.
    var run = 0...0
  }

  /// The features of a sentence in which `known` names were found in a list; of a name in capitals throughout, capitals
  /// say nothing.
  init(_ tokens: [Token], known: [NameSpan], words: NameWords) {
    var signs = tokens.map { WordSigns($0.form, words: words) }
    let isShouted = !signs.contains { $0.hasSmall } && signs.count { $0.isAllCapitals } > 2
    if isShouted { for word in signs.indices where signs[word].isCapital { signs[word].hideCapitals() } }
    var traits = [Traits](repeating: Traits(), count: tokens.count)
    for (word, token) in tokens.enumerated() {
      traits[word].tag = WordSigns.lowerHash(of: token.tag.rawValue)
      traits[word].fineTag = WordSigns.lowerHash(of: token.fineTag)
      traits[word].lemma = WordSigns.lowerHash(of: token.lemma)
      traits[word].sections = signs[word].sections | words.sections(ofHash: traits[word].lemma)
      traits[word].dependency = WordSigns.lowerHash(of: token.dependency.rawValue)
    }
    for name in known {
      let kind = 1 + UInt32(EntityKind.allCases.firstIndex(of: name.kind) ?? 0)
      for word in name.words.clamped(to: 0..<tokens.count) {
        traits[word].known = 2 * kind + (word == name.words.lowerBound ? 1 : 0)
      }
    }
    Self.readTree(tokens, &traits)
    Self.readRuns(signs, tokens, &traits)
    (self.signs, self.traits) = (signs, traits)
  }

  private static func readTree(_ tokens: [Token], _ traits: inout [Traits]) {
    for (word, token) in tokens.enumerated() {
      traits[word].top = word
      guard let head = token.head, tokens.indices.contains(head), head != word else { continue }
      traits[word].head = head
      switch token.dependency {
      case .nmodDesc, .appos, .compound, .flat: traits[head].besides |= traits[word].sections
      case .caseMarker: traits[head].marker = traits[word].lemma
      default: break
      }
    }
    for word in tokens.indices {
      var top = word
      // Names are rarely deeper; a circle in the tree ends here as well.
      for _ in 0..<6 where traits[top].head >= 0 && isInName(tokens[top].dependency) { top = traits[top].head }
      traits[word].top = top
    }
  }

  private static func isInName(_ dependency: Dependency) -> Bool {
    switch dependency {
    case .compound, .flat, .amod, .goeswith, .nmodDesc, .nummod: true
    default: false
    }
  }

  private static func readRuns(_ signs: [WordSigns], _ tokens: [Token], _ traits: inout [Traits]) {
    var start = 0
    while start < signs.count {
      var end = start + 1
      if signs[start].isCapital {
        while end < signs.count {
          if signs[end].isCapital {
            end += 1
          } else if tokens[end].form == "-", end + 1 < signs.count, signs[end + 1].isCapital {
            end += 2
          } else {
            break
          }
        }
      }
      for word in start..<end { traits[word].run = start...(end - 1) }
      start = end
    }
  }

  /// Puts the rows of `word` into `rows`, out of a table of 2^`bits`.
  func rows(of word: Int, bits: UInt32, into rows: inout [UInt32]) {
    rows.removeAll(keepingCapacity: true)
    var collector = RowCollector(shift: 32 - bits, rows: rows)
    addWords(word, &collector)
    addShapes(word, &collector)
    addTags(word, &collector)
    addLists(word, &collector)
    addTree(word, &collector)
    addRun(word, &collector)
    rows = collector.rows
  }

  private func sign(_ word: Int) -> WordSigns { signs.indices.contains(word) ? signs[word] : nothing }

  private func trait(_ word: Int) -> Traits { traits.indices.contains(word) ? traits[word] : outside }

  private func addWords(_ word: Int, _ rows: inout RowCollector) {
    let here = signs[word]
    let before = sign(word - 1)
    let after = sign(word + 1)
    rows.add(0)
    rows.add(1, here.lower)
    rows.add(2, here.form)
    rows.add(3, before.lower)
    rows.add(4, after.lower)
    rows.add(5, sign(word - 2).lower)
    rows.add(6, sign(word + 2).lower)
    rows.add(7, before.lower, here.lower)
    rows.add(8, here.lower, after.lower)
    for length in 0..<4 {
      if length > 0, here.prefixes[length] != 0 { rows.add(9, here.prefixes[length]) }
      if here.suffixes[length] != 0 { rows.add(10, here.suffixes[length], here.isCapital ? 1 : 0) }
    }
  }

  private func addShapes(_ word: Int, _ rows: inout RowCollector) {
    let here = signs[word].shape
    let before = sign(word - 1).shape
    let after = sign(word + 1).shape
    rows.add(11, here)
    rows.add(12, before, here)
    rows.add(13, here, after)
    rows.add(14, before, here, after)
    rows.add(15, here, word == 0 ? 1 : 0)
    rows.add(53, here, UInt32(min(6, signs.count)), UInt32(min(3, word)))
    rows.add(54, traits[word].sections, UInt32(min(6, signs.count)), UInt32(min(3, word)))
    rows.add(16, here, sign(word - 1).lower)
    rows.add(17, here, sign(word + 1).lower)
  }

  private func addTags(_ word: Int, _ rows: inout RowCollector) {
    let here = traits[word]
    let before = trait(word - 1)
    let after = trait(word + 1)
    rows.add(18, here.tag)
    rows.add(19, here.fineTag)
    rows.add(20, before.tag, here.tag)
    rows.add(21, here.tag, after.tag)
    rows.add(22, here.fineTag, signs[word].shape)
    rows.add(23, before.fineTag, here.fineTag, after.fineTag)
  }

  private func addLists(_ word: Int, _ rows: inout RowCollector) {
    for offset in -2...2 {
      let there = trait(word + offset)
      let place = UInt32(bitPattern: Int32(offset))
      rows.add(24, there.known, place)
      rows.add(25, there.sections, place)
      for bit in 0..<20 where there.sections >> bit & 1 == 1 {
        rows.add(26, UInt32(bit), place, traits[word].tag == Self.properNoun ? 1 : 0)
      }
    }
    let here = traits[word]
    rows.add(27, here.known, signs[word].shape)
    rows.add(28, here.known, here.sections)
    rows.add(29, trait(word - 1).sections, here.sections)
    rows.add(30, here.sections, trait(word + 1).sections)
    rows.add(31, here.known, trait(word + 1).known, trait(word + 1).tag)
    rows.add(32, here.known, trait(word - 1).known, trait(word - 1).tag)
  }

  private func addTree(_ word: Int, _ rows: inout RowCollector) {
    let here = traits[word]
    let top = traits[here.top]
    let head = trait(top.head)
    let isCapital: UInt32 = signs[word].isCapital ? 1 : 0
    rows.add(33, here.dependency, here.tag)
    rows.add(34, top.dependency, head.lemma, isCapital)
    rows.add(35, top.marker, isCapital)
    rows.add(36, top.besides, here.dependency, isCapital)
    rows.add(37, here.besides, isCapital)
    rows.add(38, top.dependency, head.sections, isCapital)
    rows.add(39, top.lemma, here.dependency)
    rows.add(40, top.sections, here.dependency, isCapital)
    rows.add(41, top.dependency, top.marker, here.dependency)
    rows.add(42, trait(here.head).lemma, here.dependency)
  }

  private func addRun(_ word: Int, _ rows: inout RowCollector) {
    let run = traits[word].run
    guard signs[word].isCapital else { return }
    let place = UInt32(min(3, word - run.lowerBound))
    let length = UInt32(min(6, run.count))
    let before = sign(run.lowerBound - 1).lower
    let after = sign(run.upperBound + 1).lower
    rows.add(43, length, place)
    rows.add(44, before, place)
    rows.add(45, after, length)
    rows.add(46, signs[run.upperBound].lower, place)
    rows.add(47, signs[run.lowerBound].lower, place)
    rows.add(48, traits[run.upperBound].sections, place)
    rows.add(49, traits[run.lowerBound].sections, place, length)
    rows.add(50, trait(run.lowerBound - 1).sections, place)
    rows.add(51, trait(run.upperBound + 1).sections, place)
    rows.add(52, before, after)
  }

  private static let properNoun = WordSigns.lowerHash(of: PartOfSpeech.propn.rawValue)
}

/// Collects the rows of features in a table.
private struct RowCollector {
  let shift: UInt32
  var rows: [UInt32]

  mutating func add(_ template: UInt32, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
    var hash = (template &+ 1) &* 0x9E37_79B1 ^ first
    hash = (hash ^ hash >> 15) &* 0x85EB_CA6B &+ second
    hash = (hash ^ hash >> 13) &* 0xC2B2_AE35 &+ third
    hash = (hash ^ hash >> 16) &* 0x27D4_EB2F
    rows.append(((hash ^ hash >> 15) &* 0x9E37_79B1) >> shift)
  }
}
