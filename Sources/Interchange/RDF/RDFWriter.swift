import CSerd

/// How RDF is written down.
enum RDFSyntax: Sendable {
  case nTriples, turtle
}

/// The value of a statement that is written.
enum RDFValue {
  case iri(String)
  case text(String)
  /// A value of a datatype of XML Schema: `integer`, `double`, `date`, `boolean`.
  case typed(String, String)
}

/// Writes statements through Serd, which escapes what has to be.
///
/// Safe: it alone has the writer and what that writes to, from its making to its end.
@safe
final class RDFWriter {
  private let environment: OpaquePointer
  private var writer: OpaquePointer?
  private var written: [UInt8] = []

  init(_ syntax: RDFSyntax) {
    guard let environment = unsafe serd_env_new(nil) else { fatalError("out of memory") }
    unsafe self.environment = environment
    let style = syntax == .turtle ? SERD_STYLE_ABBREVIATED.rawValue | SERD_STYLE_CURIED.rawValue : 0
    let handle = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe writer = serd_writer_new(
      syntax == .turtle ? SERD_TURTLE : SERD_NTRIPLES, SerdStyle(style), environment, nil,
      { bytes, count, handle in
        let text = unsafe UnsafeBufferPointer(start: bytes.assumingMemoryBound(to: UInt8.self), count: count)
        unsafe Unmanaged<RDFWriter>.fromOpaque(handle).takeUnretainedValue().written.append(contentsOf: text)
        return count
      }, handle)
    guard unsafe writer != nil else { fatalError("out of memory") }
    if syntax == .turtle {
      for (name, iri) in [(RDFVocabulary.prefix, RDFVocabulary.namespace), ("xsd", Self.schema)] { declare(name, iri) }
    }
  }

  deinit {
    unsafe serd_writer_free(writer)
    unsafe serd_env_free(environment)
  }

  private static let schema = "http://www.w3.org/2001/XMLSchema#"

  /// Writes a statement. IRIs are such as `RDFNames` makes.
  func write(_ subject: String, _ property: String, _ value: RDFValue) {
    switch value {
    case .iri(let iri): write(subject, property, iri, SERD_URI, nil)
    case .text(let text): write(subject, property, text, SERD_LITERAL, nil)
    case .typed(let text, let type): write(subject, property, text, SERD_LITERAL, Self.schema + type)
    }
  }

  /// What has been written since the last time.
  func take() -> [UInt8] {
    defer { written.removeAll(keepingCapacity: true) }
    return written
  }

  /// Ends the statement that is open.
  func finish() { _ = unsafe serd_writer_finish(writer.unsafelyUnwrapped) }

  private func declare(_ name: String, _ iri: String) {
    unsafe Self.withNode(name, SERD_LITERAL) { name in
      unsafe Self.withNode(iri, SERD_URI) { iri in
        _ = unsafe serd_writer_set_prefix(writer.unsafelyUnwrapped, name, iri)
      }
    }
  }

  private func write(_ subject: String, _ property: String, _ text: String, _ form: SerdType, _ type: String?) {
    let hasType = type != nil
    unsafe Self.withNode(subject, SERD_URI) { subject in
      unsafe Self.withNode(property, SERD_URI) { property in
        unsafe Self.withNode(text, form) { object in
          unsafe Self.withNode(type ?? "", SERD_URI) { type in
            // It fails only where the sink does, and for IRIs that are none.
            _ = unsafe serd_writer_write_statement(
              writer.unsafelyUnwrapped, 0, nil, subject, property, object, hasType ? type : nil, nil)
          }
        }
      }
    }
  }

  private static func withNode(_ text: String, _ form: SerdType, _ body: (UnsafePointer<SerdNode>) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var none: UInt8 = 0
      unsafe withUnsafePointer(to: &none) { empty in
        var node = unsafe SerdNode(
          buf: bytes.baseAddress ?? empty, n_bytes: bytes.count, n_chars: bytes.count, flags: 0, type: form)
        unsafe body(&node)
      }
    }
  }
}
