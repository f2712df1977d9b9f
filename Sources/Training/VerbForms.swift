public import ClaimModel
import Language

/// The forms of verbs, from a text file that people may correct; what the lemma rules learn beside the treebanks.
public struct VerbForms: Sendable {
  /// A form of a verb with its Penn Treebank tag.
  struct Form: Hashable, Sendable {
    var form: String
    var tag: String
    var lemma: String
  }

  /// All forms, in the order of the file.
  private(set) var forms: [Form] = []

  private enum Section: String { case regular, doubling, irregular }

  /// The forms in the text of a file: see its first lines for how it is written.
  ///
  /// - Throws: a diagnostic with the first line that cannot be read.
  public init(parsing text: String) throws(Diagnostic) {
    var section: Section?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let words = line.split(separator: " ").map(String.init)
      if line.hasPrefix("[") {
        section = Section(rawValue: String(line.dropFirst().dropLast()))
      } else if section == .irregular, (3...4).contains(words.count) {
        addIrregular(words)
      } else if let section, section != .irregular {
        for word in words { addRegular(word, doubles: section == .doubling) }
      } else {
        throw Diagnostic(
          code: "T001", "line \(index + 1) of the verb forms is neither a section nor what its section holds",
          place: .init(line: index + 1, column: 1, length: max(1, line.count), text: String(line)))
      }
    }
  }

  /// A sentence of all forms, each a word with its tags and lemma.
  var sentence: Sentence {
    let tokens = forms.map { form in
      var token = Token(form: form.form, range: TextRange(0, 0))
      token.tag = .verb
      token.fineTag = form.tag
      token.lemma = form.lemma
      return token
    }
    return Sentence(tokens: tokens, range: TextRange(0, 0))
  }

  private mutating func addRegular(_ base: String, doubles: Bool) {
    let stem = doubles ? base + String(base.suffix(1)) : base
    let past = Self.past(of: stem)
    add(base, past: past, participle: past, gerund: Self.gerund(of: stem))
  }

  private mutating func addIrregular(_ words: [String]) {
    add(words[0], past: words[1], participle: words[2], gerund: words.count > 3 ? words[3] : Self.gerund(of: words[0]))
  }

  private mutating func add(_ base: String, past: String, participle: String, gerund: String) {
    let tagged = [
      (base, "VB"), (base, "VBP"), (Self.thirdPerson(of: base), "VBZ"), (past, "VBD"), (participle, "VBN"),
      (gerund, "VBG"),
    ]
    forms += tagged.map { Form(form: $0.0, tag: $0.1, lemma: base) }
  }

  private static func past(of stem: String) -> String {
    if stem.hasSuffix("e") { return stem + "d" }
    return endsInConsonantAndY(stem) ? stem.dropLast() + "ied" : stem + "ed"
  }

  private static func gerund(of stem: String) -> String {
    let keepsE = ["ee", "oe", "ye"].contains { stem.hasSuffix($0) } || !stem.hasSuffix("e")
    return (keepsE ? stem : String(stem.dropLast())) + "ing"
  }

  private static func thirdPerson(of base: String) -> String {
    if endsInConsonantAndY(base) { return base.dropLast() + "ies" }
    return ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) } ? base + "es" : base + "s"
  }

  private static func endsInConsonantAndY(_ word: String) -> Bool {
    word.hasSuffix("y") && !["ay", "ey", "oy", "uy"].contains { word.hasSuffix($0) }
  }
}
