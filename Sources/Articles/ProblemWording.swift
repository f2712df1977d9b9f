import ClaimModel

/// The words for each problem: code, severity, message and what to do about it.
extension ArticleProblem {
  /// The problem as it is shown.
  var diagnostic: Diagnostic {
    switch self {
    case .missing, .unreadable, .emptyFolder, .nothingMatches: pathDiagnostic
    case .invalidUTF8, .otherEncoding, .binary, .noText: contentDiagnostic
    case .malformedLine, .lineWithoutText, .notText, .badDate, .unknownKey: lineDiagnostic
    default: catalogueDiagnostic
    }
  }

  private var pathDiagnostic: Diagnostic {
    switch self {
    case .missing(let path):
      Diagnostic(code: "A001", "there is no file or folder \(path)", suggestion: "check the spelling of the path")
    case .unreadable(let path, let reason):
      Diagnostic(code: "A002", "\(path) cannot be read: \(reason)")
    case .emptyFolder(let path):
      Diagnostic(
        .warning, code: "A003", "the folder \(path) holds no article",
        suggestion: "articles end in \(ArticleFormat.endings.map { "." + $0 }.joined(separator: ", "))")
    case .nothingMatches(let pattern):
      Diagnostic(code: "A004", "no article matches \(pattern)")
    default: preconditionFailure("not a problem of paths")
    }
  }

  private var contentDiagnostic: Diagnostic {
    switch self {
    case .invalidUTF8(let path, let byte, let value, let line, let column):
      Diagnostic(
        code: "A005", "\(path) is not UTF-8: byte \(byte) (\(value.hexadecimal)) is no part of a character",
        place: .init(file: path, line: line, column: column), suggestion: "save it as UTF-8")
    case .otherEncoding(let path, let byte, let looksLike):
      Diagnostic(
        code: "A006", "\(path) is not UTF-8: from byte \(byte) on it looks like \(looksLike)",
        suggestion: "convert it: iconv -f \(looksLike) -t UTF-8")
    case .binary(let path, let byte):
      Diagnostic(code: "A007", "\(path) is no text: byte \(byte) is zero")
    case .noText(let path):
      Diagnostic(.warning, code: "A008", "\(path) holds no text of an article")
    default: preconditionFailure("not a problem of contents")
    }
  }

  private var lineDiagnostic: Diagnostic {
    switch self {
    case .malformedLine(let path, let line, let column, let reason):
      Diagnostic(
        code: "A009", "line \(line) of \(path) is no article in JSON: \(reason.words)",
        place: .init(file: path, line: line, column: column))
    case .lineWithoutText(let path, let line):
      Diagnostic(
        code: "A010", "line \(line) of \(path) has no text", place: .init(file: path, line: line, column: 1),
        suggestion: "give the article as \"text\"")
    case .notText(let path, let line, let key):
      Diagnostic(
        .warning, code: "A018", "line \(line) of \(path): \(key) is no text, so it says nothing",
        place: .init(file: path, line: line, column: 1), suggestion: "write it in quotes")
    case .unknownKey(let path, let line, let key, let others):
      Diagnostic(
        .warning, code: "A019",
        "line \(line) of \(path): \(Self.quoted([key] + others)) \(others.isEmpty ? "says" : "say") nothing here",
        place: .init(file: path, line: line, column: 1),
        suggestion: "what is read are \(Metadata.Field.allCases.map(\.rawValue).joined(separator: ", "))")
    case .badDate(let path, let line, let value):
      Diagnostic(
        .warning, code: "A011", "line \(line) of \(path): \(value) is no date that can be read",
        place: .init(file: path, line: line, column: 1), suggestion: "write it as 2025-01-31, 2025-01 or 2025")
    default: preconditionFailure("not a problem of a line")
    }
  }

  /// The first few keys, as they are written: they come from the article.
  private static func quoted(_ keys: [String]) -> String {
    let shown = keys.prefix(4).map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }.joined(separator: ", ")
    return keys.count > 4 ? "\(shown) and \(keys.count - 4) more" : shown
  }

  private var catalogueDiagnostic: Diagnostic {
    switch self {
    case .catalogueColumn(let path, let name, let line):
      Diagnostic(
        .warning, code: "A012", "\(path) has a column \(name), which no catalogue has",
        place: .init(file: path, line: line, column: 1),
        suggestion: "the columns are \(CatalogueColumn.allCases.map(\.rawValue).joined(separator: ", "))")
    case .catalogueWithoutFileColumn(let path):
      Diagnostic(
        code: "A013", "\(path) has no column file, so it says nothing of any article",
        place: .init(file: path, line: 1, column: 1),
        suggestion: "begin it with \(CatalogueColumn.allCases.map(\.rawValue).joined(separator: ","))")
    case .catalogueQuote(let path, let line):
      Diagnostic(
        code: "A014", "line \(line) of \(path) has a quote that does not pair",
        place: .init(file: path, line: line, column: 1), suggestion: "write a quote in a quoted field twice: \"\"")
    case .catalogueFieldCount(let path, let line, let found, let expected):
      Diagnostic(
        .warning, code: "A015",
        "line \(line) of \(path) has \(found) \(found == 1 ? "field" : "fields") where its header has \(expected)",
        place: .init(file: path, line: line, column: 1), suggestion: "put a field with a comma in quotes")
    case .catalogueFileMissing(let path, let line, let file):
      Diagnostic(
        .warning, code: "A016", "line \(line) of \(path) is about \(file), which is not there",
        place: .init(file: path, line: line, column: 1))
    case .catalogueFileTwice(let path, let line, let file):
      Diagnostic(
        .warning, code: "A017", "line \(line) of \(path) is about \(file), as a line before it; the first one counts",
        place: .init(file: path, line: line, column: 1))
    default: preconditionFailure("not a problem of a catalogue")
    }
  }
}

extension JSONFault {
  fileprivate var words: String {
    switch self {
    case .notAnObject: "it is not an object in braces"
    case .unfinished: "it ends too early"
    case .unexpected: "a character stands where it may not"
    case .badEscape: "an escape after \\ is wrong"
    case .controlCharacter: "a control character stands in a string unescaped"
    case .tooDeep: "it is nested too deeply"
    case .trailing: "something follows the object"
    }
  }
}

extension UInt8 {
  fileprivate var hexadecimal: String { "0x" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true) }
}
