import ClaimModel
import TextForms

/// Entities that a vocabulary declares. They are not encoded before a claim names them or a query asks for them: a
/// vocabulary of many thousands costs nothing at the start.
struct DeclaredEntities: Sendable {
  let entities: [Entity]
  private let names = Lazy<[String: [Int]]>()
  private let exactNames = Lazy<[String: Int]>()
  private let madeDigest = Lazy<UInt64>()

  init(_ entities: [Entity]) {
    self.entities = entities
  }

  /// Those with this name or alias, those with the name first. The first call makes the index of all names.
  func named(_ name: String) -> [Entity] {
    let index = names.value { indexed() }
    let key = name.foldedKey
    let found = (index[key] ?? []).map { entities[$0] }
    return found.filter { $0.name.foldedKey == key } + found.filter { $0.name.foldedKey != key }
  }

  /// The one with exactly this name. The first call makes an index of names, which costs far less than that of all names
  /// and aliases.
  func entity(_ name: String) -> Entity? {
    let index = exactNames.value {
      Dictionary(entities.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return index[name].map { entities[$0] }
  }

  /// What tells these entities apart from others.
  var digest: UInt64 { madeDigest.value { Self.digest(of: entities) } }

  /// What tells a list of entities apart from others.
  static func digest(of entities: [Entity]) -> UInt64 {
    var bytes: [UInt8] = []
    for entity in entities {
      for text in [entity.name, entity.kind.rawValue, entity.broader ?? "\u{1}"] + entity.aliases {
        bytes.append(contentsOf: text.utf8)
        bytes.append(0)
      }
      bytes.append(0)
    }
    return XXH64.checksum(of: bytes[...])
  }

  private func indexed() -> [String: [Int]] {
    var index: [String: [Int]] = [:]
    index.reserveCapacity(entities.count * 2)
    for (position, entity) in entities.enumerated() {
      for key in Set([entity.name.foldedKey] + entity.aliases.map(\.foldedKey)) {
        index[key, default: []].append(position)
      }
    }
    return index
  }
}
