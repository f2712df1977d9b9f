import Synchronization

/// How far a long piece of work has come: a bar on standard error where that is a terminal, after half a second, gone when
/// the work is done.
final class Progress: Sendable {
  private struct State {
    var items = 0
    var bytes = 0
    var drawn: ContinuousClock.Instant?
    var isShown = false
  }

  private static let interval = Duration.milliseconds(100)

  private let line: ProgressLine
  private let patience: Duration
  private let draw: @Sendable (String) -> Void
  private let width: Int
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  /// The progress of work that `line` describes, shown when it has taken longer than `patience`; nil where there is
  /// nobody to see it.
  init?(_ line: ProgressLine, on console: any Console, after patience: Duration = .milliseconds(500)) {
    guard let draw = console.progressDrawer, let width = console.reportWidth else { return nil }
    self.line = line
    self.patience = patience
    self.draw = draw
    self.width = width
  }

  /// So much more is done. May be called from any thread.
  func add(items: Int = 0, bytes: Int) {
    let now = ContinuousClock.now
    state.withLock { state in
      state.items += items
      state.bytes += bytes
      guard now - start >= patience else { return }
      if let drawn = state.drawn, now - drawn < Self.interval { return }
      state.drawn = now
      state.isShown = true
      draw("\r" + line.text(items: state.items, bytes: state.bytes, after: now - start, width: width) + "\u{1B}[K")
    }
  }

  /// Takes the bar away, for good or until more is done.
  func clear() {
    state.withLock { state in
      if state.isShown { draw("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}

/// What a line says of how far work has come.
struct ProgressLine: Sendable {
  /// What is being done: `reading`.
  var verb: String
  /// What is counted, and how many of them there are; nil where only bytes are.
  var items: (noun: String, total: Int)?
  /// How many bytes there are in all.
  var bytes: Int

  private static let widestBar = 24

  /// For instance `reading ███████▌       312 of 1000 articles, 1.4 MB/s, 0:15 left`.
  ///
  /// - Parameters:
  ///   - items: How many are done.
  ///   - bytes: How many bytes are done.
  ///   - time: How long it has taken so far.
  ///   - width: How many cells the line may take.
  /// - Returns: The line, without its end.
  func text(items: Int, bytes: Int, after time: Duration, width: Int) -> String {
    let share = self.bytes > 0 ? min(1, Double(bytes) / Double(self.bytes)) : 0
    let (whole, attoseconds) = time.components
    let seconds = max(0.001, Double(whole) + Double(attoseconds) / 1e18)
    let count =
      self.items.map { "\(items) of \($0.total) \($0.noun)" }
      ?? "\(Self.megabytes(bytes)) of \(Self.megabytes(self.bytes)) MB"
    let rate = Int(Double(bytes) / seconds)
    var text = "\(count), " + (rate < 1_000_000 ? "\(rate / 1000) kB/s" : "\(Self.megabytes(rate)) MB/s")
    if share > 0 { text += ", \(Self.clock(seconds / share * (1 - share))) left" }
    let room = min(Self.widestBar, width - verb.count - text.count - 3)
    guard room >= 4 else { return String("\(verb) \(text)".prefix(max(0, width - 1))) }
    return "\(verb) \(Self.bar(share, room)) \(text)"
  }

  private static func bar(_ share: Double, _ room: Int) -> String {
    let eighths = Int(share * Double(room * 8))
    let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let drawn = String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    return drawn + String(repeating: " ", count: room - drawn.count)
  }

  /// Megabytes with one place after the point.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 50_000) / 100_000
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Minutes and seconds.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999).rounded(.up))
    let rest = whole % 60
    return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
