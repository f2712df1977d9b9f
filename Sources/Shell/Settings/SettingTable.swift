import ClaimModel
import Output

/// A setting: its name, what it can be, and how it is shown and changed.
struct Setting: Sendable {
  var name: String
  /// What it does, in one line.
  var summary: String
  /// What it can be, as `set` says it.
  var values: String
  /// The words that completion offers.
  var words: [String]
  var shown: @Sendable (Settings) -> String
  /// Changes it; false where the value is none of its.
  var change: @Sendable (inout Settings, String) -> Bool

  /// Every setting, in the order in which `set` shows them.
  static let table: [Setting] = [
    amount("limit", "how many rows of an answer are shown; auto: 40 on a terminal, all elsewhere", \.limit),
    Setting(
      name: "format", summary: "how answers are written that do not say with `as`",
      values: OutputFormats.all.map(\.name).joined(separator: ", "), words: OutputFormats.all.map(\.name),
      shown: { $0.format },
      change: { settings, value in
        guard let format = OutputFormats.named(value) else { return false }
        settings.format = format.name
        return true
      }),
    amount("width", "how many cells a line may take; auto: as wide as the terminal", \.width),
    toggle("timer", "tell how long each answer took, and with explain each step", \.timer),
    choice("color", "colour answers; auto: where the terminal can", \.color),
    Setting(
      name: "graphics", summary: "show pictures as images; auto: where the terminal says it can, as kitty or by sixels",
      values: Settings.Graphics.allCases.map(\.rawValue).joined(separator: ", "),
      words: Settings.Graphics.allCases.map(\.rawValue), shown: { $0.graphics.rawValue },
      change: { settings, value in
        guard let choice = Settings.Graphics(rawValue: value.lowercased()) else { return false }
        settings.graphics = choice
        return true
      }),
    toggle("pager", "show what does not fit the screen in the pager", \.pager),
    toggle("echo", "show the statements of a script, with their comments, before the answers", \.echo),
    choice("strict", "take a name that nobody mentions for an error; auto: in scripts only", \.strict),
    Setting(
      name: "today", summary: "the day that yesterday and last 7 days are counted from",
      values: "a day (2025-06-01) or off",
      words: ["off"], shown: { $0.today?.description ?? "off" },
      change: { settings, value in
        if value.lowercased() == "off" {
          settings.today = nil
          return true
        }
        guard let range = DateRange(iso8601: value), let day = range.first, day == range.last else { return false }
        settings.today = day
        return true
      }),
    amount("timeout", "how many milliseconds a query may take; auto: as many as it needs", \.timeout),
    amount("memory", "how many megabytes a query may use; auto: half of the machine's", \.memory),
    toggle("guard", "disarm what a spreadsheet would run as a formula, in csv and tsv", \.guardsFormulas),
    toggle("provenance", "add the ids of the claims behind each row to csv and tsv", \.provenance),
  ]

  /// The setting called `name`, in any case; `colour` is understood.
  static func named(_ name: String) -> Setting? {
    let wanted = name.lowercased() == "colour" ? "color" : name.lowercased()
    return table.first { $0.name == wanted }
  }

  private static func toggle(_ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable)
    -> Setting
  {
    Setting(
      name: name, summary: summary, values: "on or off", words: ["on", "off"],
      shown: { $0[keyPath: path] ? "on" : "off" },
      change: { settings, value in
        guard let choice = readChoice(value), choice != .auto else { return false }
        settings[keyPath: path] = choice == .on
        return true
      })
  }

  private static func choice(
    _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Settings.Choice> & Sendable
  ) -> Setting {
    Setting(
      name: name, summary: summary, values: "auto, on or off", words: ["auto", "on", "off"],
      shown: { $0[keyPath: path].rawValue },
      change: { settings, value in
        guard let choice = readChoice(value) else { return false }
        settings[keyPath: path] = choice
        return true
      })
  }

  private static func amount(
    _ name: String, _ summary: String, _ path: any WritableKeyPath<Settings, Settings.Amount> & Sendable
  ) -> Setting {
    Setting(
      name: name, summary: summary, values: "a number, auto or off", words: ["auto", "off"],
      shown: { settings in
        switch settings[keyPath: path] {
        case .auto: "auto"
        case .off: "off"
        case .count(let count): String(count)
        }
      },
      change: { settings, value in
        guard let amount = readAmount(value) else { return false }
        settings[keyPath: path] = amount
        return true
      })
  }

  /// What people write for on, off and auto.
  private static func readChoice(_ value: String) -> Settings.Choice? {
    switch value.lowercased() {
    case "on", "yes", "true", "1", "always": .on
    case "off", "no", "false", "0", "never": .off
    case "auto": .auto
    default: nil
    }
  }

  private static func readAmount(_ value: String) -> Settings.Amount? {
    switch value.lowercased() {
    case "auto": return .auto
    case "off", "none", "all", "0": return .off
    default:
      guard let count = Int(value), count > 0 else { return nil }
      return .count(count)
    }
  }
}
