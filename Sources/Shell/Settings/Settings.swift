public import ClaimModel

/// How a session answers; `set` shows and changes it.
public struct Settings: Hashable, Sendable {
  /// A choice that the place can make.
  public enum Choice: String, Hashable, Sendable, CaseIterable {
    case auto, on, off
  }

  /// How pictures are shown on a terminal.
  public enum Graphics: String, Hashable, Sendable, CaseIterable {
    /// As images where the terminal says that it can, else drawn with letters.
    case auto
    /// Drawn with letters.
    case off
    /// As images, whatever the terminal says.
    case kitty, sixel
  }

  /// How many of something, or as many as the place takes.
  public enum Amount: Hashable, Sendable {
    /// As many as suit a terminal, without bound elsewhere.
    case auto
    /// Without bound.
    case off
    /// No more than this.
    case count(Int)
  }

  /// How many rows of an answer are shown.
  public var limit = Amount.auto
  /// The format of answers that do not ask for one with `as`.
  public var format = "table"
  /// How many cells a line may take.
  public var width = Amount.auto
  /// Whether the time that an answer took is told.
  public var timer = false
  /// Whether answers are coloured.
  public var color = Choice.auto
  /// How pictures are shown on a terminal.
  public var graphics = Graphics.auto
  /// Whether long answers go through the pager.
  public var pager = true
  /// Whether the statements of a script are shown before their answers, with the comments over them.
  public var echo = false
  /// Whether a name that nobody mentions is an error; `auto` is on in scripts, off at the prompt.
  public var strict = Choice.auto
  /// The day that relative dates such as `last 7 days` are counted from; without one they are errors.
  public var today: Day?
  /// How many milliseconds a query may take.
  public var timeout = Amount.off
  /// How many megabytes a query may use beside what is known; `auto` is half of the machine's.
  public var memory = Amount.auto
  /// Whether CSV and TSV disarm what a spreadsheet would run.
  public var guardsFormulas = true
  /// Whether CSV and TSV name the claims behind each row.
  public var provenance = false

  /// The settings with which a session starts.
  public init() {}
}
