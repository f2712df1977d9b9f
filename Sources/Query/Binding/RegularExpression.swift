import CRE2

/// A regular expression, looked for in texts in time linear in their length (RE2).
///
/// Safe to share: what RE2 has compiled is not changed by matching.
@safe final class RegularExpression: @unchecked Sendable {
  /// Why a pattern is none.
  struct Fault: Error {
    /// What RE2 says of it.
    var reason: String
  }

  /// Owned: made by `re2_pattern_create`, freed when this goes.
  private let pattern: OpaquePointer

  /// Compiles a pattern; text and pattern are UTF-8.
  init(_ text: String) throws(Fault) {
    var text = text
    guard let pattern = text.withUTF8({ unsafe re2_pattern_create($0.baseAddress, $0.count) }) else {
      fatalError("out of memory")
    }
    unsafe self.pattern = pattern
    if let reason = unsafe re2_pattern_fault(pattern) {
      // RE2 owns the text, which lives as long as the pattern.
      throw Fault(reason: unsafe String(cString: reason))
    }
  }

  deinit { unsafe re2_pattern_destroy(pattern) }

  /// Whether it is found anywhere in a text.
  func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe re2_pattern_matches(pattern, $0.baseAddress, $0.count) }
  }
}
