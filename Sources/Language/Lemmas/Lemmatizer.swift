/// Gives words their dictionary forms by rules learnt from a treebank: one for the word with its tag, as it is
/// written or in any case, if it is an exception, else one for its longest ending that is known with that tag.
package struct Lemmatizer: Sendable {
  private let rules: [LemmaRule]
  private let choices: NumberTable

  private static let magic: UInt32 = 0x314C_5348  // "HSL1"
  private static let headerSize = 16

  /// The lemmatizer in a file's bytes; nil if they are none, or damaged.
  package init?(_ file: ModelBytes) {
    guard file.count >= Self.headerSize, file.word(at: 0) == Self.magic else { return nil }
    let ruleBytes = Int(file.word(at: 4))
    let choiceBytes = Int(file.word(at: 8))
    let choiceStart = (Self.headerSize + ruleBytes + 15) & ~15
    guard choiceStart + choiceBytes <= file.count,
      let choices = NumberTable(file.part(at: choiceStart, length: choiceBytes))
    else { return nil }
    rules = file.part(at: Self.headerSize, length: ruleBytes).text.split(separator: "\n")
      .compactMap(LemmaRule.init(parsing:))
    self.choices = choices
  }

  /// The lemma of `form` with its universal and its Penn Treebank tag.
  package func lemma(of form: String, tag: PartOfSpeech, fineTag: String) -> String {
    guard let rule = rule(for: LemmaKeys(form, tag: tag, fineTag: fineTag)) else { return form }
    let lemma = rule.lemma(of: form)
    return lemma.isEmpty ? form : lemma
  }

  private func rule(for keys: LemmaKeys) -> LemmaRule? {
    var choice = choices[keys.written]
    if choice == 0 { choice = choices[keys.word] }
    var length = keys.longest
    while choice == 0 && length >= 0 {
      choice = choices[keys.ending(length)]
      length -= 1
    }
    return choice > 0 && Int(choice) <= rules.count ? rules[Int(choice) - 1] : nil
  }

  /// The file of these rules and, for keys, the numbers of rules, counted from 1: a header of four numbers (the magic
  /// word, the lengths of both parts in bytes, 0), the rules, a line each, and from the next multiple of 16 the choices.
  package static func file(rules: [LemmaRule], choices: [(key: UInt32, number: UInt32)]) -> [UInt8] {
    let text = Array(rules.map(\.line).joined(separator: "\n").utf8)
    let table = NumberTable.section(choices)
    var file: [UInt8] = []
    for number in [magic, UInt32(text.count), UInt32(table.count), 0] { file.append(number) }
    file += text
    return file + Array(repeating: 0, count: -file.count & 15) + table
  }
}
