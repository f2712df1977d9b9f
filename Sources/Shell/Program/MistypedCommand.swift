import FoundationEssentials
import Hearsay

/// A first argument that is no file and nearly a command.
enum MistypedCommand {
  /// The problem with a word; nil where it may be a path.
  static func problem(of word: String) -> ShellProblem? {
    guard word.allSatisfy(\.isLetter), !FileManager.default.fileExists(atPath: word) else { return nil }
    let near = NearWords.nearest(to: word, among: CommandDescription.named.map(\.name))
    return near.map { .unknownSubcommand(word: word, near: $0) }
  }
}
