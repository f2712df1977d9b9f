import ClaimModel
import Language

/// Finds the noun that a name beside it names, so that what the noun does, the name does: "team member Rodaba Noori",
/// "its chairman, Peter Lang, said", "the capital, Lusaka".
///
/// A name in brackets may be another's, one behind "including" is one of several, and a place names only a noun of places.
struct NamedNoun {
  let tree: SyntaxTree
  let cues: CueTable

  /// The noun before the name `mention` that it names; nil where there is none.
  func noun(namedBy mention: Mention) -> Int? {
    guard let noun = tree.head(of: mention.head), noun < mention.words.lowerBound, tree.tokens[noun].tag == .noun else {
      return nil
    }
    switch tree.tokens[mention.head].dependency {
    // "degrees Celsius" are no Celsius.
    case .flat: return mention.entity.kind == .person || tree.tokens[noun].fineTag == "NN" ? noun : nil
    case .appos: return isNamed(noun, by: mention) ? noun : nil
    default: return nil
    }
  }

  private func isNamed(_ noun: Int, by mention: Mention) -> Bool {
    guard !mention.isDemonym, tree.tokens[noun].fineTag == "NN", isBeside(mention) else { return false }
    let parts = tree.children(of: noun) + tree.children(of: mention.head)
    if parts.contains(where: { [.conj, .nummod].contains(tree.tokens[$0].dependency) }) { return false }
    switch mention.entity.kind {
    case .place: return cues.lists(tree.lemmas[noun], in: .placeNouns)
    case .person: return isPerson(noun)
    case .organisation, .group: return isBody(noun) || isSetOff(noun, mention)
    case .other: return isBody(noun) || isPerson(noun) && mention.words.count > 1 || isSetOff(noun, mention)
    }
  }

  /// Only a comma, and titles, may stand between the phrase of the noun and the name.
  private func isBeside(_ mention: Mention) -> Bool {
    let lead = tree.children(of: mention.head).filter { $0 < mention.words.lowerBound }
    return lead.allSatisfy { word in
      tree.tokens[word].form == "," || [.nmodDesc, .compound, .flat].contains(tree.tokens[word].dependency)
    }
  }

  /// "The operator, Brightwater, blames": between commas behind a subject with nothing but its article.
  private func isSetOff(_ noun: Int, _ mention: Mention) -> Bool {
    let words = tree.subtree(of: noun).filter { $0 < mention.words.lowerBound }
    guard words.count == 3, let article = words.first, tree.lemmas[article] == "the", words.last == noun + 1,
      tree.tokens[noun].dependency == .nsubj, noun == article + 1
    else { return false }
    let end = mention.words.upperBound
    return end < tree.count && tree.tokens[noun + 1].form == "," && tree.tokens[end].form == ","
  }

  private func isPerson(_ noun: Int) -> Bool { Self.people.contains { cues.lists(tree.lemmas[noun], in: $0) } }

  private func isBody(_ noun: Int) -> Bool {
    !isPerson(noun) && Self.bodies.contains { cues.lists(tree.lemmas[noun], in: $0) }
  }

  private static let people: [CueTable.Section] = [.roleNouns, .personNouns, .personMembers]
  private static let bodies: [CueTable.Section] = [
    .groupNouns, .kindNouns, .organisationWords, .governmentNouns, .sourceNouns,
  ]
}
