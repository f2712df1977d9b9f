#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What the program runs on.
enum Machine {
  /// How much memory there is, in megabytes.
  static let megabytes = (Int(sysconf(Int32(_SC_PHYS_PAGES))) * Int(sysconf(Int32(_SC_PAGESIZE)))) >> 20
}
