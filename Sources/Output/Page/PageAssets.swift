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
    "sha256-" + Base64.text(of: SHA256.digest(of: Array(text.utf8)))
  }

  /// The bytes lie in the binary and never change.
  private static func text(of file: EmbeddedFile) -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
}
