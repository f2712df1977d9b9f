import Glibc

/// A program that the person has chosen, the pager or the editor: it has the terminal until it ends.
///
/// Strings and descriptors live only for the call that they are made for.
enum ForeignProgram {
  /// Runs a line of the system's shell and waits for its end.
  ///
  /// - Parameters:
  ///   - command: The line.
  ///   - arguments: What follows it, word by word, as it stands.
  ///   - input: What it reads at its standard input; nil where that is ours.
  /// - Returns: the status that it ended with, 127 where there is no such program or it could not be started; nil where it
  ///   was ended by a signal.
  static func run(_ command: String, arguments: [String] = [], input: String? = nil) -> Int32? {
    var pipe: [Int32] = [-1, -1]
    if input != nil, unsafe Glibc.pipe(&pipe) != 0 { return 127 }
    let words = ["sh", "-c", arguments.isEmpty ? command : command + " \"$@\"", "hearsay"] + arguments
    let process = start(words, reading: input == nil ? nil : (from: pipe[0], unused: pipe[1]))
    if let input {
      close(pipe[0])
      // A pager that is left before its end reads no further.
      if process != nil { try? Descriptor(number: pipe[1]).write(input) }
      close(pipe[1])
    }
    guard let process else { return 127 }
    return end(of: process)
  }

  /// Starts `/bin/sh` with these words, a pipe's end as its standard input where one is given.
  private static func start(_ words: [String], reading pipe: (from: Int32, unused: Int32)?) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    if let pipe {
      unsafe posix_spawn_file_actions_adddup2(&actions, pipe.from, 0)
      unsafe posix_spawn_file_actions_addclose(&actions, pipe.from)
      unsafe posix_spawn_file_actions_addclose(&actions, pipe.unused)
    }
    // We ignore a reader that goes away; programs expect to be ended by it.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    unsafe sigaddset(&usual, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let strings = unsafe words.map { unsafe strdup($0) }
    defer { unsafe strings.forEach { unsafe free($0) } }
    var process = pid_t()
    let result = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, strings + [nil], environ)
    return result == 0 ? process : nil
  }

  /// Waits for a process and gives its status; nil where a signal ended it.
  private static func end(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return nil }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
  }
}
