import CLibMD

/// SHA-256 (FIPS 180-4), by which files and parts of pages are known.
public enum SHA256 {
  /// The 32 bytes of the digest of `bytes`.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var context = SHA2_CTX()
    var hash = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    // libmd reads `count` bytes and writes SHA256_DIGEST_LENGTH of them, which is what `hash` has room for.
    unsafe SHA256Init(&context)
    unsafe bytes.withUnsafeBufferPointer { unsafe SHA256Update(&context, $0.baseAddress, $0.count) }
    unsafe SHA256Final(&hash, &context)
    return hash
  }

  /// The digest of `bytes` in 64 hexadecimal digits.
  public static func hexadecimal(of bytes: [UInt8]) -> String {
    digest(of: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
