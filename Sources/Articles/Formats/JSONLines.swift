import ClaimModel
import TextForms

/// JSON Lines: one article a line, an object with `text` and what is known of the article.
enum JSONLines {
  /// The articles of a file; a line that is none gives a problem, and the rest still counts. Linear.
  static func parse(_ original: OriginalFile) -> ParsedFile {
    var parsed = ParsedFile()
    for (index, line) in TextLine.lines(of: original.text).enumerated() where !line.isBlank {
      do throws(ArticleProblem) {
        let article = try JSONArticle(original, line, number: index + 1)
        parsed.drafts.append(article.draft)
        parsed.problems += article.problems
      } catch {
        parsed.problems.append(error)
      }
    }
    return parsed
  }
}

/// The article of one line.
private struct JSONArticle {
  var draft: Draft
  var problems: [ArticleProblem] = []

  init(_ original: OriginalFile, _ line: TextLine, number: Int) throws(ArticleProblem) {
    let value: JSONValue
    do throws(JSONReader.Failure) {
      value = try JSONReader.value(in: original.text, line.range)
    } catch {
      let column = Self.column(of: error.byte, in: original.text, line)
      throw .malformedLine(path: original.path, line: number, column: column, reason: error.fault)
    }
    guard case .object(let attributes) = value else {
      throw .malformedLine(path: original.path, line: number, column: line.indent + 1, reason: .notAnObject)
    }
    guard case .string(let text)? = attributes["text"], !text.string.trimmed.isEmpty else {
      throw .lineWithoutText(path: original.path, line: number)
    }
    draft = Draft(
      file: "\(original.name)#\(number)", digest: SHA256.hexadecimal(of: Array(original.text[line.range])),
      source: original.origins)
    draft.blocks = PlainText.blocks(of: text.bytes).map { block in
      Draft.Block(kind: block.kind, text: block.text.traced(through: text.origins))
    }
    for (key, value) in attributes.sorted(by: { byName($0.key, $1.key) }) {
      guard let field = Metadata.Field(named: key) else { continue }
      guard let text = Self.words(of: value) else {
        if value != .null, value != .list([]) { problems.append(.notText(path: original.path, line: number, key: key)) }
        continue
      }
      if !draft.metadata.set(field, to: text) {
        problems.append(.badDate(path: original.path, line: number, value: text))
      }
    }
  }

  /// The text of a string, or of a list of them with commas between; an empty string for an empty one.
  private static func words(of value: JSONValue) -> String? {
    switch value {
    case .string(let text): text.string.trimmed
    case .list(let values) where !values.isEmpty && values.allSatisfy({ $0.text != nil }):
      values.compactMap(\.text).joined(separator: ", ")
    case .object: value["name"]?.text
    default: nil
    }
  }

  private static func column(of byte: Int, in text: [UInt8], _ line: TextLine) -> Int {
    let start = line.range.lowerBound
    return line.indent + 1 + text[start..<max(start, min(byte, text.count))].count { $0 & 0xC0 != 0x80 }
  }
}
