public import Output

/// Where a session's words go: answers to one place, what is said about them to another.
public protocol Console: AnyObject {
  /// How many cells a line of the answers' terminal takes; nil where answers go to a file or pipe.
  var outputWidth: Int? { get }
  /// How many cells a line of the terminal for messages takes; nil where they go elsewhere.
  var reportWidth: Int? { get }
  /// Whether the terminals understand colour.
  var takesColour: Bool { get }

  /// What the answers' terminal takes of pictures where this is chosen; nil where it shows none.
  func graphics(_ choice: Settings.Graphics) -> TerminalGraphics?

  /// Draws a line that tells of progress, from any thread; nil where there is nobody to see it.
  var progressDrawer: (@Sendable (String) -> Void)? { get }

  /// Takes text of an answer.
  func write(_ text: String)
  /// Takes a message: an error, a warning, a notice.
  func report(_ text: String)
  /// Takes an answer that may be too long for the screen.
  func page(_ text: String)
  /// Asks the person something that can be answered by yes or no; nil where there is nobody to ask.
  func confirm(_ question: String) -> Bool?
  /// Whether the person has asked to stop what is being done; asking forgets it.
  func takeInterrupt() -> Bool
  /// Whether the person has asked so and it has not been taken yet; may be called from any thread.
  var interruptIsPending: @Sendable () -> Bool { get }
}

extension Console {
  /// Without a screen an answer is never too long.
  public func page(_ text: String) { write(text) }

  /// Without a terminal there is none to show a picture.
  public func graphics(_ choice: Settings.Graphics) -> TerminalGraphics? { nil }

  /// Without a person nobody can be asked.
  public func confirm(_ question: String) -> Bool? { nil }

  /// Without a terminal nobody sees it.
  public var progressDrawer: (@Sendable (String) -> Void)? { nil }

  /// Without a person nobody asks.
  public func takeInterrupt() -> Bool { false }

  /// Without a person nobody asks.
  public var interruptIsPending: @Sendable () -> Bool { { false } }
}
