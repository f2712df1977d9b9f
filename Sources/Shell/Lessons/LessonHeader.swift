import ClaimModel
import Hearsay
import TextForms

/// What stands between `---` above a lesson: `key: value`, a line each.
struct LessonHeader: Hashable {
  /// What the lesson is called.
  var title: String?
  /// How long it takes.
  var time: String?
  /// The articles that it is about: paths, beside the lesson or from where the program was started.
  var corpus: [String] = []
  /// What its steps read besides: paths, as those of the corpus.
  var loads: [String] = []
  /// What tells those articles from others (see `CorpusDigest`).
  var digest: String?
  /// The version of the language that its queries are written in.
  var language: Int?
  /// The day that `yesterday` and the like are counted from.
  var today: Day?
  /// How many lines it takes, both marks included; 0 where there is none.
  var lineCount = 0

  /// Without a word.
  init() {}

  /// The header of a text with these lines, whose file is `file`.
  init(_ lines: [Substring], file: String) throws(LessonProblem) {
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else { return }
    lineCount = end + 1
    for number in 1..<end {
      let line = lines[number].trimmed
      guard !line.isEmpty, line.first != "#" else { continue }
      guard let colon = line.firstIndex(of: ":") else {
        throw LessonProblem(.badHeaderLine(String(line)), file: file, line: number + 1)
      }
      let value = Self.plain(line[line.index(after: colon)...].trimmed)
      guard take(line[..<colon].trimmed.lowercased(), value) else {
        throw LessonProblem(
          .badHeaderValue(key: String(line[..<colon]), value: value), file: file, line: number + 1)
      }
    }
  }

  /// The words that a header may have; others are for other programs.
  static let keys = ["title", "time", "corpus", "digest", "loads", "language", "today"]

  /// Takes a value; false where it cannot be one, or where the key is nearly one of ours.
  private mutating func take(_ key: String, _ value: String) -> Bool {
    switch key {
    case "title": title = value
    case "time": time = value
    case "corpus": corpus = value.split(separator: ",").map { $0.trimmed }
    case "loads": loads = value.split(separator: ",").map { $0.trimmed }
    case "digest": digest = value.lowercased()
    case "language":
      guard let version = Int(value) else { return false }
      language = version
    case "today":
      guard let range = DateRange(iso8601: value), let day = range.first, day == range.last else { return false }
      today = day
    default: return NearWords.nearest(to: key, among: Self.keys) == nil
    }
    return true
  }

  private static func plain(_ text: String) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote else {
      return String(text)
    }
    return String(text.dropFirst().dropLast())
  }
}
