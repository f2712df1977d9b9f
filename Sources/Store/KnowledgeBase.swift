public import ClaimModel

/// What is known: claims as columns over dense ids, the articles they come from, and the entities they name.
///
/// A value: a copy is cheap and stays as it is while the original grows. Loading appends; nothing is encoded again.
public struct KnowledgeBase: Sendable {
  /// The articles, in the order in which they were loaded.
  public internal(set) var articles: [Article] = []

  /// The names, phrases and labels that the columns refer to.
  package internal(set) var terms = TermDictionary()
  /// The stems that sentences refer to.
  package internal(set) var words = WordDictionary()
  package internal(set) var claims = ClaimColumns()
  package internal(set) var obliques = ObliqueColumns()
  package internal(set) var sentences = SentenceColumns()
  package internal(set) var articleColumns = ArticleColumns()
  package internal(set) var entities = EntityColumns()

  var declared: [DeclaredEntities] = []
  var senses = DeclaredSenses(Senses())
  var loaded: Set<ArticleKey> = []
  /// The articles of which nothing is known but claims that others have made.
  var outlines: [ArticleKey: Outline] = [:]
  /// What is derived from the columns when it is first asked for; a new one after each change.
  var derived = DerivedIndexes()

  /// How many entities there were before the article that is being appended, and whether it says something new of one.
  var earlier = (entities: 0, haveChanged: false)

  /// What tells articles apart.
  struct ArticleKey: Hashable {
    var file: String
    var digest: String

    init(_ article: Article) {
      file = article.file
      digest = article.digest
    }
  }

  /// An article whose text has not been read: its row, the ids of its claims, and the rows of their sentences.
  struct Outline {
    var row: Int
    var ids: Set<UInt64> = []
    var sentences: Set<UInt32> = []
  }

  /// Nothing is known yet.
  public init() {}

  /// How many claims there are.
  public var claimCount: Int { claims.count }

  /// How many sentences there are of which a claim was made.
  public var sentenceCount: Int { sentences.count }
}
