import ClaimModel
import Language

/// A sentence as the rules read it: its tree, its clauses, and what its words refer to.
struct SentenceReading: Sendable {
  /// The tree.
  let tree: SyntaxTree
  /// The clauses, in the order of their predicates.
  let clauses: [Clause]
  /// What kind of predicate each word is.
  let kinds: [Clause.Kind?]
  /// The names.
  private(set) var mentions: [Mention]
  /// For each word, the index of the name that it stands in.
  let mentionOfWord: [Int?]
  /// For each word, the index of the clause that it states or helps to state; events and appositions left out.
  private let clauseOfWord: [Int?]
  /// What pronouns and descriptions refer to, by the word.
  var referents: [Int: Entity] = [:]
  private let cues: CueTable

  /// The reading of a tree whose names are found.
  init(_ tree: SyntaxTree, mentions: [Mention], cues: CueTable) {
    self.tree = tree
    self.mentions = mentions
    self.cues = cues
    var finder = ClauseFinder(tree, cues: cues)
    clauses = finder.clauses()
    kinds = finder.kinds
    var owners = [Int?](repeating: nil, count: tree.count)
    for (index, mention) in mentions.enumerated() {
      for word in mention.words { owners[word] = index }
      guard let noun = NamedNoun(tree: tree, cues: cues).noun(namedBy: mention), owners[noun] == nil else { continue }
      owners[noun] = index
      if tree.tokens[mention.head].dependency == .flat { self.mentions[index].head = noun }
    }
    mentionOfWord = owners
    var statedBy = [Int?](repeating: nil, count: tree.count)
    for (index, clause) in clauses.enumerated() where clause.kind != .event && clause.kind != .apposition {
      for word in clause.chain + [clause.predicate] where statedBy[word] == nil { statedBy[word] = index }
    }
    clauseOfWord = statedBy
  }

  /// The clause that `word` states or helps to state, which is no event noun and no apposition.
  func clause(of word: Int) -> Clause? { clauseOfWord[word].map { clauses[$0] } }

  /// Whether `clause` states nothing by itself, or lacks what a claim cannot do without.
  func isVoid(_ clause: Clause) -> Bool {
    Emptiness(reading: self).isEmpty(clause) || Incompleteness(reading: self, cues: cues).isIncomplete(clause)
  }

  /// The place of that clause in `clauses`.
  func index(ofClause word: Int) -> Int? { clauseOfWord[word] }

  /// The name that `word` stands in.
  func mention(at word: Int) -> Mention? { mentionOfWord[word].map { mentions[$0] } }

  /// The entity that `word` names or refers to.
  func entity(at word: Int) -> Entity? { mention(at: word)?.entity ?? referents[word] }
}
