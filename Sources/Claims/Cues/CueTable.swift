import CEmbedded
import TextForms

/// The words by which the rules know attribution, certainty, events and kinds of things: `cues.txt`.
///
/// The file has sections `[name]`; a line holds words, parted by commas, and after `=` what they stand for. A line that
/// starts with `#` is a comment.
struct CueTable: Sendable {
  /// What a section of the file lists.
  enum Section: String, Hashable, CaseIterable {
    case reportingVerbs = "reporting verbs"
    case showingVerbs = "showing verbs"
    case addressingVerbs = "addressing verbs"
    case quotationVerbs = "quotation verbs"
    case statingVerbs = "stating verbs"
    case statingAdjectives = "stating adjectives"
    case viewingNouns = "viewing nouns"
    case evidenceVerbs = "evidence verbs"
    case opinionVerbs = "opinion verbs"
    case knowledgeVerbs = "knowledge verbs"
    case accusingVerbs = "accusing verbs"
    case personNouns = "person nouns"
    case denialVerbs = "denial verbs"
    case contradictingVerbs = "contradicting verbs"
    case demandVerbs = "demand verbs"
    case causingVerbs = "causing verbs"
    case preventingVerbs = "preventing verbs"
    case failingVerbs = "failing verbs"
    case intentionVerbs = "intention verbs"
    case appointingVerbs = "appointing verbs"
    case plannedStates = "planned states"
    case raisingAdjectives = "raising adjectives"
    case factiveAdjectives = "factive adjectives"
    case demandNouns = "demand nouns"
    case aimNouns = "aim nouns"
    case failingNouns = "failing nouns"
    case gerundVerbs = "gerund verbs"
    case promisingVerbs = "promising verbs"
    case transitiveVerbs = "transitive verbs"
    case intransitiveVerbs = "verbs without an object"
    case objectVerbs = "verbs that need an object"
    case raisingVerbs = "raising verbs"
    case spelledOutNouns = "nouns that an infinitive spells out"
    case contentNouns = "content nouns"
    case effortNouns = "effort nouns"
    case givingVerbs = "giving verbs"
    case secondArguments = "verbs with a second argument"
    case originVerbs = "origin verbs"
    case placeVerbs = "place verbs"
    case movementVerbs = "movement verbs"
    case lightVerbs = "light verbs"
    case eventsOfObject = "events whose of names the object"
    case eventsOfSubject = "events whose of names the subject"
    case reportingNouns = "reporting nouns"
    case sourceNouns = "source nouns"
    case silentNouns = "silent nouns"
    case attributingPhrases = "attributing phrases"
    case modals = "modals"
    case modalVerbs = "modal verbs"
    case hedges = "hedges"
    case resultVerbs = "result verbs"
    case irregularVerbs = "irregular verbs"
    case negators = "negators"
    case conditionals = "conditionals"
    case openTimes = "open times"
    case placePrepositions = "place prepositions"
    case circumstances = "circumstance prepositions"
    case placeNouns = "place nouns"
    case settlementNouns = "settlement nouns"
    case trustWords = "words of trust"
    case memberNouns = "member nouns"
    case governmentNouns = "government nouns"
    case roleNouns = "role nouns"
    case personMembers = "person members"
    case groupNouns = "group nouns"
    case kindNouns = "kind nouns"
    case publicBodies = "public bodies"
    case partsOfPlaces = "parts of places"
    case commonNameWords = "common words of names"
    case givenNames = "given names"
    case emptySubjectVerbs = "verbs of an empty subject"
    case organisationWords = "organisation words"
    case thingWords = "thing words"
    case measureNouns = "measure nouns"
    case bounds
    case numbers
    case several
    case fractions
    case vagueNumbers = "vague numbers"
  }

  /// The table that ships.
  static let shipped = CueTable(parsing: embeddedText())

  private var sections: [Section: [String: String]] = [:]

  /// Reads the sections of `text`; a section that nobody asks for is left out.
  init(parsing text: String) {
    var section: Section?
    for line in text.split(whereSeparator: \.isNewline) {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        section = Section(rawValue: String(line.dropFirst().prefix { $0 != "]" }))
      } else if let section {
        let sides = line.split(separator: "=", maxSplits: 1).map(\.trimmed)
        for word in (sides.first ?? "").split(separator: ",") {
          sections[section, default: [:]][word.trimmed] = sides.count > 1 ? sides[1] : ""
        }
      }
    }
  }

  /// What the section says of `word`: the text after `=`, empty where there is none; nil where it does not list it.
  func value(of word: String, in section: Section) -> String? { sections[section]?[word] }

  /// Whether the section lists `word`.
  func lists(_ word: String, in section: Section) -> Bool { sections[section]?[word] != nil }

  /// All that the section lists.
  func entries(of section: Section) -> [String: String] { sections[section] ?? [:] }

  private static func embeddedText() -> String {
    let file = unsafe embedded_cues()
    // The bytes are a constant of the binary, `count` long.
    return unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
