/// Every column of a knowledge base and every count, each with its name in a snapshot: what is written, what is read, and
/// the page of the format are made of this table.
struct SnapshotTable: Sendable {
  /// A column: how it is called, what it holds, and where it is.
  ///
  // Key paths, which do not change, are Sendable only where they are written out.
  struct Section: @unchecked Sendable {
    let name: String
    let meaning: String
    let values: ValueRule
    /// The section with as many rows; nil where any number will do.
    let rowsOf: String?
    /// The bytes of a row.
    let width: Int
    /// How many rows there are.
    let count: (KnowledgeBase.Content) -> Int
    /// Lends the bytes.
    let bytes: (KnowledgeBase.Content, (RawSpan) throws(SnapshotProblem) -> Void) throws(SnapshotProblem) -> Void
    /// Puts a column of this many rows in its place.
    let take: (inout KnowledgeBase.Content, ColumnMemory, Int) -> Void
  }

  /// A number beside the columns.
  struct Count: @unchecked Sendable {
    let name: String
    let meaning: String
    let path: WritableKeyPath<KnowledgeBase.Content, Int>
  }

  /// What has to hold between columns; seen at a glance.
  struct Agreement: @unchecked Sendable {
    /// The section that is blamed.
    let section: String
    let holds: (KnowledgeBase.Content) -> Bool
  }

  /// In the order of the file.
  private(set) var sections: [Section] = []
  private(set) var counts: [Count] = []
  private(set) var agreements: [Agreement] = []

  /// The table of this version.
  static let current = SnapshotTable()

  /// The section of the counts.
  static let countsName = "counts"

  private init() {
    addTerms()
    addWords()
    addClaims()
    addArticles()
    addPostings()
  }
}

// What columns are made of.
extension SnapshotTable {
  typealias Path<Value> = WritableKeyPath<KnowledgeBase.Content, Value>

  mutating func add<Element>(
    _ name: String, _ path: Path<Column<Element>>, _ meaning: String, _ values: ValueRule = .any, rowsOf: String? = nil
  ) {
    let section = Section(
      name: name, meaning: meaning, values: values, rowsOf: rowsOf, width: MemoryLayout<Element>.stride,
      count: { $0[keyPath: path].count },
      bytes: { content, body throws(SnapshotProblem) in
        try unsafe content[keyPath: path].withUnsafeValues { values throws(SnapshotProblem) in
          try body(unsafe UnsafeRawBufferPointer(values).bytes)
        }
      },
      take: { $0[keyPath: path] = Column($1, count: $2) })
    sections.append(section)
  }

  /// Columns of terms.
  mutating func addTerms(_ name: String, _ path: Path<Column<TermID>>, _ meaning: String, rowsOf: String? = nil) {
    add(name, path, meaning, .row(of: "terms.keys"), rowsOf: rowsOf)
  }

  mutating func addOffsets(_ name: String, _ path: Path<OffsetColumn>, _ meaning: String, rowsOf: String? = nil) {
    add("\(name).low", path.appending(path: \.low), "\(meaning), low 32 bits", rowsOf: rowsOf)
    add("\(name).turns", path.appending(path: \.turns), "first row with each higher half, from 1 on")
  }

  mutating func addTexts(_ name: String, _ path: Path<TextColumn>, _ meaning: String, rowsOf: String? = nil) {
    add("\(name).bytes", path.appending(path: \.bytes), "\(meaning) (UTF-8)")
    addOffsets("\(name).ends", path.appending(path: \.ends), "byte after each text", rowsOf: rowsOf)
    agreements.append(
      Agreement(section: "\(name).ends.low") { $0[keyPath: path].ends.ends(at: $0[keyPath: path].bytes.count) })
  }

  mutating func addLists(
    _ name: String, _ path: Path<ListColumn>, _ meaning: String, _ values: ValueRule = .any, rowsOf: String
  ) {
    add("\(name).elements", path.appending(path: \.elements), meaning, values)
    addOffsets("\(name).ends", path.appending(path: \.ends), "element after each list", rowsOf: rowsOf)
    agreements.append(
      Agreement(section: "\(name).ends.low") { $0[keyPath: path].ends.ends(at: $0[keyPath: path].elements.count) })
  }

