import CScanner
import CSerd

/// Reads the statements of a file through Serd, line by line or statement by statement, so that what is wrong costs no more
/// than itself.
///
/// Safe: it alone has the reader and its prefixes, from its making to its end; Serd calls back while it reads, and what it
/// hands over is copied at once.
@safe
final class RDFParser {
  /// What is wrong with a piece of a file.
  struct Fault {
    var words: String
    var line: LineText
  }

  /// The statement that was read last.
  private(set) var subject = RDFTerm()
  private(set) var predicate = RDFTerm()
  private(set) var object = RDFTerm()
  /// The datatype of the object, if it is a literal that has one.
  private(set) var datatype = RDFTerm()
  /// The number of the line in which it starts, or the statement of which it is a part.
  private(set) var line = 0

  /// The most brackets within one another.
  private static let greatestDepth = 64

  private let syntax: RDFSyntax
  private let environment: OpaquePointer
  private var reader: OpaquePointer?
  private var text: [UInt8] = []
  /// The line in which what is being read starts, blanks before it included.
  private var start = 0
  private var failure: (words: String, line: Int, column: Int)?
  private var onStatement: (() -> Void)?

  init(_ syntax: RDFSyntax) {
    self.syntax = syntax
    guard let environment = unsafe serd_env_new(nil) else { fatalError("out of memory") }
    unsafe self.environment = environment
    let handle = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe reader = serd_reader_new(
      syntax == .turtle ? SERD_TURTLE : SERD_NTRIPLES, handle, nil,
      { handle, iri in unsafe serd_env_set_base_uri(RDFParser.of(handle).environment, iri) },
      { handle, name, iri in
        unsafe serd_env_set_prefix(RDFParser.of(handle).environment, name, iri)
      },
      { handle, _, _, subject, predicate, object, type, _ in
        unsafe RDFParser.of(handle).take(subject, predicate, object, type)
      }, nil)
    guard unsafe reader != nil else { fatalError("out of memory") }
    unsafe serd_reader_set_strict(reader.unsafelyUnwrapped, true)
    unsafe serd_reader_set_error_sink(
      reader.unsafelyUnwrapped,
      { handle, error in
        unsafe RDFParser.of(handle).note(error)
        return SERD_SUCCESS
      }, handle)
  }

  deinit {
    unsafe serd_reader_free(reader)
    unsafe serd_env_free(environment)
  }

  private static func of(_ handle: UnsafeMutableRawPointer?) -> RDFParser {
    unsafe Unmanaged<RDFParser>.fromOpaque(handle.unsafelyUnwrapped).takeUnretainedValue()
  }

  /// Reads a file from its start to its end. Linear in its length, in memory that its longest statement asks for.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - tell: Is told what is wrong.
  ///   - body: Is called for each statement, which this then holds. It says whether to go on.
  func read(_ file: ClaimsFile, tell: (Fault) -> Void, _ body: () -> Bool) {
    var pieces = RDFPieces(file, syntax)
    var goesOn = true
    while goesOn, let piece = pieces.next() {
      (start, line) = (piece.line, piece.line)
      failure = nil
      let bytes = unsafe UnsafeBufferPointer(rebasing: pieces.bytes[piece.range])
      if let words = unsafe Self.fault(of: piece, bytes) {
        failure = (words, 1, 1)
      } else {
        if syntax == .turtle { line += unsafe Self.blankLines(before: bytes) }
        withoutActuallyEscaping(body) { body in
          onStatement = { if goesOn { goesOn = body() } }
          unsafe parse(bytes)
          onStatement = nil
        }
      }
      if let failure { tell(unsafe Self.fault(failure, in: bytes, from: piece.line)) }
    }
  }

  private static func fault(of piece: RDFPieces.Piece, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    if piece.isTooLong { return "it has more than \(RDFPieces.longest >> 20) MiB" }
    if piece.depth > greatestDepth { return "brackets are nested more than \(greatestDepth) deep" }
    if unsafe bytes.contains(0) { return "it has a zero byte" }
    if unsafe is_utf8(bytes.baseAddress, bytes.count) == 0 { return "it is not UTF-8" }
    return nil
  }

  private func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.removeAll(keepingCapacity: true)
    unsafe text.append(contentsOf: bytes)
    // Serd looks at the byte after the end of an empty text.
    text.append(contentsOf: [0x0A, 0, 0])
    let status = unsafe serd_reader_read_string(reader.unsafelyUnwrapped, text)
    if status.rawValue > SERD_FAILURE.rawValue, failure == nil { failure = ("it cannot be read", 1, 1) }
  }

  private func take(
    _ subject: UnsafePointer<SerdNode>?, _ predicate: UnsafePointer<SerdNode>?, _ object: UnsafePointer<SerdNode>?,
    _ type: UnsafePointer<SerdNode>?
  ) -> SerdStatus {
    unsafe self.subject.set(subject, environment)
    unsafe self.predicate.set(predicate, environment)
    unsafe self.object.set(object, environment)
    unsafe datatype.set(type, environment)
    guard self.subject.form != .none, self.predicate.form != .none, self.object.form != .none else {
      if failure == nil { failure = ("a prefix is not declared", line - start + 1, 1) }
      return SERD_ERR_BAD_CURIE
    }
    onStatement?()
    return SERD_SUCCESS
  }

  // MARK: What is wrong.

  /// The first error is the one that says what is wrong.
  private func note(_ error: UnsafePointer<SerdError>) {
    guard failure == nil else { return }
    var words = [CChar](repeating: 0, count: 256)
    _ = unsafe serd_error_words(error, &words, words.count)
    let text = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    failure = (
      text.split(separator: "\n").first.map(String.init) ?? "", Int(unsafe error.pointee.line),
      Int(unsafe error.pointee.col)
    )
  }

  /// A fault in a piece that starts in a line of the file.
  private static func fault(
    _ failure: (words: String, line: Int, column: Int), in bytes: UnsafeBufferPointer<UInt8>, from line: Int
  ) -> Fault {
    var start = 0
    var number = 1
    while number < failure.line {
      let end = unsafe bytes.place(of: 0x0A, from: start, to: bytes.count)
      if end + 1 >= bytes.count { break }
      start = end + 1
      number += 1
    }
    let end = unsafe bytes.place(of: 0x0A, from: start, to: bytes.count)
    let shown = unsafe Array(bytes[start..<end]).withoutLineBreak
    let column = min(max(failure.column - 1, 0), shown.count)
    var text = LineText(number: line + number - 1, bytes: shown[...])
    text.cells = ["": column..<min(column + 1, shown.count)]
    return Fault(words: failure.words, line: text)
  }

  /// How many lines end before the first one with something else than blanks.
  private static func blankLines(before bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let blanks = unsafe bytes.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    return unsafe blanks.count { $0 == 0x0A }
  }
}
