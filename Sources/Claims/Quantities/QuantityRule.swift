import ClaimModel
import Language

/// Finds the number that a claim turns on: that of its object, else of its subject, with its unit and bound.
///
/// "at least 21 terrorist organizations", "a 279.8 percent surge", "eleven militants were killed". A number below the
/// object ("the presence of at least 21 organizations") counts too; "one of" does not. "Between 30 and 40 people", "30 to 40
/// people" are about 35.
struct QuantityRule {
  let reading: SentenceReading
  let cues: CueTable

  /// A quantity and the words that write it, which the phrase then does without.
  struct Found {
    var quantity: Quantity
    var words: Set<Int>
  }

  /// The quantity of `clause`.
  func quantity(of clause: Clause) -> Found? {
    let places = [clause.object, clause.surfaceSubject, clause.recipient] + clause.tied.map(\.head)
    for place in [clause.object, clause.surfaceSubject].compactMap({ $0 }) {
      if let found = quantity(at: place) ?? bareNumber(at: place) ?? part(at: place) { return found }
    }
    for place in places.compactMap({ $0 }) where reading.tree.tokens[place].tag != .num {
      for child in reading.tree.children(of: place) where reading.tree.tokens[child].dependency == .nmod {
        guard ["of", "in", "by", "from", "to"].contains(reading.tree.markerText(of: child)) else { continue }
        if let found = quantity(at: child) { return found }
      }
    }
    let measured = clause.tied.filter { ["by", "to", "at", "from", "of", ""].contains($0.marker) }
    return measured.lazy.compactMap { quantity(at: $0.head) }.first
  }

  private func quantity(at noun: Int) -> Found? {
    let tree = reading.tree
    let vague = VagueQuantity(tree: tree, cues: cues)
    if let quantity = vague.quantity(at: noun, bound: { boundWords(of: $0, from: tree.subtree(of: $0)).0 }) {
      return Found(quantity: quantity, words: [])
    }
    for child in tree.children(of: noun) {
      switch tree.tokens[child].dependency {
      case .nummod:
        guard let found = quantity(of: child, counting: noun) else { continue }
        return found
      case .compound, .nmodUnmarked, .nmod:
        guard cues.lists(tree.lemmas[child], in: .measureNouns) else { continue }
        if let number = tree.child(of: child, .nummod), let found = quantity(of: number, counting: child) {
          return Found(quantity: found.quantity, words: found.words.union([child]))
        }
      default: continue
      }
    }
    return nil
  }

  /// "left 30 dead", "killed at least 30": a number that stands alone.
  private func bareNumber(at word: Int) -> Found? {
    let token = reading.tree.tokens[word]
    // "60 million"
    let number =
      reading.tree.children(of: word).filter {
        reading.tree.tokens[$0].dependency == .compound && reading.tree.tokens[$0].tag == .num
      } + [word]
    guard token.tag == .num, reading.tree.child(of: word, .nmod, .nummod) == nil,
      let value = NumberReader(cues: cues).value(of: number.map { reading.tree.tokens[$0].form }),
      // "in 2021": a year.
      !(token.form.utf8.count == 4 && (1500...2100).contains(value)), value != 1
    else { return nil }
    return Found(quantity: Quantity(value, bound: boundWords(of: number[0], from: number).0), words: [])
  }

  /// "two of the three towns": the part counts, not the whole; the phrase keeps its words.
  private func part(at number: Int) -> Found? {
    let tree = reading.tree
    guard tree.tokens[number].tag == .num, let whole = tree.child(of: number, .nmod),
      tree.markerText(of: whole) == "of", let value = NumberReader(cues: cues).value(of: [tree.tokens[number].form]),
      value != 1
    else { return nil }
    let bound = boundWords(of: number, from: [number]).0
    return Found(quantity: Quantity(value, unit: tree.tokens[whole].lemma, bound: bound), words: [])
  }

