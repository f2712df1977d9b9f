import Language
import Vocabulary

/// Finds the topic of a claim: that of its relation, else of the noun that its object turns on.
struct TopicRule {
  let tree: SyntaxTree
  let topics: Topics

  /// The topic of the relation `named` of `clause`, whose object the phrase at `object` is.
  func topic(of named: RelationRule.Named, clause: Clause, object: Int?) -> String? {
    // A light verb says nothing by itself: "launch assault" is asked for before "launch".
    if let object, let whole = topics.topic(of: named.lemma + " " + tree.lemmas[object]),
      whole != topics.topic(of: named.lemma)
    {
      return whole
    }
    if clause.kind == .event, let topic = topics.topic(of: tree.lemmas[clause.predicate]) { return topic }
    let isEmpty = Self.empty.contains(named.lemma)
    // "begin to relocate" is about relocating.
    let whole = clause.chain.isEmpty ? named.relation : named.lemma
    if !isEmpty, let topic = topics.topic(of: whole) ?? topics.topic(of: named.lemma) { return topic }
    if let object, let topic = topics.topic(of: tree.lemmas[object]) { return topic }
    if let subject = clause.subject, isEmpty, let topic = topics.topic(of: tree.lemmas[subject]) { return topic }
    return isEmpty ? topics.topic(of: named.lemma) : nil
  }

  /// Verbs that leave it to their object to say what it is about.
  private static let empty: Set<String> = ["be", "have", "make", "do", "take", "give", "get", "become", "remain"]
}
