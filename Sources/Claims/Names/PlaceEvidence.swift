import ClaimModel
import Language
import TextForms

/// Learns from an article's own words which names are places that no list has.
///
/// "The town of Humera", "Humera district" and "Humera, a town in the north" say so outright. What was taken for a person
/// is a place where the article does nothing with the name but be in it or near it: "in Nkhata", "near Nkhata".
struct PlaceEvidence {
  let cues: CueTable
  /// The names that are said to be places, as keys.
  private var told: Set<String> = []
  /// How often names that were taken for persons stand where something is, and how often elsewhere.
  private var uses: [String: (where: Int, other: Int)] = [:]

  init(cues: CueTable) {
    self.cues = cues
  }

  /// The keys of the names that are places.
  var places: Set<String> {
    told.union(uses.filter { $0.value.where > 0 && $0.value.other == 0 }.keys)
  }

  /// Takes up what a sentence tells of the names in it.
  mutating func add(_ mentions: [Mention], in tree: SyntaxTree) {
    for mention in mentions where !mention.isKnown && !mention.isDemonym {
      let name = tree.text(of: Array(mention.words))
      // What stands for a longer name is no name of its own.
      guard name == mention.entity.name else { continue }
      let key = name.foldedKey
      if isToldToBePlace(mention, tree) { told.insert(key) }
      guard mention.entity.kind == .person, mention.words.count == 1 else { continue }
      let isThere = isWhere(mention.head, tree)
      uses[key, default: (0, 0)].where += isThere ? 1 : 0
      uses[key, default: (0, 0)].other += isThere ? 0 : 1
    }
  }

  private func isToldToBePlace(_ mention: Mention, _ tree: SyntaxTree) -> Bool {
    let word = mention.head
    if mention.words.count > 1, isSettlement(mention.words.upperBound - 1, tree) { return true }
    if let noun = tree.child(of: word, .appos), isSettlement(noun, tree) { return true }
    guard let head = tree.head(of: word), !mention.words.contains(head), isSettlement(head, tree) else { return false }
    switch tree.tokens[word].dependency {
    case .nmod: return tree.markerText(of: word) == "of"
    case .compound: return head == mention.words.upperBound
    default: return false
    }
  }

  private func isSettlement(_ word: Int, _ tree: SyntaxTree) -> Bool {
    cues.lists(tree.lemmas[word].lowercased(), in: .settlementNouns)
  }

  private func isWhere(_ word: Int, _ tree: SyntaxTree) -> Bool {
    guard [.obl, .nmod].contains(tree.tokens[word].dependency), Self.markers.contains(tree.markerText(of: word)),
      let head = tree.head(of: word)
    else { return false }
    return !cues.lists(tree.lemmas[head], in: .trustWords)
  }

  /// "at" is left out: "shouted at Jones".
  private static let markers: Set<String> = ["in", "near", "outside", "inside"]
}
