/// Lines that are nothing but addresses or names of files.
enum BareLink {
  /// Whether `line` is links only, whatever script they are in, perhaps with a word and a colon before them.
  static func isLinks(_ line: LineWords) -> Bool {
    guard line.words.contains(where: { isLink($0.text) }) else { return false }
    var words = line.words[...]
    if let colon = words.prefix(4).firstIndex(where: { $0.form == ":" }) { words = words[(colon + 1)...] }
    return words.allSatisfy { isLink($0.text) || $0.form == "|" || isListMark($0.form) }
  }

  /// Whether `line` is the name of a file: underscores and digits in a word, or a word that ends as files do.
  static func isFileName(_ line: LineWords) -> Bool {
    guard (1...3).contains(line.words.count), let first = line.words.first?.text else { return false }
    let hasDigit = first.utf8.contains { (0x30...0x39).contains($0) }
    if first.contains("_"), hasDigit { return true }
    guard line.words.count == 1, let dot = first.lastIndex(of: ".") else { return false }
    return endings.contains(first[first.index(after: dot)...].lowercased())
  }

  private static func isLink(_ word: String) -> Bool {
    guard word.utf8.count > 6, word.utf8.contains(where: { $0 == 0x3A || $0 == 0x2E }) else { return false }
    let start = word.drop { "<([\"“".contains($0) }.prefix(12).lowercased()
    return schemes.contains { start.hasPrefix($0) }
  }

  private static func isListMark(_ form: String) -> Bool { form.utf8.count <= 3 && Int(form) != nil }

  private static let schemes = ["http://", "https://", "www.", "ftp://", "mailto:"]
  private static let endings: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "svg", "pdf", "mp3", "mp4", "doc", "docx",
  ]
}