  private func quantity(of number: Int, counting noun: Int) -> Found? {
    let tree = reading.tree
    if let range = range(from: number, counting: noun) { return range }
    let words = tree.subtree(of: number) {
      // "three hundred and fifty" is one number.
      tree.tokens[$0].dependency == .conj && !isSmallPart($0)
    }
    let isNumber = { (word: Int) in
      tree.tokens[word].tag == .num || NumberReader(cues: cues).value(of: [tree.tokens[word].form]) != nil
    }
    let digits = words.filter { isNumber($0) || tree.tokens[$0].form == "-" }.map { tree.tokens[$0].form }
    guard let value = NumberReader(cues: cues).value(of: digits.filter { $0 != "-" }) else { return nil }
    // "a 2015 declaration": a year before what is one.
    if tree.tokens[noun].fineTag == "NN", words == [number], tree.tokens[number].form.utf8.count == 4,
      (1500...2100).contains(value)
    {
      return nil
    }
    let isTime = Self.times.contains(tree.lemmas[noun])
    let isDate = tree.tokens[noun].tag == .propn && Calendar.month(named: tree.tokens[noun].form) != nil
    guard !isDate, !isTime else { return nil }
    let bounds = boundWords(of: number, from: words)
    let unit = unit(of: noun, omitting: Set(words))
    if let several = several(before: number, value) {
      return Found(quantity: Quantity(2 * value, unit: unit, bound: .atLeast), words: Set(words).union(several))
    }
    let quantity = Quantity(value, unit: unit, bound: bounds.0)
    return Found(quantity: quantity, words: Set(words).union(bounds.1))
  }

  /// "between 30 and 40 people": about as many as lie in the middle.
  private func range(from number: Int, counting noun: Int) -> Found? {
    let tree = reading.tree
    guard let other = tree.child(of: number, .conj), tree.tokens[other].tag == .num, other == number + 2,
      ["and", "to", "-", "–", "or"].contains(tree.lemmas[number + 1]),
      tree.lemmas[number + 1] != "and" || number > 0 && tree.lemmas[number - 1] == "between"
    else { return nil }
    let values = [number, other].map { NumberReader(cues: cues).value(of: [tree.tokens[$0].form]) }
    guard let least = values[0], let most = values[1], least < most else { return nil }
    let words = Set((tree.lemmas[max(0, number - 1)] == "between" ? number - 1 : number)...other)
    let unit = unit(of: noun, omitting: words)
    return Found(quantity: Quantity((least + most) / 2, unit: unit, bound: .about), words: words)
  }

  private func isSmallPart(_ word: Int) -> Bool {
    let tree = reading.tree
    guard let head = tree.head(of: word), word == head + 2, tree.lemmas[head + 1] == "and" else { return false }
    return ["hundred", "thousand", "million"].contains(tree.lemmas[head])
      && cues.value(of: tree.lemmas[word], in: .numbers).flatMap(Double.init).map { $0 < 100 } ?? false
  }

  /// "several thousand", "a few hundred": the words that say that it is some of the unit.
  private func several(before number: Int, _ value: Double) -> Set<Int>? {
    let tree = reading.tree
    guard value >= 100, cues.value(of: tree.tokens[number].form.lowercased(), in: .numbers) != nil, number > 0,
      cues.lists(tree.tokens[number - 1].form.lowercased(), in: .several)
    else { return nil }
    return [number - 1]
  }

  /// The bound that the words before the number set: "at least", "about".
  private func boundWords(of number: Int, from words: [Int]) -> (Quantity.Bound, Set<Int>) {
    let tree = reading.tree
    let start = words.first ?? number
    for length in [4, 3, 2, 1] {
      // Within the number's own words, and before them.
      for first in max(0, start - length)...max(start, number - 1) where first + length <= number {
        let run = Array(first..<(first + length))
        let text = run.map { tree.tokens[$0].form.lowercased() }.joined(separator: " ")
        if let bound = cues.value(of: text, in: .bounds).flatMap(Quantity.Bound.init(rawValue:)),
          first + length == number || words.contains(first)
        {
          return (bound, Set(run))
        }
      }
    }
    return (.exactly, [])
  }

  private func unit(of noun: Int, omitting omitted: Set<Int>) -> String? {
    let tree = reading.tree
    let modifiers = tree.children(of: noun).filter {
      [.amod, .compound].contains(tree.tokens[$0].dependency) && $0 < noun && !omitted.contains($0)
        && $0 > (omitted.max() ?? -1)
    }
    let words = modifiers.map { tree.tokens[$0].form } + [tree.tokens[noun].lemma]
    return words.joined(separator: " ")
  }

  /// How long it took is no count of what was done.
  private static let times: Set<String> = [
    "year", "month", "week", "day", "hour", "minute", "second", "decade", "century", "a.m.", "p.m.", "am", "pm",
    "o'clock",
  ]
}
