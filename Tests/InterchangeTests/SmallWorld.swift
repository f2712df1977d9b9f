import ClaimModel
import Claims
import Interchange

/// What the tests' readers know of the world: two names.
enum SmallWorld {
  static let context = ImportContext(
    entity: { ["isis", "daesh"].contains($0.lowercased()) ? Entity(name: "ISIS", kind: .organisation) : nil },
    entityWritten: { ["ISIS": "ISIS", "Kabul": "Kabul"][$0].map { Entity(name: $0, kind: .other) } },
    author: { Entity(name: $0.source, kind: .person) }, contentAddress: { ClaimIdentity.id(of: $0, digest: $1) },
    addressOfContent: { ClaimIdentity.id(ofContent: $0) }, articles: [], nearest: { _, _ in nil })
}
