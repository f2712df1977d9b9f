#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Writes a snapshot: to a file beside the one that is wanted, which is synced and then takes its name, so that whenever
/// the program is killed the old file or the new one is there, whole.
struct SnapshotWriter: ~Copyable {
  /// Writes bytes at an offset of a file; tests have it fail.
  typealias Write = @Sendable (Int32, RawSpan, Int) -> Int

  private let path: String
  /// The file that `path` leads to through links, which stay.
  private let target: String
  private let temporary: String
  private let file: Int32
  private let write: Write
  private var isDone = false

  /// Opens a file beside `path`.
  init(path: String, write: @escaping Write) throws(SnapshotProblem) {
    let mode = try Self.mode(over: path)
    let target = Self.target(of: path)
    let temporary = "\(target).\(getpid()).unfinished"
    let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard file >= 0 else { throw .unwritable(path: path, reason: SystemError.words()) }
    self.path = path
    self.target = target
    self.temporary = temporary
    self.file = file
    self.write = write
    if let mode { _ = fchmod(file, mode) }
  }

  deinit {
    close(file)
    if !isDone { _ = unsafe unlink(temporary) }
  }

  static let system: Write = { file, bytes, offset in
    unsafe bytes.withUnsafeBytes { unsafe pwrite(file, $0.baseAddress, $0.count, off_t(offset)) }
  }

  /// The file that a path leads to; the path itself where there is none.
  private static func target(of path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The permissions of the file that is there; nil where there is none. One that is no snapshot is left alone.
  private static func mode(over path: String) throws(SnapshotProblem) -> mode_t? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw .unwritable(path: path, reason: SystemError.words())
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .unwritable(path: path, reason: SystemError.words(EISDIR)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .otherFile(path: path) }
    if status.st_size > 0 {
      let magic = try SnapshotFile(path).read(SnapshotFormat.magic.count, at: 0)
      guard magic == SnapshotFormat.magic else { throw .otherFile(path: path) }
    }
    return status.st_mode & 0o777
  }

  /// Writes all of a knowledge base.
  ///
  /// - Returns: the bytes of the file.
  consuming func save(_ content: KnowledgeBase.Content) throws(SnapshotProblem) -> Int {
    var (entries, fileBytes) = Self.layout(of: content)
    var checksums: [UInt64] = []
    for (number, section) in SnapshotTable.current.sections.enumerated() {
      let first = checksums.count
      let offset = entries[number].offset
      try section.bytes(content) { bytes throws(SnapshotProblem) in
        try writeSection(bytes, at: offset, &checksums)
      }
      entries[number].checksum = XXH64.checksum(of: checksums[first...])
    }
    let first = checksums.count
    let counts = SnapshotTable.current.counts.map { UInt64(bitPattern: Int64(content[keyPath: $0.path])).littleEndian }
    let offset = entries[entries.count - 1].offset
    try writeSection(unsafe counts.span.bytes, at: offset, &checksums)
    entries[entries.count - 1].checksum = XXH64.checksum(of: checksums[first...])
    let front = SnapshotFormat.front(entries, checksums, fileBytes: fileBytes)
    try put(unsafe front.span.bytes, at: 0)
    try finish(fileBytes)
    isDone = true
    return fileBytes
  }

  /// Where every section will stand, and how long the file is.
  private static func layout(of content: KnowledgeBase.Content) -> ([SnapshotFormat.Entry], Int) {
    let table = SnapshotTable.current
    var entries = table.sections.map { section in
      let rows = section.count(content)
      return SnapshotFormat.Entry(
        name: section.name, offset: 0, bytes: rows * section.width, rows: rows, width: section.width)
    }
    let counts = table.counts.count
    entries.append(.init(name: SnapshotTable.countsName, offset: 0, bytes: counts * 8, rows: counts, width: 8))
    var end = SnapshotFormat.frontBytes(sections: entries.count, blocks: entries.reduce(0) { $0 + $1.blocks })
    for number in entries.indices {
      entries[number].offset = end
      end = entries[number].end
    }
    return (entries, end)
  }

  /// Writes the blocks of a section, but for those that are nothing but zeros.
  private func writeSection(_ bytes: RawSpan, at offset: Int, _ checksums: inout [UInt64]) throws(SnapshotProblem) {
    let size = SnapshotFormat.blockBytes
    for start in stride(from: 0, to: bytes.byteCount, by: size) {
      let block = bytes.extracting(start..<min(start + size, bytes.byteCount))
      let padding = SnapshotFormat.wholePages(block.byteCount) - block.byteCount
      if padding == 0 {
        try writeBlock(block, at: offset + start, &checksums)
      } else {
        let padded = unsafe block.withUnsafeBytes { unsafe Array($0) } + [UInt8](repeating: 0, count: padding)
        try writeBlock(unsafe padded.span.bytes, at: offset + start, &checksums)
      }
    }
  }

  private func writeBlock(_ block: RawSpan, at offset: Int, _ checksums: inout [UInt64]) throws(SnapshotProblem) {
    checksums.append(XXH64.checksum(of: block))
    let isZero = unsafe block.withUnsafeBytes { unsafe $0.bindMemory(to: UInt64.self).allSatisfy { $0 == 0 } }
    if !isZero { try put(block, at: offset) }
  }

  private func put(_ bytes: RawSpan, at offset: Int) throws(SnapshotProblem) {
    var done = 0
    while done < bytes.byteCount {
      let count = write(file, bytes.extracting(done..<bytes.byteCount), offset + done)
      if count > 0 { done += count } else if count == 0 || errno != EINTR { throw failure() }
    }
  }

  /// Makes sure that all is on the disk, then gives it its name.
  private func finish(_ bytes: Int) throws(SnapshotProblem) {
    guard ftruncate(file, off_t(bytes)) == 0, fsync(file) == 0, unsafe rename(temporary, target) == 0 else {
      throw failure()
    }
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    let descriptor = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if descriptor >= 0 {
      _ = fsync(descriptor)
      close(descriptor)
    }
  }

  private func failure() -> SnapshotProblem { .unwritable(path: path, reason: SystemError.words()) }
}
