public import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif
/// Memory that grows, of which the bytes that nobody has written yet are zero.
///
/// Little is taken from the heap; much is pages of its own, which cost nothing before they are written to. Where a file is
/// mapped, its bytes are the first ones, and pages of which one is written to are copied by the kernel; the file never
/// changes.
@safe
@usableFromInline
final class ColumnMemory: @unchecked Sendable {
  /// The first byte.
  let base: UnsafeMutableRawPointer
  /// How many bytes there are.
  let capacity: Int
  private let isPages: Bool
  /// Whether some of it lies in a file and has not been compared with the checksums there.
  @usableFromInline let needsCheck = Atomic(false)
  private let section: SectionCheck?

  /// From this many bytes on memory is pages of its own.
  private static let fewestPageBytes = 1 << 16

  /// What an allocation is aligned to.
  private static let alignment = 16

  /// At least `bytes` bytes, all zero.
  init(bytes: Int) {
    section = nil
    isPages = bytes >= Self.fewestPageBytes
    if isPages {
      capacity = Self.wholePages(bytes)
      unsafe base = Self.pages(capacity)
    } else {
      capacity = max(bytes, Self.alignment)
      unsafe base = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: Self.alignment)
      unsafe base.initializeMemory(as: UInt8.self, repeating: 0, count: capacity)
    }
  }

  /// The bytes of a section of an open file, with room for as much again.
  ///
  /// - Returns: nil where the file cannot be mapped.
  init?(_ section: SectionCheck) {
    let whole = Self.wholePages(max(section.bytes, 1))
    capacity = whole + max(whole, Self.fewestPageBytes)
    isPages = true
    unsafe base = Self.pages(capacity)
    self.section = section
    let flags = MAP_PRIVATE | MAP_FIXED | MAP_NORESERVE
    let mapped = unsafe mmap(base, whole, PROT_READ | PROT_WRITE, flags, section.file, off_t(section.offset))
    if unsafe mapped == MAP_FAILED { return nil }
    needsCheck.store(true, ordering: .releasing)
  }

  /// Whether some of it lies in a file and has not been compared with the checksums there.
  @inlinable var isUnchecked: Bool { needsCheck.load(ordering: .acquiring) }

  /// Compares bytes that lie in a file with the checksums there. Where they differ, all of the section becomes zero, which
  /// is "missing" in every column, and the file says that it is damaged.
  @usableFromInline
  func check(_ range: Range<Int>) {
    guard let section else { return }
    switch section.check(range) {
    case .sound: return
    case .allSound: break
    case .damaged:
      let whole = Self.wholePages(section.bytes)
      let flags = MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS | MAP_NORESERVE
      let zeros = unsafe mmap(base, whole, PROT_READ | PROT_WRITE, flags, -1, 0)
      if unsafe zeros == MAP_FAILED { fatalError("Out of memory.") }
    }
    needsCheck.store(false, ordering: .releasing)
  }

  deinit {
    if isPages {
      unsafe munmap(base, capacity)
    } else {
      unsafe base.deallocate()
    }
  }

  /// A copy of the first `used` bytes, with room for `bytes`.
  func copy(used: Int, bytes: Int) -> ColumnMemory {
    if isUnchecked { check(0..<used) }
    let copy = ColumnMemory(bytes: max(bytes, used))
    unsafe copy.base.copyMemory(from: base, byteCount: used)
    return copy
  }

  private static func wholePages(_ bytes: Int) -> Int {
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    return (bytes + page - 1) / page * page
  }

  private static func pages(_ bytes: Int) -> UnsafeMutableRawPointer {
    let flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE
    let pages = unsafe mmap(nil, bytes, PROT_READ | PROT_WRITE, flags, -1, 0)
    guard let pages = unsafe pages, unsafe pages != MAP_FAILED else { fatalError("Out of memory.") }
    return unsafe pages
  }
}
