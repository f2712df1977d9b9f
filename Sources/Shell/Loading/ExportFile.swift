import Foundation

/// A file that is written beside the one whose place it takes when it is whole.
final class ExportFile {
  private let path: String
  private let draft: String
  private let handle: FileHandle
  private var waiting: [UInt8] = []
  private var isBroken = false

  /// How much is written at once.
  private static let block = 1 << 20

  /// Begins to write; nil where that cannot be done.
  init?(_ path: String) {
    self.path = path
    draft = path + ".part"
    guard FileManager.default.createFile(atPath: draft, contents: nil), let handle = FileHandle(forWritingAtPath: draft)
    else { return nil }
    self.handle = handle
  }

  /// Adds bytes.
  func write(_ bytes: [UInt8]) {
    waiting.append(contentsOf: bytes)
    if waiting.count >= Self.block { flush() }
  }

  /// Puts the file into its place.
  ///
  /// - Returns: whether all of it has been written; where it has not, what was there is left.
  func finish() -> Bool {
    flush()
    if !isBroken { isBroken = (try? handle.synchronize()) == nil }
    try? handle.close()
    guard !isBroken, unsafe rename(draft, path) == 0 else {
      try? FileManager.default.removeItem(atPath: draft)
      return false
    }
    return true
  }

  private func flush() {
    if !isBroken { isBroken = (try? handle.write(contentsOf: Data(waiting))) == nil }
    waiting.removeAll(keepingCapacity: true)
  }
}
