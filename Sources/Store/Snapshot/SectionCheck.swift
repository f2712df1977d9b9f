import Synchronization

/// Compares a section of an open file with its checksums, each block before it is read for the first time.
///
/// The file is read, not its mapping, so that a disk that fails is damage too and not the end of the program.
@safe
final class SectionCheck: @unchecked Sendable {
  private let snapshot: SnapshotFile
  private let name: String
  let offset: Int
  /// How many bytes hold values; zeros follow up to the end of a page.
  let bytes: Int
  private let checksums: ArraySlice<UInt64>
  private let values: ValueCheck
  private let width: Int
  // What is known of each block, 1 for sound; as many as there are checksums. Given back by deinit.
  private let states: UnsafeMutablePointer<Atomic<UInt8>>
  private let unchecked: Atomic<Int>

  /// What has come out of a look at some bytes.
  enum Verdict {
    /// They are what was saved.
    case sound
    /// All of the section is what was saved.
    case allSound
    /// They are not.
    case damaged
  }

  init(
    _ snapshot: SnapshotFile, _ entry: SnapshotFormat.Entry, checksums: ArraySlice<UInt64>, values: ValueCheck
  ) {
    self.snapshot = snapshot
    name = entry.name
    offset = entry.offset
    bytes = entry.bytes
    width = entry.width
    self.checksums = checksums
    self.values = values
    unsafe states = .allocate(capacity: checksums.count)
    for block in 0..<checksums.count { unsafe (states + block).initialize(to: Atomic(0)) }
    unchecked = Atomic(checksums.count)
  }

  deinit {
    unsafe states.deinitialize(count: checksums.count)
    unsafe states.deallocate()
  }

  /// The file that it is a part of.
  var file: Int32 { snapshot.descriptor }

  /// Looks at the blocks of some bytes that nobody has looked at yet; bytes behind the section are none of its.
  func check(_ range: Range<Int>) -> Verdict {
    let range = range.clamped(to: 0..<bytes)
    let size = SnapshotFormat.blockBytes
    if !range.isEmpty {
      for block in range.lowerBound / size...(range.upperBound - 1) / size
      where unsafe states[block].load(ordering: .acquiring) == 0 {
        guard isSound(block) else {
          snapshot.report(damaged: name)
          return .damaged
        }
        if unsafe states[block].exchange(1, ordering: .releasing) == 0 {
          unchecked.subtract(1, ordering: .releasing)
        }
      }
    }
    return unchecked.load(ordering: .acquiring) == 0 ? .allSound : .sound
  }

  private func isSound(_ block: Int) -> Bool {
    let start = block * SnapshotFormat.blockBytes
    let count = min(SnapshotFormat.blockBytes, bytes - start)
    let padded = SnapshotFormat.wholePages(count)
    return unsafe withUnsafeTemporaryAllocation(byteCount: padded, alignment: SnapshotFormat.pageBytes) { buffer in
      guard unsafe snapshot.read(into: buffer, at: offset + start) else { return false }
      guard unsafe XXH64.checksum(of: buffer.bytes) == checksums[checksums.startIndex + block] else { return false }
      let (content, rest) = unsafe (UnsafeRawBufferPointer(rebasing: buffer[..<count]), buffer[count...])
      return unsafe rest.allSatisfy { $0 == 0 } && values.hold(in: content, width: width, from: start / width)
    }
  }
}
