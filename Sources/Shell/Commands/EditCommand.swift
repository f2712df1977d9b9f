import FoundationEssentials
import Query

extension Command {
  /// `edit`
  static let edit = Command(
    name: "edit", aliases: ["e"], arguments: "", summary: "opens the last query in your editor and runs what you leave",
    explanation: """
      The editor is what VISUAL or EDITOR names, else vi. Nothing is run where the text is left as it was, or empty, or the
      editor ends with an error (`:cq` in vi). `\\e` means the same.
      """,
    reach: .startsPrograms
  ) { session, invocation throws(SessionFailure) in
    guard session.audience == .person, session.console.outputWidth != nil else {
      throw invocation.failure(.needsTerminal(command: "edit"))
    }
    let last = session.history.entries.last { Invocation(QuerySource($0)) == nil } ?? ""
    let edited = try Editor(environment: ProcessInfo.processInfo.environment).edited(last, invocation)
    if edited != last, !edited.allSatisfy(\.isWhitespace) { session.dictated = edited }
  }
}

/// The editor that a person has chosen for texts.
private struct Editor {
  private let command: String

  init(environment: [String: String]) {
    command = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
  }

  /// What the person makes of `text`, white space at its end left out.
  func edited(_ text: String, _ invocation: Invocation) throws(SessionFailure) -> String {
    let file = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString).query")
    let isWritten = FileManager.default.createFile(
      atPath: file.path, contents: Data((text + "\n").utf8), attributes: [.posixPermissions: 0o600])
    guard isWritten else { throw invocation.failure(.unwritableFile(path: file.path)) }
    defer { try? FileManager.default.removeItem(at: file) }
    guard ForeignProgram.run(command, arguments: [file.path]) == 0 else {
      throw invocation.failure(.editorFailed(command: command))
    }
    var edited = try TextFile.read(file.path)
    while let last = edited.last, last.isWhitespace { edited.removeLast() }
    return edited
  }
}
