import Language

extension TreeMender {
  /// Makes each name one phrase: where its words hang in several places, the last word's place counts if the name is a
  /// possessor, else the first one's outside.
  mutating func joinNames(_ names: [Range<Int>]) {
    for range in names where range.count > 1 {
      // "The London-based group": the article is of the group.
      let name = tokens[range.lowerBound].tag == .det ? range.lowerBound + 1..<range.upperBound : range
      let outside = name.filter { tokens[$0].head.map { !name.contains($0) } ?? true }
      guard outside.count > 1, let last = outside.last, let first = outside.first else { continue }
      let isPossessor = tokens[last].dependency == .nmodPoss
      if name.contains(where: { tokens[$0].tag == .adp }) {
        if isPossessor { giveFirstWordPlace(of: last, first: first, in: name) }
        continue
      }
      let head = isPossessor || tokens[first].dependency == .compound ? last : first
      for word in outside where word != head {
        attach(word, to: head, as: tokens[word].tag == .punct ? .punct : .flat)
      }
      guard isPossessor, let owned = tokens[head].head else { continue }
      // "as ISIS-K's base": the preposition is the noun's, not the possessor's.
      for word in name where word != head {
        for child in children(of: word) where child < name.lowerBound && tokens[child].dependency == .caseMarker {
          attach(child, to: owned, as: .caseMarker)
        }
      }
    }
  }

  /// "the Commonwealth of Independent States’ Center": the whole name is the possessor.
  private mutating func giveFirstWordPlace(of last: Int, first: Int, in name: Range<Int>) {
    guard let owned = tokens[last].head, !name.contains(owned) else { return }
    if let above = tokens[owned].head, name.contains(above) {
      tokens[owned].head = tokens[first].head
      tokens[owned].dependency = tokens[first].dependency
    }
    tokens[first].head = nil
    attach(first, to: owned, as: .nmodPoss)
    attach(last, to: first, as: .nmod)
    for word in name where tokens[word].tag == .adp { attach(word, to: last, as: .caseMarker) }
  }

  /// "Information Technology Minister Kavita Rao": the name is the head, and the title describes it.
  mutating func raiseNames() {
    for title in tokens.indices.dropLast() where tokens[title].tag.isNominal {
      let name = title + 1
      guard tokens[name].head == title, tokens[name].tag == .propn, tokens[title].tag == .propn,
        [.compound, .flat].contains(tokens[name].dependency),
        cues.lists(tokens[title].form.lowercased(), in: .roleNouns), tokens[title].fineTag != "NNPS",
        !Self.partsOfNames.contains(tokens[title].form.lowercased())
      else { continue }
      tokens[name].head = tokens[title].head
      tokens[name].dependency = tokens[title].dependency
      for child in children(of: title) where child > name || hasOwnPlace(child) {
        attach(child, to: name, as: tokens[child].dependency)
      }
      tokens[title].head = name
      tokens[title].dependency = .nmodDesc
    }
  }

  /// Titles by which somebody is called, as by a part of the name.
  private static let partsOfNames: Set<String> = [
    "mullah", "sheikh", "imam", "emir", "sultan", "king", "queen", "prince", "princess", "pope", "lord", "lady", "sir",
    "st.",
  ]

  /// Whether what hangs under a title belongs to the whole phrase.
  private func hasOwnPlace(_ word: Int) -> Bool {
    [.caseMarker, .cc, .punct, .cop, .aux, .mark].contains(tokens[word].dependency) || tokens[word].dependency.isSubject
  }

  /// Hangs a name behind a comma under the one whom it names: in "the governor at the time, Ann Lee," the governor, in "the
  /// army chief and his deputy, Ann Lee," the deputy.
  mutating func mendAppositions() {
    // "commissioner Ilse Maas": the second part of the name belongs to the first, "chargé d’affaires" is one noun.
    for part in tokens.indices.dropFirst() {
      let before = part - 1
      if [.flat, .appos].contains(tokens[part].dependency), tokens[part].tag == .propn, tokens[before].tag == .propn,
        tokens[before].dependency == .appos, tokens[part].head == tokens[before].head
      {
        attach(part, to: before, as: .flat)
      } else if isForeignComplement(part), tokens[before].tag.isNominal {
        attach(part, to: before, as: .flat)
        for child in children(of: part) { attach(child, to: before, as: tokens[child].dependency) }
      }
    }
    for item in tokens.indices where isDescriptionInList(item) { tokens[item].dependency = .appos }
    for name in tokens.indices where tokens[name].dependency == .appos {
      guard let noun = tokens[name].head, noun < name else { continue }
      let first = phrase(of: name).first ?? name
      guard first > 0, tokens[first - 1].form == "," || tokens[first].form == "," else { continue }
      if let last = children(of: noun).last(where: { tokens[$0].dependency == .conj && $0 < name }),
        isWithin(first - 2, last) || isWithin(first - 1, last)
      {
        attach(name, to: last, as: .appos)
      } else if let body = bodyOfPlural(noun), tokens[name].tag == .propn {
        attach(name, to: body, as: .appos)
      } else if let person = personBehindThing(noun, before: name) {
        attach(name, to: person, as: .appos)
      } else if tokens[name].tag == .propn, tokens[noun].tag == .noun || has(.flat, .compound, below: name),
        !isRole(noun),
        tokens[noun].dependency == .nmod,
        !cues.lists(lemmas[noun], in: .placeNouns), let above = tokens[noun].head,
        isRole(above) || tokens[noun].tag == .noun && cues.lists(lemmas[above], in: .kindNouns)
      {
        attach(name, to: above, as: .appos)
      } else if tokens[name].tag == .noun, cues.lists(lemmas[name], in: .settlementNouns), tokens[noun].tag == .noun,
        let place = tokens[noun..<first].lastIndex(where: { $0.tag == .propn }), place >= first - 2,
        isWithin(place, noun)
      {
        attach(name, to: headOfName(place), as: .appos)
      }
    }
  }

