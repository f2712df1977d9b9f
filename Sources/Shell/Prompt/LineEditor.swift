import CLineEditor
import Glibc

/// What a Tab does to the line.
struct LineCompletion {
  /// Takes the place of `replaced` bytes before the cursor; nil where nothing is put in.
  var insertion: String?
  var replaced = 0
  /// Shown under the line; nil where nothing is.
  var listing: String?
}

/// Reads lines from a person at a terminal, with libedit.
///
/// The handle is made and destroyed here and lives as long as the value. `completer` is retained by the value and lent
/// to C as the context of the callback, which C calls only within `read`. Texts that the callback gives are allocated
/// with `strdup` and freed by C.
@safe struct LineEditor: ~Copyable {
  /// How reading ended.
  enum Event {
    case line(String)
    case end
    case interrupt
    case hangup
  }

  private final class Completer {
    let complete: (_ text: String, _ cursor: Int) -> LineCompletion

    init(_ complete: @escaping (String, Int) -> LineCompletion) {
      self.complete = complete
    }
  }

  private let handle: OpaquePointer
  private let completer: Completer

  /// An editor on standard input and output; nil where they are no terminals.
  ///
  /// `complete` is asked at each Tab with the line and the cursor's byte in it.
  static func open(complete: @escaping (_ text: String, _ cursor: Int) -> LineCompletion) -> LineEditor? {
    guard Descriptor.input.isTerminal, Descriptor.output.isTerminal else { return nil }
    let completer = Completer(complete)
    let context = unsafe Unmanaged.passUnretained(completer).toOpaque()
    let created = unsafe line_editor_create(
      { context, text, cursor in
        guard let context = unsafe context, let text = unsafe text else { return unsafe LineEditorCompletion() }
        let completer = unsafe Unmanaged<Completer>.fromOpaque(context).takeUnretainedValue()
        let completion = completer.complete(unsafe String(cString: text), cursor)
        return unsafe LineEditorCompletion(
          insertion: completion.insertion.flatMap { unsafe strdup($0) }, replaced: completion.replaced,
          listing: completion.listing.flatMap { unsafe strdup($0) })
      }, context)
    guard let created = unsafe created else { return nil }
    return unsafe LineEditor(handle: created, completer: completer)
  }

  private init(handle: OpaquePointer, completer: Completer) {
    unsafe self.handle = handle
    self.completer = completer
  }

  deinit {
    unsafe line_editor_destroy(handle)
  }

  /// Reads a line, or several that are pasted at once.
  ///
  /// Escape sequences in `prompt` stand between U+0001.
  func read(prompt: String) -> Event {
    var text: UnsafePointer<CChar>?
    switch unsafe line_editor_read(handle, prompt, &text) {
    case .line: return .line(unsafe text.map { unsafe String(cString: $0) } ?? "")
    case .end: return .end
    case .interrupt: return .interrupt
    case .hangup: return .hangup
    }
  }

  /// Makes a statement the newest of those that the arrow keys go through.
  func remember(_ statement: String) {
    unsafe line_editor_add_history(handle, statement)
  }
}
