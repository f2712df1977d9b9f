import ClaimModel
import Glibc
import Hearsay
import Store
import TextForms

/// What a person may lose: a file that is written over, and what is known and has not been saved.
extension Session {
  /// Makes sure that a file may be written where one may be already. The person is asked; a script has to say `--force`.
  ///
  /// What is no file, such as a device, is written to as it stands.
  func clearWay(
    to path: String, isForced: Bool = false, askedForAt place: Diagnostic.Place? = nil
  ) throws(SessionFailure) {
    guard !isForced, path != ownFile, Self.isFile(path) else { return }
    let question = "\(path.visibleForm()) is there already: write over it?"
    switch audience == .person ? console.confirm(question) : nil {
    case true?: return
    case false?: throw SessionFailure([], status: .failed)
    case nil: throw ShellProblem.fileIsThere(path: path).failure(at: place)
    }
  }

  /// Makes sure that what is known and has not been saved may go. The person is asked; a script is told.
  func letGo(_ path: String) throws(SessionFailure) {
    guard isUnsaved, knowledgeBase.claimCount > 0 else { return }
    let known = knowledgeBase.sizeWords
    switch audience == .person ? console.confirm("\(known) have not been saved: open \(path.visibleForm())?") : nil {
    case true?: return
    case false?: throw SessionFailure([], status: .failed)
    case nil:
      report([Diagnostic(.notice, code: "S023", "\(known), which have not been saved, are known no longer")])
    }
  }

  private static func isFile(_ path: String) -> Bool {
    var about = stat()
    return unsafe stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFREG
  }
}
