import CSerd
import Store

/// An IRI, a blank node or a literal, whose memory is used for one after another.
struct RDFTerm {
  enum Form: UInt8 {
    case none, iri, blank, literal
  }

  private(set) var form = Form.none
  private var bytes = [UInt8](repeating: 0, count: Self.slack)
  private var count = 0

  private static let slack = 8

  /// The text of it; a blank node's starts with `_:`.
  var text: String { String(decoding: bytes[..<count], as: UTF8.self) }

  /// A hash of its text.
  var hash: UInt64 {
    unsafe bytes.withUnsafeBufferPointer { unsafe ByteHash.of($0.baseAddress.unsafelyUnwrapped, count, seed: 0) }
  }

  /// Whether its text is this one.
  func holds(_ text: String) -> Bool {
    text.utf8.count == count && bytes[..<count].elementsEqual(text.utf8)
  }

  /// Takes over the text of an IRI.
  mutating func set(_ iri: String) {
    bytes.removeAll(keepingCapacity: true)
    form = .iri
    bytes.append(contentsOf: iri.utf8)
    end()
  }

  /// Takes over a node; `environment` knows its prefix.
  mutating func set(_ node: UnsafePointer<SerdNode>?, _ environment: OpaquePointer) {
    bytes.removeAll(keepingCapacity: true)
    form = .none
    if let node = unsafe node { unsafe add(node, environment) }
    end()
  }

  private mutating func end() {
    count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: Self.slack))
  }

  private mutating func add(_ node: UnsafePointer<SerdNode>, _ environment: OpaquePointer) {
    switch unsafe node.pointee.type {
    case SERD_LITERAL:
      form = .literal
      unsafe add(node.pointee.buf, node.pointee.n_bytes)
    case SERD_BLANK:
      form = .blank
      bytes.append(contentsOf: "_:".utf8)
      unsafe add(node.pointee.buf, node.pointee.n_bytes)
    case SERD_CURIE:
      var (prefix, suffix) = unsafe (SerdChunk(), SerdChunk())
      guard unsafe serd_env_expand(environment, node, &prefix, &suffix) == SERD_SUCCESS else { return }
      form = .iri
      unsafe add(prefix.buf, prefix.len)
      unsafe add(suffix.buf, suffix.len)
    case SERD_URI:
      form = .iri
      if unsafe serd_uri_string_has_scheme(node.pointee.buf) {
        unsafe add(node.pointee.buf, node.pointee.n_bytes)
      } else {
        var whole = unsafe serd_env_expand_node(environment, node)
        let found = unsafe whole.buf == nil ? node.pointee : whole
        unsafe add(found.buf, found.n_bytes)
        unsafe serd_node_free(&whole)
      }
    default: break
    }
  }

  private mutating func add(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