  /// "His lawyer, a former prosecutor, and the mother of the victim": what stands with an indefinite article behind
  /// somebody definite describes him.
  private func isDescriptionInList(_ item: Int) -> Bool {
    guard tokens[item].dependency == .conj, tokens[item].fineTag == "NN", isRole(item), !has(.cc, below: item),
      let first = tokens[item].head, first < item, isRole(first) || tokens[first].tag == .propn,
      let article = children(of: item).first(where: { tokens[$0].dependency == .det }), article > 0,
      ["a", "an"].contains(lemmas[article]), tokens[article - 1].form == ",", isWithin(article - 2, first)
    else { return false }
    return tokens[first].tag == .propn
      || children(of: first).contains {
        tokens[$0].dependency == .nmodPoss || tokens[$0].dependency == .det && lemmas[$0] == "the"
      }
  }

  /// The first word of the name that `word` is part of.
  private func headOfName(_ word: Int) -> Int {
    guard let head = tokens[word].head, tokens[head].tag == .propn,
      [.flat, .compound].contains(tokens[word].dependency)
    else { return word }
    return head
  }

  /// "d’affaires", "d'état"
  private func isForeignComplement(_ word: Int) -> Bool {
    let form = tokens[word].form
    return (form.hasPrefix("d'") || form.hasPrefix("d’")) && form.count > 3 && form == form.lowercased()
  }

  /// "the union representing the pilots, SINCTA, said": one name is not that of several, but of what represents them.
  private func bodyOfPlural(_ noun: Int) -> Int? {
    guard tokens[noun].fineTag == "NNS", tokens[noun].dependency == .obj, let participle = tokens[noun].head,
      tokens[participle].dependency == .acl, tokens[participle].fineTag == "VBG", let body = tokens[participle].head,
      tokens[body].fineTag == "NN", tokens[body].dependency.isSubject
    else { return nil }
    return body
  }

  /// "the testimony of Irina Sobol, a clerk": the clerk is the person, not the testimony.
  private func personBehindThing(_ noun: Int, before description: Int) -> Int? {
    guard tokens[description].tag == .noun, tokens[noun].tag == .noun, !isRole(noun),
      !cues.lists(lemmas[noun], in: .memberNouns), isRole(description) || isTrade(description),
      let name = children(of: noun).last(where: { tokens[$0].dependency == .nmod && $0 < description }),
      tokens[name].tag == .propn, has(.flat, below: name)
    else { return nil }
    return name
  }

  /// "bookkeeper", "cardiologist"
  private func isTrade(_ noun: Int) -> Bool {
    ["ist", "eeper", "aker", "iter", "aner", "ician", "woman"].contains { lemmas[noun].hasSuffix($0) }
  }

  /// The words that hang under `word`, directly or not, and itself, in order.
  private func phrase(of word: Int) -> [Int] { tokens.indices.filter { isWithin($0, word) } }

  private func isRole(_ noun: Int) -> Bool {
    [CueTable.Section.roleNouns, .personNouns].contains { cues.lists(lemmas[noun], in: $0) }
  }

  /// Between semicolons stands one item of a list: all in it hangs under its first word that hangs outside.
  mutating func keepListItemsTogether() {
    let borders = tokens.indices.filter { tokens[$0].form == ";" }
    guard !borders.isEmpty else { return }
    var start = 0
    var previous = tokens[..<borders[0]].lastIndex { token in
      token.dependency == .obj && (token.head.map { tokens[$0].head == nil } ?? false)
    }
    for end in borders + [tokens.count] {
      let item = start..<end
      start = end + 1
      guard item.lowerBound > 0 else { continue }
      let tops = item.filter { tokens[$0].head.map { !item.contains($0) } ?? true }
      guard let top = tops.first(where: { tokens[$0].tag.isNominal || tokens[$0].tag == .verb }) else { continue }
      guard tokens[top].tag == .noun, !tops.contains(where: { tokens[$0].tag == .verb }) else { continue }
      for word in tops where word != top && tokens[word].head != nil {
        attach(word, to: top, as: tokens[word].dependency)
      }
      if let first = previous, tokens[top].dependency == .appos || tokens[top].dependency == .conj {
        attach(top, to: first, as: .conj)
      } else if tokens[top].dependency == .appos {
        tokens[top].dependency = .conj
        previous = previous ?? top
      }
    }
  }
}
