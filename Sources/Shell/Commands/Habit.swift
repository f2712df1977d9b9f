import Query

/// What people type who come from another shell, and what it means here.
struct Habit: Sendable {
  /// The words, without the dot, backslash or colon before them.
  var words: [String]
  /// What they mean alone; nil where they are nothing without what follows.
  var alone: String?
  /// What they mean with something after them, which takes the place of `…`; nil where that is none of ours.
  var with: String?

  /// Every habit that is not just one of our commands with a dot, a backslash or a colon before it.
  static let table = [
    Habit(words: ["tables", "dt", "dv", "d", "l", "list", "databases"], alone: "help nouns", with: "describe …"),
    Habit(words: ["schema"], alone: "help nouns", with: nil),
    Habit(words: ["h"], alone: "help", with: "help …"),
    Habit(words: ["mode"], alone: "set format", with: "set format …"),
    Habit(words: ["x"], alone: "set format list", with: nil),
    Habit(words: ["timing"], alone: "set timer on", with: "set timer …"),
    Habit(words: ["show", "pset"], alone: "set", with: "set …"),
    Habit(words: ["read", "i", "ir", "include", "source"], alone: nil, with: "run …"),
    Habit(words: ["s"], alone: "history", with: nil),
  ]

  /// The habits as `help habits` shows them: what is typed, and what it means here.
  static var rows: [[String]] {
    table.map { habit in
      [
        habit.words.map { "." + $0 }.joined(separator: ", "),
        [habit.alone, habit.with].compactMap(\.self).joined(separator: "; "),
      ]
    } + [
      [".NAME, \\NAME, :NAME", "the command NAME, or set NAME where that is a setting"],
      [phrases.keys.sorted().joined(separator: ", "), "help nouns, or set"],
    ]
  }

  /// Whole statements that mean something here, as they are.
  private static let phrases = [
    "show tables": "help nouns", "show databases": "help nouns", "tables": "help nouns", "show settings": "set",
  ]

  /// What a statement means that is written as another shell has it; nil where it is written as ours.
  static func meaning(of statement: String) -> String? {
    let words = plain(statement)
    if let meaning = phrases[words.lowercased()] { return meaning }
    guard isMarked(statement) else { return nil }
    let word = words.dropFirst().prefix { !$0.isWhitespace && $0 != "(" }.lowercased()
    let rest = words.dropFirst(word.count + 1).drop { $0.isWhitespace }
    if let habit = table.first(where: { $0.words.contains(word) }) {
      if rest.isEmpty { return habit.alone }
      // `\d claims` asks for a noun, `\d ISKP` for an entity.
      let isNoun = QueryReference.nouns.contains { $0.name == rest.lowercased() }
      let pattern = habit.with == "describe …" && isNoun ? "help …" : habit.with
      return pattern?.replacing("…", with: String(rest))
    }
    return Command.named(word) == nil && Setting.named(word) != nil ? "set \(word) \(rest)" : nil
  }

  /// Whether a statement starts as the commands of other shells do, and no query.
  static func isMarked(_ statement: String) -> Bool {
    let start = statement.drop { $0.isWhitespace }
    guard let mark = start.first, ".\\:".contains(mark), let next = start.dropFirst().first else { return false }
    return next.isLetter || next == "?" || next == "!"
  }

  /// A statement without white space around it and without what ends it elsewhere.
  private static func plain(_ statement: String) -> String {
    var words = statement.drop { $0.isWhitespace }
    while let last = words.last, last.isWhitespace || last == ";" { words.removeLast() }
    return String(words)
  }
}
