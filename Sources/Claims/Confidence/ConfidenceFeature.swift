/// What makes it more or less likely that a claim is what its sentence says. The raw value is its name in
/// `confidence.txt`.
package enum ConfidenceFeature: String, CaseIterable, Sendable {
  /// Holds for all: the odds of a claim for which nothing else does.
  case everyClaim = "every claim"

  // What states it; without any of these, a verb with a subject in a main clause.
  case copula
  case bareCopula = "predicate without copula"
  case event = "event noun"
  case apposition
  case title = "title before a name"
  case passive
  case chained = "verb under another verb"
  case nonFinite = "non-finite verb"
  case lightWord = "have, do or make"

  // The place of its clause in the sentence.
  case relative = "relative clause"
  case reducedRelative = "participle at a noun"
  case adverbial = "adverbial clause"
  case complement = "complement clause"
  case conjunct = "conjoined predicate"
  case aside = "clause set beside another"
  case depth2 = "two or more clauses down"
  case quoted = "within quotation marks"

  // The sentence.
  case words15 = "more than 15 words"
  case words25 = "more than 25 words"
  case words40 = "more than 40 words"
  case noFiniteVerb = "sentence without finite verb"

  // Its subject.
  case noSubject = "no subject"
  case inherited = "subject of another clause"
  case subjectBehind = "subject behind predicate"
  case subjectFar8 = "subject more than 8 words off"
  case subjectFar15 = "subject more than 15 words off"
  case subjectName = "subject a name"
  case subjectPersonal = "subject he, she, they, I or we"
  case subjectPronoun = "subject another pronoun"
  case subjectConjunct = "subject not first of its list"
  case commaAfterSubject = "comma between subject and predicate"

  // Its object and what prepositions tie to it.
  case noObject = "no object"
  case noArgument = "neither object nor oblique"
  case objectBefore = "object before predicate"
  case objectFar = "object more than 6 words off"
  case objectName = "object a name"
  case objectPronoun = "object a pronoun"
  case objectConjunct = "object not first of its list"
  case tied2 = "two or more obliques"
  case tied3 = "three or more obliques"
}
