import ClaimModel
import Language

/// Reads how sure a predicate is from its own auxiliaries and adverbs.
struct Modality {
  let tree: SyntaxTree
  let cues: CueTable

  /// The certainty that auxiliaries, adverbs and the form of `word` itself leave.
  func certainty(of word: Int, isDenied: Bool) -> Certainty {
    var result = Factuality()
    for child in tree.children(of: word) {
      switch tree.tokens[child].dependency {
      case .aux: result.weaken(to: certainty(ofAuxiliary: child, of: word, isDenied: isDenied))
      case .advmod, .discourse, .parataxis: result.weaken(to: hedge(child))
      default: break
      }
    }
    return result.certainty
  }

  private func certainty(ofAuxiliary auxiliary: Int, of word: Int, isDenied: Bool) -> Certainty {
    let form = tree.tokens[auxiliary].form.lowercased()
    switch cues.value(of: form, in: .modals).flatMap(Certainty.init(rawValue:)) {
    case nil: return .certain
    // What cannot be is not.
    case .possible? where isDenied && (form.hasPrefix("can") || form == "could"): return .certain
    // "would have left": nobody did.
    case .possible? where form == "would" && hasPerfect(word) && !isReported(word): return .unknown
    // "must have left": a conclusion.
    case .unknown? where form == "must" && hasPerfect(word): return .probable
    case .possible? where form == "would" && isReported(word): return .probable
    case let certainty?: return certainty
    }
  }

  private func hasPerfect(_ word: Int) -> Bool {
    tree.children(of: word).contains { tree.tokens[$0].dependency == .aux && tree.lemmas[$0] == "have" }
  }

  /// "said that it would": the future of a report in the past.
  private func isReported(_ word: Int) -> Bool {
    guard tree.tokens[word].dependency == .ccomp, let verb = tree.head(of: word) else { return false }
    return tree.tokens[verb].fineTag == "VBD" && cues.lists(tree.lemmas[verb], in: .reportingVerbs)
  }

  private func hedge(_ word: Int) -> Certainty {
    guard tree.tokens[word].tag == .adv || tree.tokens[word].tag == .adj else { return .certain }
    return cues.value(of: tree.lemmas[word], in: .hedges).flatMap(Certainty.init(rawValue:)) ?? .certain
  }
}
