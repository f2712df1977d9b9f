import ClaimModel
import Language

/// Reads quantities that a noun tells before "of": "dozens of soldiers" are at least 24, "tens of thousands of people" at
/// least 20,000, "a third of the fighters" 33.3 percent of them, "more than half of the voters" at least 50.
///
/// Such a phrase keeps its words, for the noun is its head.
struct VagueQuantity {
  let tree: SyntaxTree
  let cues: CueTable

  /// The quantity that `noun` tells; `bound` is what the words before it set.
  func quantity(at noun: Int, bound: (Int) -> Quantity.Bound) -> Quantity? {
    guard var whole = part(of: noun) else { return nil }
    let form = tree.tokens[noun].form.lowercased()
    let longer = form + " of " + tree.tokens[whole].form.lowercased()
    if let value = number(longer, in: .vagueNumbers) {
      whole = part(of: whole) ?? whole
      return Quantity(value, unit: tree.tokens[whole].lemma, bound: .atLeast)
    }
    if let value = number(form, in: .vagueNumbers) {
      return Quantity(value, unit: tree.tokens[whole].lemma, bound: .atLeast)
    }
    guard let share = number(tree.lemmas[noun], in: .fractions) else { return nil }
    let number = tree.child(of: noun, .nummod)
    let count = number.flatMap { NumberReader(cues: cues).value(of: [tree.tokens[$0].form]) }
    let value = share * (count ?? 1)
    // Two thirds are 66.7, not twice 33.3.
    let isThirds = tree.lemmas[noun] == "third" && count == 2
    return value <= 100 ? Quantity(isThirds ? 66.7 : value, unit: "percent", bound: bound(number ?? noun)) : nil
  }

  private func part(of noun: Int) -> Int? {
    tree.children(of: noun).first {
      tree.tokens[$0].dependency == .nmod && tree.markerText(of: $0) == "of" && tree.tokens[$0].tag.isNominal
    }
  }

  private func number(_ words: String, in section: CueTable.Section) -> Double? {
    cues.value(of: words, in: section).flatMap(Double.init)
  }
}
