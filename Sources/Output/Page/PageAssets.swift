import CEmbedded
import TextForms

/// What every page carries: its style and its script, and the rule that nothing else may run.
enum PageAssets {
  static let style = unsafe text(of: embedded_page_style())
  static let script = unsafe text(of: embedded_page_script())

  /// Nothing is fetched, and of styles and scripts only these two, by their digests, are obeyed (Content Security Policy 3).
  static let policy = """
    default-src 'none'; style-src '\(source(style))'; script-src '\(source(script))'; img-src data:; base-uri 'none'; \
    form-action 'none'
    """

  private static func source(_ text: String) -> String {
    "sha256-" + base64(SHA256.digest(of: Array(text.utf8)))
  }

  /// RFC 4648.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0...group.count { text.append(letters[value >> (18 - 6 * place) & 63]) }
      text += String(repeating: "=", count: 3 - group.count)
    }
    return text
  }

  /// The bytes lie in the binary and never change.
  private static func text(of file: EmbeddedFile) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