  mutating func addDates(_ name: String, _ path: Path<DateColumn>, _ meaning: String, rowsOf: String) {
    add(
      "\(name).firsts", path.appending(path: \.firsts), "\(meaning): first day since 1970-01-01, plus 2³¹; 0 for open",
      rowsOf: rowsOf)
    add(
      "\(name).lengths", path.appending(path: \.lengths),
      "days that follow, 2³²−1 for open; where the first is open, the last day plus 2³¹ + 1, 0 for open", rowsOf: rowsOf
    )
  }

  mutating func addNumbers(_ name: String, _ path: Path<NumberColumn>, _ meaning: String, rowsOf: String) {
    add(
      name, path.appending(path: \.bits), "\(meaning): IEEE 754 double, its bits exclusive-or 7FF8000000000000₁₆",
      rowsOf: rowsOf)
  }

  mutating func addArguments(_ name: String, _ path: Path<ArgumentColumn>, _ meaning: String, rowsOf: String) {
    addTerms("\(name).terms", path.appending(path: \.terms), meaning, rowsOf: rowsOf)
    addTerms(
      "\(name).resolvedFrom", path.appending(path: \.resolvedFrom), "words that were resolved to it", rowsOf: rowsOf)
    add("\(name).starts", path.appending(path: \.starts), "first byte of its words, from 1", rowsOf: rowsOf)
    add("\(name).ends", path.appending(path: \.ends), "byte after its words, from 1", rowsOf: rowsOf)
  }

  mutating func addHashes(_ name: String, _ path: Path<HashIndex>, _ meaning: String, rows: String) {
    let slots = path.appending(path: \.slots)
    add("\(name).slots", slots, "hash table: \(meaning)", .slot(of: rows))
    addSize(of: name, path.appending(path: \.count)) { $0[keyPath: slots].count }
  }

  /// The index of a column of ids.
  mutating func addIndex(_ name: String, _ path: Path<IDIndex>, _ meaning: String, rows: String) {
    let slots = path.appending(path: \.slots)
    add("\(name).slots", slots, "hash table: \(meaning)", .packedSlot(of: rows, slots: "\(name).slots"))
    addSize(of: name, path.appending(path: \.count)) { $0[keyPath: slots].count }
  }

  /// The size of a hash table with some slots.
  private mutating func addSize(
    of name: String, _ path: Path<Int>, slots: @escaping (KnowledgeBase.Content) -> Int
  ) {
    counts.append(Count(name: "\(name).count", meaning: "rows in the hash table", path: path))
    agreements.append(
      Agreement(section: "\(name).slots") { content in
        let (slots, count) = (slots(content), content[keyPath: path])
        return slots & (slots - 1) == 0 && count >= 0 && (count < slots || slots == 0 && count == 0)
      })
  }

  /// Lists of numbers below the rows of `members`.
  mutating func addPostings(_ name: String, _ path: Path<Postings>, _ meaning: String, members: String) {
    let lists = "\(name).counts"
    add("\(name).chunks", path.appending(path: \.chunks), "\(meaning): chunks")
    add("\(name).first", path.appending(path: \.first), "first chunk", .chunk(of: "\(name).chunks"), rowsOf: lists)
    add("\(name).last", path.appending(path: \.last), "last chunk", .chunk(of: "\(name).chunks"), rowsOf: lists)
    add("\(name).used", path.appending(path: \.used), "bytes used in the last chunk", rowsOf: lists)
    add("\(name).greatest", path.appending(path: \.greatest), "greatest number", .row(of: members), rowsOf: lists)
    add(lists, path.appending(path: \.counts), "how many numbers", .entry(of: members))
  }

  mutating func addCount(_ name: String, _ path: Path<Int>, _ meaning: String) {
    counts.append(Count(name: name, meaning: meaning, path: path))
  }

  mutating func agree(_ section: String, _ holds: @escaping (KnowledgeBase.Content) -> Bool) {
    agreements.append(Agreement(section: section, holds: holds))
  }
}
