public import ClaimModel

/// What came of reading paths: the articles that could be read, and what is wrong with the rest.
public struct Reading: Hashable, Sendable {
  /// The articles, in the order of the paths; within a folder by name.
  public var articles: [Article]
  /// What could not be read, or not as meant.
  public var diagnostics: [Diagnostic]
  /// The files among them that are no articles but claims that others have made of some, `*.claims.jsonl`.
  public var claimFiles: [String]

  /// Articles and what is wrong with the rest.
  public init(articles: [Article] = [], diagnostics: [Diagnostic] = [], claimFiles: [String] = []) {
    self.articles = articles
    self.diagnostics = diagnostics
    self.claimFiles = claimFiles
  }
}

/// Reads articles out of files: the one place where article files are opened.
public struct ArticleReader: Sendable {
  /// A reader of every format.
  public init() {}

  /// The articles at `paths`, each a file, a folder, a quoted glob (`corpus/**/*.txt`) or `-` for standard input.
  ///
  /// One that cannot be read gives a diagnostic, and the rest still loads. A file that is named twice loads once. A
  /// folder's `articles.csv` says of its files what they do not say themselves, and wins where both do. Linear in the
  /// size of the files.
  public func read(paths: [String]) -> Reading {
    var expansion = PathExpansion()
    for path in paths { expansion.add(path) }
    var catalogues = CatalogueShelf()
    var reading = Reading(claimFiles: expansion.claimFiles)
    for file in expansion.files {
      let path = file.absolutePath
      add(parsed(file), to: &reading, path: file.path(of:)) {
        catalogues.entry(of: $0.file, in: file)?.fill(&$0)
        $0.path = path
      }
    }
    reading.diagnostics = (expansion.problems + catalogues.problems).map(\.diagnostic) + reading.diagnostics
    return reading
  }

  /// The articles in a text that is at hand, such as one that a program has fetched.
  ///
  /// - Parameters:
  ///   - bytes: What a file of it would hold; UTF-8.
  ///   - file: What the article is called; the ending of the name tells the format, or else the text itself.
  /// - Returns: the articles, and what is wrong with the text.
  public func read(_ bytes: [UInt8], file: String) -> Reading {
    var reading = Reading()
    add(parsed(bytes, file: file), to: &reading, path: \.file) { _ in }
    return reading
  }

  private func add(
    _ parsed: ParsedFile, to reading: inout Reading, path: (Article) -> String, fill: (inout Article) -> Void
  ) {
    reading.diagnostics += parsed.problems.map(\.diagnostic)
    for draft in parsed.drafts {
      var article = cleaned(draft).article
      guard !article.blocks.isEmpty else {
        reading.diagnostics.append(ArticleProblem.noText(path: path(article)).diagnostic)
        continue
      }
      fill(&article)
      reading.articles.append(article)
    }
  }

  private func cleaned(_ draft: Draft) -> Draft {
    var draft = Cleaning.clean(draft)
    if !draft.marksHeadings { HeadingRule.apply(to: &draft) }
    return draft
  }

  private func parsed(_ file: ArticleFile) -> ParsedFile {
    do throws(ArticleProblem) {
      let original = try OriginalFile(reading: file)
      let format = file.format ?? ArticleFormat(sniffing: original.text)
      return format.parse(original)
    } catch {
      return ParsedFile(problems: [error])
    }
  }

  private func parsed(_ bytes: [UInt8], file: String) -> ParsedFile {
    do throws(ArticleProblem) {
      let original = try OriginalFile(path: file, name: file, bytes: bytes)
      let format = ArticleFormat(ofFileNamed: file) ?? ArticleFormat(sniffing: original.text)
      return format.parse(original)
    } catch {
      return ParsedFile(problems: [error])
    }
  }
}
