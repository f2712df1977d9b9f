import ClaimModel
import TextForms

/// Says of two facts whether the claims behind them contradict or bear out one another. Which comes first makes no
/// difference.
///
/// What has to hold in any case stands here; a file for each reason: `PairJudge+Contradictions`, `+Events`,
/// `+Corroborations`.
struct PairJudge {
  let base: KnowledgeBase
  let index: SenseIndex
  /// For each article the last day that it is known to speak of.
  let presents: [Int32?]

  /// Two facts with what is known of their claims; `left` has the lesser claim id.
  struct Pair {
    var left: Fact
    var right: Fact
    var leftWord: Testimony
    var rightWord: Testimony
  }

  /// What makes a pair of two facts of one block; nil where nothing does.
  func finding(_ one: Fact, _ other: Fact) -> PairFinding? {
    guard one.claim != other.claim else { return nil }
    let isInOrder = base.claims.ids[Int(one.claim)] <= base.claims.ids[Int(other.claim)]
    let (left, right) = isInOrder ? (one, other) : (other, one)
    let pair = Pair(left: left, right: right, leftWord: testimony(left), rightWord: testimony(right))
    guard pair.leftWord.sentence != pair.rightWord.sentence else { return nil }
    return contradiction(pair) ?? corroboration(pair)
  }

  private func testimony(_ fact: Fact) -> Testimony {
    let row = Int(fact.claim)
    return Testimony(base, row, present: presents[Int(base.claims.article[row])], index.cues)
  }

  // MARK: Things that are one

  func areRelated(_ one: TermID, _ other: TermID) -> Bool { base.terms.areRelated(one, other) }

  /// Whether what is said of both arguments of a plain relation is said of the same.
  func areAlike(_ one: TermID, _ other: TermID) -> Bool {
    if one == other { return true }
    guard one != 0, other != 0 else { return false }
    let terms = base.terms
    let (kind, otherKind) = (terms.kind(one), terms.kind(other))
    if kind == .entity, otherKind == .entity { return areRelated(one, other) }
    if terms.keys[Int(one)] == terms.keys[Int(other)] { return true }
    guard kind == .phrase, otherKind == .phrase else { return false }
    guard max(terms.texts[Int(one)].utf8.count, terms.texts[Int(other)].utf8.count) <= NounWords.mostBytes else {
      return false
    }
    let (words, others) = (NounWords(terms.texts[Int(one)], index.cues), NounWords(terms.texts[Int(other)], index.cues))
    guard let head = words.core.last, head == others.core.last else { return false }
    let stems = Set(Words.stems(of: terms.texts[Int(one)]))
    let otherStems = Set(Words.stems(of: terms.texts[Int(other)]))
    return stems.intersection(otherStems).count * 5 >= stems.union(otherStems).count * 3
  }

  /// Whether a place is narrower than a country: it lies within something that lies within something, or no list has it,
  /// as all countries stand in one.
  func isLocal(_ place: TermID) -> Bool {
    base.terms.wholes(of: place).count > Self.countryDepth || !base.isDeclared(place)
  }

  /// A country lies within a part of the world, and that within the world's.
  private static let countryDepth = 3

  // MARK: Words

  func name(_ term: TermID) -> String { base.terms.texts[Int(term)] }

  /// What a claim says, with what it denies: "not exist".
  func relation(_ fact: Fact) -> String {
    let row = Int(fact.claim)
    let verb = name(base.claims.relation[row])
    let (subject, object) = (base.claims.subject.terms[row], base.claims.object.terms[row])
    let isHelping = index.reading(of: verb, topic: "").helpers.isEmpty == false && object != 0 && object != subject
    let words = isHelping ? verb + " " + name(object) : verb
    return base.claims.polarity[row] == Polarity.denied.code ? "not " + words : words
  }

  /// The narrower of two related entities.
  func narrower(_ one: TermID, _ other: TermID) -> TermID { base.terms.isWithin(one, other) ? one : other }

  /// What ties two names together that are not the same; empty where they are.
  func tie(_ one: TermID, _ other: TermID, isPlace: Bool = false) -> String {
    guard one != other, one != 0, other != 0 else { return "" }
    let part = narrower(one, other)
    let whole = part == one ? other : one
    guard base.terms.isWithin(part, whole) else { return "" }
    return "; \(name(part)) \(isPlace ? "lies in" : "is part of") \(name(whole))"
  }
}
