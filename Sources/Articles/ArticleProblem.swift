/// What can be wrong with an article file: the facts, which `ProblemWording` puts into words.
enum ArticleProblem: Error, Hashable, Sendable {
  case missing(path: String)
  case unreadable(path: String, reason: String)
  case emptyFolder(path: String)
  case nothingMatches(pattern: String)
  case invalidUTF8(path: String, byte: Int, value: UInt8, line: Int, column: Int)
  case otherEncoding(path: String, byte: Int, looksLike: String)
  case binary(path: String, byte: Int)
  case noText(path: String)
  case malformedLine(path: String, line: Int, column: Int, reason: JSONFault)
  case lineWithoutText(path: String, line: Int)
  case notText(path: String, line: Int, key: String)
  case unknownKey(path: String, line: Int, key: String, others: [String])
  case badDate(path: String, line: Int, value: String)
  case catalogueColumn(path: String, name: String, line: Int)
  case catalogueWithoutFileColumn(path: String)
  case catalogueQuote(path: String, line: Int)
  case catalogueFieldCount(path: String, line: Int, found: Int, expected: Int)
  case catalogueFileMissing(path: String, line: Int, file: String)
  case catalogueFileTwice(path: String, line: Int, file: String)
}

/// Why a line of JSON Lines is not what it should be.
enum JSONFault: Hashable, Sendable {
  case notAnObject, unfinished, unexpected, badEscape, controlCharacter, tooDeep, trailing
}
