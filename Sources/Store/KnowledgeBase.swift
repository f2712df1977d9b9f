import ClaimModel

/// What is known: claims as columns over dense ids, the articles they come from, and the entities they name.
///
/// A value: a copy is cheap and stays as it is while the original grows. Loading appends; nothing is encoded again.
public struct KnowledgeBase: Sendable {
  private var box = Box()

  /// Nothing is known yet.
  public init() {}

  /// How many claims there are.
  public var claimCount: Int { content.claims.count }

  /// How many articles there are, those of which only claims are known among them.
  public var articleCount: Int { content.articleColumns.count }

  /// How many sentences there are of which a claim was made.
  public var sentenceCount: Int { content.sentences.count }

  /// What is in it, which is a great many columns: too many to be copied at each call.
  package internal(set) var content: Content {
    _read { yield unsafe box.content }
    _modify {
      if !isKnownUniquelyReferenced(&box) { box = unsafe Box(box.content) }
      yield unsafe &box.content
    }
  }

  /// What a knowledge base holds.
  package struct Content: Sendable {
    /// The names, phrases and labels that the columns refer to.
    package internal(set) var terms = TermDictionary()
    /// The words of the sentences.
    package internal(set) var words = WordIndex()
    package internal(set) var claims = ClaimColumns()
    package internal(set) var obliques = ObliqueColumns()
    package internal(set) var sentences = SentenceColumns()
    package internal(set) var articleColumns = ArticleColumns()
    package internal(set) var entities = EntityColumns()
    var tellings = TellingColumns()
    /// The claims that have a term, by attribute.
    package internal(set) var postings = ClaimPostings()
    var bodies = BodyColumns()
    /// The claims by id.
    var claimIDs = IDIndex()
    /// The articles by file and digest.
    var articleKeys = HashIndex()

    var declared: [DeclaredEntities] = []
    var declaredTopics: [[Entity]] = []
    /// What tells apart what had been declared when this was saved.
    var declaredDigest = 0
    /// The file that columns lie in.
    var snapshot: OpenSnapshot?
    var senses = DeclaredSenses(Senses())
    /// What is derived from the columns when it is first asked for; a new one after each change.
    var derived = DerivedIndexes()
    /// How many entities there were before the article that is being appended, and whether it says something new of one.
    var earlier = (entities: 0, haveChanged: false)
  }

  private final class Box: @unchecked Sendable {
    // Only changed while one value alone refers to the box, whose own accesses are checked.
    @exclusivity(unchecked) var content: Content

    init(_ content: Content = Content()) {
      unsafe self.content = content
    }
  }
}

// What is in it goes by its own name.
extension KnowledgeBase {
  package internal(set) var terms: TermDictionary {
    _read { yield content.terms }
    _modify { yield &content.terms }
  }
  package internal(set) var words: WordIndex {
    _read { yield content.words }
    _modify { yield &content.words }
  }
  package internal(set) var claims: ClaimColumns {
    _read { yield content.claims }
    _modify { yield &content.claims }
  }
  package internal(set) var obliques: ObliqueColumns {
    _read { yield content.obliques }
    _modify { yield &content.obliques }
  }
  package internal(set) var sentences: SentenceColumns {
    _read { yield content.sentences }
    _modify { yield &content.sentences }
  }
  package internal(set) var articleColumns: ArticleColumns {
    _read { yield content.articleColumns }
    _modify { yield &content.articleColumns }
  }
  package internal(set) var entities: EntityColumns {
    _read { yield content.entities }
    _modify { yield &content.entities }
  }
  package internal(set) var postings: ClaimPostings {
    _read { yield content.postings }
    _modify { yield &content.postings }
  }
  var tellings: TellingColumns {
    _read { yield content.tellings }
    _modify { yield &content.tellings }
  }
  var bodies: BodyColumns {
    _read { yield content.bodies }
    _modify { yield &content.bodies }
  }
  var claimIDs: IDIndex {
    _read { yield content.claimIDs }
    _modify { yield &content.claimIDs }
  }
  var articleKeys: HashIndex {
    _read { yield content.articleKeys }
    _modify { yield &content.articleKeys }
  }
  var declared: [DeclaredEntities] {
    _read { yield content.declared }
    _modify { yield &content.declared }
  }
  var declaredTopics: [[Entity]] {
    _read { yield content.declaredTopics }
    _modify { yield &content.declaredTopics }
  }
  var senses: DeclaredSenses {
    _read { yield content.senses }
    _modify { yield &content.senses }
  }
  var derived: DerivedIndexes {
    _read { yield content.derived }
    _modify { yield &content.derived }
  }
  var earlier: (entities: Int, haveChanged: Bool) {
    _read { yield content.earlier }
    _modify { yield &content.earlier }
  }
}
