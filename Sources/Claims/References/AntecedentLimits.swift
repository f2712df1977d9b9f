import ClaimModel
import Language

/// What a pronoun cannot stand for by the grammar of its sentence (the principles of binding).
///
/// Not for another argument of its own verb, unless it is reflexive; not for the phrase that it stands in; not for what is
/// named later in its own clause. At most `reach` words are looked at.
struct AntecedentLimits {
  private let tree: SyntaxTree
  private let word: Int
  private let pronoun: Pronoun
  /// The heads of the phrases that the pronoun cannot stand for.
  private var heads: Set<Int> = []
  private var names: Set<String> = []
  /// The subject of its clause.
  private var subject: Int?

  /// The limits of `pronoun`, the word at `word`.
  init(of word: Int, _ pronoun: Pronoun, in reading: SentenceReading) {
    tree = reading.tree
    self.word = word
    self.pronoun = pronoun
    subject = Self.clauseSubject(of: word, in: reading)
    heads = phrasesAround
    if !pronoun.isPossessive, !pronoun.isReflexive { addArguments(in: reading) }
    if let parent = tree.head(of: word) { addLaterNames(below: parent, in: reading) }
  }

  /// Whether the phrase with this head, in the same sentence, is excluded.
  func excludes(_ head: Int) -> Bool {
    if pronoun.isReflexive { return head != subject }
    return heads.contains(head)
  }

  /// Whether the entity of this name is excluded.
  func excludes(entity name: String) -> Bool { names.contains(name) }

  /// Excludes the one who says what the pronoun is part of.
  mutating func exclude(_ source: Int?, orEntity speaker: Entity?, in reading: SentenceReading) {
    if let source { exclude(source, in: reading) }
    if let speaker { names.insert(speaker.name) }
  }

  /// The phrases that the pronoun stands in, those left out that a relative clause parts from it.
  private var phrasesAround: Set<Int> {
    var found: Set<Int> = []
    var current = word
    for _ in 0..<Self.reach {
      guard let head = tree.head(of: current) else { break }
      if [.aclRelcl, .acl, .appos, .parataxis].contains(tree.tokens[current].dependency) { break }
      found.insert(head)
      current = head
    }
    return found
  }

  private mutating func addArguments(in reading: SentenceReading) {
    if let subject, subject != word { exclude(subject, in: reading) }
    guard let verb = tree.head(of: word) else { return }
    for child in tree.children(of: verb).prefix(Self.reach) where child != word {
      let dependency = tree.tokens[child].dependency
      if dependency.isSubject || dependency.isOblique || dependency == .obj || dependency == .iobj {
        exclude(child, in: reading)
      }
    }
  }

  private mutating func exclude(_ head: Int, in reading: SentenceReading) {
    heads.insert(head)
    if let name = reading.entity(at: head)?.name { names.insert(name) }
  }

  /// "He said that Obama had left": he is another.
  private mutating func addLaterNames(below parent: Int, in reading: SentenceReading) {
    for other in (word + 1)..<max(word + 1, min(tree.count, word + Self.reach)) {
      guard let mention = reading.mention(at: other), mention.head == other else { continue }
      var current = other
      for _ in 0..<Self.reach {
        if current == parent {
          names.insert(mention.entity.name)
          break
        }
        guard let head = tree.head(of: current) else { break }
        current = head
      }
    }
  }

  private static func clauseSubject(of word: Int, in reading: SentenceReading) -> Int? {
    var current = word
    for _ in 0..<reach {
      guard let head = reading.tree.head(of: current) else { return nil }
      if reading.kinds[head] != nil { return reading.clause(of: head)?.surfaceSubject }
      current = head
    }
    return nil
  }

  private static let reach = 48
}
