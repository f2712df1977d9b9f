import ClaimModel

/// The IRIs of claims, articles and entities, made of what tells them apart, and read again.
///
/// All bytes but letters, digits and `-._~` are written as `%XX`, so that no name can end an IRI or lead out of its folder.
enum RDFNames {
  private static let claims = RDFVocabulary.base + "claim/"
  private static let articles = RDFVocabulary.base + "article/"
  private static let entities = RDFVocabulary.base + "entity/"

  static func iri(of claim: ClaimID) -> String { claims + claim.description }

  /// The IRI of what belongs to a claim: `subject`, `oblique1`.
  static func iri(of part: String, in claim: ClaimID) -> String { iri(of: claim) + "#" + part }

  static func iri(of article: Article) -> String {
    articles + encoded(article.file) + (article.digest.isEmpty ? "" : "#" + encoded(article.digest))
  }

  static func iri(ofEntity name: String) -> String { entities + encoded(name) }

  /// By what lines name a claim with this IRI: its id, or else the whole IRI.
  static func id(ofClaim iri: String) -> String {
    isClaim(iri) ? String(iri.dropFirst(claims.count)) : iri
  }

  /// Whether an IRI is one of ours for a claim.
  static func isClaim(_ iri: String) -> Bool {
    iri.hasPrefix(claims) && iri.utf8.count > claims.utf8.count && !iri.contains("#")
  }

  /// The name in an IRI of ours for an entity; the IRI itself for any other.
  static func entity(_ iri: String) -> String {
    guard iri.hasPrefix(entities) else { return iri }
    return decoded(iri.dropFirst(entities.count).utf8) ?? iri
  }

  private static func encoded(_ name: String) -> String {
    // A name of nothing but dots would be a step between folders.
    let areDots = name.utf8.allSatisfy { $0 == 0x2E }
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x7E: bytes.append(byte)
      case 0x2E where !areDots: bytes.append(byte)
      default: bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)

  /// What was encoded; nil where it is not UTF-8 then.
  private static func decoded(_ name: Substring.UTF8View) -> String? {
    let encoded = Array(name)
    var bytes: [UInt8] = []
    var place = 0
    while place < encoded.count {
      if encoded[place] == 0x25, place + 2 < encoded.count, let byte = number(encoded[place + 1], encoded[place + 2]) {
        bytes.append(byte)
        place += 3
      } else {
        bytes.append(encoded[place])
        place += 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func number(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let first = digit(high), let second = digit(low) else { return nil }
    return first << 4 | second
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
