import Output
import Query
import TextForms

/// What can stand at the cursor, as the second Tab shows it: few with what they are, many in columns.
struct CandidateList {
  private static let fewest = 12
  private static let most = 120

  private let candidates: [QueryCompletion.Candidate]

  init(_ candidates: [QueryCompletion.Candidate]) {
    self.candidates = candidates
  }

  /// The lines, none wider than `width` cells.
  func text(width: Int) -> String {
    let names = candidates.prefix(Self.most).map { $0.text.visibleForm() }
    var text = candidates.count <= Self.fewest ? described(names, width) : inColumns(names, width)
    if candidates.count > names.count { text += "… and \(candidates.count - names.count) more\n" }
    return text
  }

  private func described(_ names: [String], _ width: Int) -> String {
    let nameWidth = names.map(\.cellWidth).max() ?? 0
    return zip(names, candidates).map { name, candidate in
      let line = candidate.detail.isEmpty ? name : name.padded(to: nameWidth) + "  " + candidate.detail.visibleForm()
      return line.clipped(to: width - 1) + "\n"
    }.joined()
  }

  /// Down the columns, as `ls` has them.
  private func inColumns(_ names: [String], _ width: Int) -> String {
    // Two columns at least: what is longer than half a line is cut.
    let cell = min((width - 1) / 2, (names.map(\.cellWidth).max() ?? 0) + 2)
    let columns = max(1, (width - 1) / max(1, cell))
    let rows = (names.count + columns - 1) / columns
    var text = ""
    for row in 0..<rows {
      let line = stride(from: row, to: names.count, by: rows).map { names[$0].clipped(to: cell - 2).padded(to: cell) }
      text += line.joined().withoutTrailingSpaces + "\n"
    }
    return text
  }
}
