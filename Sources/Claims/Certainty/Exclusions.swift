import Language

/// Finds what a sentence sets apart from its statement: "Iran, not Iraq", "in Iran rather than Iraq", "instead of Iraq".
///
/// What is stated of the one is denied of the other.
struct Exclusions {
  let tree: SyntaxTree
  let cues: CueTable

  /// Whether the noun phrase at `head` is set apart.
  func isExcluded(_ head: Int) -> Bool {
    let negation = Negation(tree: tree, cues: cues)
    return tree.children(of: head).contains { child in
      guard child < head else { return false }
      switch tree.tokens[child].dependency {
      // "neither the army nor the police" sets nothing apart.
      case .cc where tree.lemmas[child] == "nor" || tree.lemmas[child] == "neither": return false
      case .cc, .caseMarker, .mark: return Self.contrasts.contains(tree.lemmas[child]) || negation.isNegator(child)
      default: return negation.isNegator(child)
      }
    }
  }

  /// The noun phrases beside the one at `head` that are set apart from it.
  func excluded(beside head: Int) -> [Int] {
    tree.children(of: head).filter {
      [.conj, .appos].contains(tree.tokens[$0].dependency) && tree.tokens[$0].tag.isNominal && isExcluded($0)
    }
  }

  /// The first words of "rather than" and "instead of".
  private static let contrasts: Set<String> = ["rather", "instead"]
}
