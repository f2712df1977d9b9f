import ClaimModel
import TextForms

/// The columns of a catalogue, by their names.
enum CatalogueColumn: String, Hashable, Sendable, CaseIterable {
  case file, label, title, author, outlet, published, url
}

/// What a folder's `articles.csv` says of the articles in it.
struct Catalogue: Sendable {
  /// The name of the file that is a folder's catalogue.
  static let fileName = "articles.csv"

  /// By the file's name.
  private(set) var entries: [String: Metadata] = [:]
  /// What is wrong with it.
  private(set) var problems: [ArticleProblem] = []

  /// The catalogue whose bytes are `text`; `exists` tells whether a file is there.
  init(parsing text: [UInt8], path: String, exists: (String) -> Bool) {
    let table = CSVRecords(text)
    problems = table.strayQuotes.map { .catalogueQuote(path: path, line: $0) }
    guard let header = table.records.first else { return }
    let columns = header.fields.map { CatalogueColumn(rawValue: $0.trimmed.lowercased()) }
    for (name, column) in zip(header.fields, columns) where column == nil {
      problems.append(.catalogueColumn(path: path, name: name, line: header.line))
    }
    guard let fileColumn = columns.firstIndex(of: .file) else {
      problems.append(.catalogueWithoutFileColumn(path: path))
      return
    }
    for record in table.records.dropFirst() where !table.strayQuotes.contains(record.line) {
      if record.fields.count != columns.count {
        problems.append(
          .catalogueFieldCount(
            path: path, line: record.line, found: record.fields.count, expected: columns.count))
      }
      guard fileColumn < record.fields.count else { continue }
      let file = record.fields[fileColumn].trimmed
      if !exists(file) { problems.append(.catalogueFileMissing(path: path, line: record.line, file: file)) }
      if entries[file] != nil {
        problems.append(.catalogueFileTwice(path: path, line: record.line, file: file))
        continue
      }
      entries[file] = metadata(of: record, columns: columns, path: path)
    }
  }

  private mutating func metadata(of record: CSVRecords.Record, columns: [CatalogueColumn?], path: String) -> Metadata {
    var metadata = Metadata()
    for (field, column) in zip(record.fields, columns) {
      let value = field.trimmed
      guard let column, !value.isEmpty else { continue }
      switch column {
      case .file: continue
      case .label: metadata.label = value
      case .title: metadata.title = value
      case .author: metadata.author = value
      case .outlet: metadata.outlet = value
      case .url: metadata.url = value
      case .published:
        metadata.published = DateRange(published: value)
        if metadata.published == nil { problems.append(.badDate(path: path, line: record.line, value: value)) }
      }
    }
    return metadata
  }
}
