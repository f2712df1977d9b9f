import Hearsay
import Query

extension Command {
  /// `set`, `set NAME VALUE`
  static let set = Command(
    name: "set", arguments: "[NAME [VALUE]]", summary: "shows or changes how answers are given",
    explanation: """
      `set` alone shows every setting with what it can be; `set limit 20`, `set limit = 20` and `set format csv` change
      one. What is set lasts until the session ends; lines in the start file (`help rc`) last longer.
      """,
    completion: .settings
  ) { session, invocation throws(SessionFailure) in
    let parts = invocation.text.split { $0.isWhitespace || $0 == "=" }.map(String.init)
    guard let name = parts.first else { return session.showSettings(Setting.table) }
    guard let setting = Setting.named(name) else {
      let near = NearWords.nearest(to: name, among: Setting.table.map(\.name))
      throw invocation.failure(.unknownSetting(name: name, near: near), at: name)
    }
    guard parts.count > 1 else { return session.showSettings([setting]) }
    let value = parts.dropFirst().joined(separator: " ")
    guard setting.change(&session.settings, value) else {
      let problem = ShellProblem.badSettingValue(setting: setting.name, value: value, values: setting.values)
      throw invocation.failure(problem, at: parts[1])
    }
  }
}

extension Session {
  /// Shows settings with their values.
  fileprivate func showSettings(_ shown: [Setting]) {
    let rows = shown.map { setting in
      [setting.name, setting.shown(settings), setting.summary + " (\(setting.values))"]
    }
    write(AlignedLines.text(of: rows, style: style, width: width))
  }
}
