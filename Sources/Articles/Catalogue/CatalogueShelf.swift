/// The catalogues of the folders that articles come from, each read once.
struct CatalogueShelf {
  /// What is wrong with those that have been read.
  private(set) var problems: [ArticleProblem] = []
  private var catalogues: [String: Catalogue] = [:]

  /// No catalogue read yet.
  init() {}

  /// What the nearest catalogue that speaks of the article `name` in `file` says of it, or of all articles in `file`.
  mutating func entry(of name: String, in file: ArticleFile) -> Metadata? {
    for (folder, below) in file.cataloguedIn {
      let entries = catalogue(of: folder).entries
      if let entry = entries[below + name] ?? entries[below + file.name] { return entry }
    }
    return nil
  }

  private mutating func catalogue(of folder: String) -> Catalogue {
    if let known = catalogues[folder] { return known }
    let path = folder + "/" + Catalogue.fileName
    var text: [UInt8] = []
    if FileKind(path) == .file {
      do throws(ArticleProblem) {
        text = try OriginalFile(reading: ArticleFile(path: path)).text
      } catch {
        problems.append(error)
      }
    }
    let catalogue = Catalogue(parsing: text, path: path) { name in
      FileKind("\(folder)/\(name)") == .file || FileKind("\(folder)/\(CatalogueShelf.fileName(name))") == .file
    }
    problems += catalogue.problems
    catalogues[folder] = catalogue
    return catalogue
  }

  /// The name of the file that holds the article `name`: what stands before `#` and a line's number.
  private static func fileName(_ name: String) -> String {
    guard let mark = name.lastIndex(of: "#"), Int(name[name.index(after: mark)...]) != nil else { return name }
    return String(name[..<mark])
  }
}
