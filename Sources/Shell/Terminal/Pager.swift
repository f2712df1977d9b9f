/// The program that shows what does not fit the screen: `$PAGER`, else less, which leaves short texts on the screen
/// (-F), keeps colours (-R), does not fold lines (-S) and does not clear the screen when it ends (-X).
struct Pager {
  private static let usual = "if command -v less >/dev/null 2>&1; then exec less -FRSX; else exec cat; fi"

  private let command: String?

  /// The pager that the environment names; none where `PAGER` is empty or the terminal is dumb.
  init(environment: [String: String]) {
    if environment["TERM"] == "dumb" {
      command = nil
    } else {
      let chosen = environment["PAGER"] ?? Self.usual
      command = chosen.isEmpty ? nil : chosen
    }
  }

  /// Shows `text` and waits for the pager to end.
  ///
  /// - Returns: false where there is no pager or it could not be started.
  func show(_ text: String) -> Bool {
    guard let command else { return false }
    // 127 is what the system's shell says of a program that it cannot find. A pager that a signal ends has shown something.
    return ForeignProgram.run(command, input: text) != 127
  }
}
