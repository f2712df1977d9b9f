extension KnowledgeBase {
  /// Opens what `save(to:)` wrote. The columns are read where they lie in the file; the time it takes does not grow with the
  /// claims.
  ///
  /// What `known` has declared is declared here too, which costs nothing where the same had been declared when the file was
  /// saved, and else a look at the whole file.
  public init(opening path: String, declaring known: KnowledgeBase = KnowledgeBase()) throws(SnapshotProblem) {
    self.init()
    content.snapshot = try OpenSnapshot(path, into: &content)
    senses = known.senses
    if content.declaredDigest == known.digestOfDeclared {
      declared = known.declared
      declaredTopics = known.declaredTopics
      return
    }
    try verify()
    for declaration in known.declared { declare(declaration.entities) }
    for topics in known.declaredTopics { declare(topics: topics) }
  }

  /// Writes all that is known to a file, which is replaced as a whole or not at all: a copy is written beside it, synced and
  /// renamed. What the file is opened with need not be saved: the senses, and the entities that no claim names.
  ///
  /// - Returns: the bytes of the file, which has holes where a block has nothing but zeros.
  @discardableResult
  public func save(to path: String) throws(SnapshotProblem) -> Int {
    try save(to: path, write: SnapshotWriter.system)
  }

  func save(to path: String, write: @escaping SnapshotWriter.Write) throws(SnapshotProblem) -> Int {
    try verify()
    var content = content
    content.declaredDigest = digestOfDeclared
    content.articleColumns.order = Column(articleOrder)
    return try SnapshotWriter(path: path, write: write).save(content)
  }

  /// Checks what has not been read yet of the file that it was opened from. Has to be done before anything is added.
  public func verify() throws(SnapshotProblem) { try content.snapshot?.verify() }

  /// What has been found to be wrong with the file that it was opened from. What was damaged is missing in answers, so that
  /// none of them should be shown.
  public var damage: SnapshotProblem? { content.snapshot?.file.problem }

  /// What tells apart what has been declared.
  private var digestOfDeclared: Int {
    var digests = declared.map(\.digest)
    digests.append(contentsOf: declaredTopics.map { DeclaredEntities.digest(of: $0) })
    return Int(bitPattern: UInt(XXH64.checksum(of: digests)))
  }
}
