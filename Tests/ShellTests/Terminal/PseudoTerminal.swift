import Foundation

/// A pseudo-terminal with a program on it: keys go in, what the screen is sent comes out.
///
/// The strings and structures that are handed to C live for the call only.
final class PseudoTerminal {
  /// Why there is none.
  struct Failure: Error {
    var step: String
  }

  /// POSIX_SPAWN_SETSID, which Swift is not shown.
  private static let startsSession: Int32 = 0x80

  private let descriptor: Int32
  private let process: pid_t

  /// Starts `words`, the first of which is a path, in `folder` and with this environment and no other.
  init(_ words: [String], in folder: String, environment: [String: String], columns: Int, rows: Int) throws {
    var ends: (ours: Int32, its: Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    guard unsafe openpty(&ends.ours, &ends.its, &name, nil, nil) == 0 else { throw Failure(step: "open") }
    defer { close(ends.its) }
    descriptor = ends.ours
    _ = fcntl(ends.ours, F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends.its, F_SETFD, FD_CLOEXEC)
    Self.resize(descriptor, columns: columns, rows: rows)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its own.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(
      &attributes, Int16(Self.startsSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var all = sigset_t()
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let script = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder] + words
    let arguments = unsafe script.map { unsafe strdup($0) }
    let variables = unsafe environment.map { unsafe strdup("\($0.key)=\($0.value)") }
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var process = pid_t()
    let result = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments + [nil], variables + [nil])
    guard result == 0 else { throw Failure(step: "start") }
    self.process = process
  }

  deinit {
    // The end of the terminal is what ends the programs on it.
    kill(process, SIGHUP)
    close(descriptor)
    var status: Int32 = 0
    _ = unsafe waitpid(process, &status, 0)
  }

  /// Sends keys.
  func type(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let sent = unsafe bytes.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
      if sent < 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, sent))
    }
  }

  /// Changes the terminal's size, of which the program is told.
  func resize(columns: Int, rows: Int) { Self.resize(descriptor, columns: columns, rows: rows) }

  /// What the screen is sent next; nil where nothing comes for long, or nothing more can come.
  func output() -> [UInt8]? {
    var sets = [pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)]
    let patience: Int32 = 120_000
    guard unsafe poll(&sets, 1, patience) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
    return count > 0 ? Array(bytes[..<count]) : nil
  }

  private static func resize(_ descriptor: Int32, columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }
}
