/// What relations with different verbs have in common, so that claims can be compared: `operate`, `survive` and `entrench`
/// all say that something is somewhere, `eliminate` that it is not.
public struct Sense: Hashable, Sendable {
  /// What a sense is said of, which decides when two claims of it are about one thing.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Somebody is somewhere.
    case place
    /// The one thing of its kind that somebody has, such as its headquarters, is somewhere.
    case seat
    /// How somebody fares.
    case condition
    /// How somebody stands to another.
    case deed
    /// Something that happens once, to somebody.
    case event
  }

  /// Its name.
  public var name: String
  /// What it is said of.
  public var kind: Kind
  /// The name of the sense that cannot hold of the same thing at the same time.
  public var opposite: String?
  /// The name of the sense that holds wherever this one does.
  public var implied: String?
  /// Lemmas of verbs that say it of their subject.
  public var ofSubject: [String] = []
  /// Lemmas of verbs that say it of their object.
  public var ofObject: [String] = []
  /// Nouns and adjectives that say it: "is a hub of", "has bases in", "is weak".
  public var nouns: [String] = []
  /// Topics whose verbs say it: of the object where it is an event, else of the subject.
  public var topics: [String] = []
  /// The prepositions before the place, where not all will do.
  public var markers: [String] = []

  /// A sense of no words yet.
  public init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// The senses that claims are compared by, and the verbs that say nothing by themselves.
public struct Senses: Hashable, Sendable {
  /// Verbs that leave it to another word to say what is said.
  public enum Helper: String, Hashable, Sendable, CaseIterable {
    /// To the verb after them: begin to, continue to.
    case aspect
    /// To a noun or adjective after them, said of their subject: be, become.
    case copula
    /// To a noun after them, of what their subject has: have, maintain.
    case holding
    /// To a noun after them, of what their subject lets another have: give, offer.
    case giving
  }

  /// Lists of words by which noun phrases and circumstances are understood.
  public enum WordList: String, Hashable, Sendable, CaseIterable {
    /// Before "of": one, some, many.
    case partitives
    /// Pronouns that say whose something is: its, their.
    case possessives
    /// Possessors that stand for somebody who has been named: group's.
    case pointers
    /// Words before which the core of a noun phrase ends: of, in, which.
    case boundaries
    /// Prepositions before the place where something is: in, inside.
    case whereabouts
    /// What comes before the end of what is told: before, until.
    case ends
    /// The months of a year.
    case months
  }

  /// The senses, in the order of their file.
  public var senses: [Sense]
  /// The lemmas of helping verbs.
  public var helpers: [Helper: [String]]
  /// The lists of words.
  public var words: [WordList: [String]]

  /// Senses, by default none.
  public init(_ senses: [Sense] = [], helpers: [Helper: [String]] = [:], words: [WordList: [String]] = [:]) {
    self.senses = senses
    self.helpers = helpers
    self.words = words
  }
}
