import ClaimModel
import Interchange
import Store

private let context = ImportContext(
  entity: { $0.lowercased() == "isis" ? Entity(name: "ISIS", kind: .organisation) : nil },
  entityWritten: { $0 == "ISIS" ? Entity(name: "ISIS", kind: .organisation) : nil },
  author: { Entity(name: $0.source, kind: .other) },
  contentAddress: { claim, identity in ClaimID(hash(identity + claim.relation + claim.text)) },
  addressOfContent: { ClaimID(UInt64($0.count)) }, articles: [], nearest: { _, _ in nil })

private let endings = [".jsonl", ".csv", ".nt", ".ttl"]

/// FNV-1a (Fowler, Noll and Vo).
private func hash(_ text: String) -> UInt64 {
  text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}

/// libFuzzer's entry: any bytes, whose first one picks a format, are read to their end, at once and in small chunks, and the
/// claims of which there are can be written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func claimsAreImported(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let path = "x" + endings[Int(start[0]) % endings.count]
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  for (chunk, isAlwaysInChunks) in [(1 << 20, false), (64, true)] {
    var base = KnowledgeBase()
    let reader = BulkImport(context, chunk: chunk, threads: 1, isAlwaysInChunks: isAlwaysInChunks)
    let summary = reader.load(ClaimsFile(bytes), path: path, extractor: "x", isStrict: false, into: &base)
    precondition(base.claimCount == summary.claims && summary.badLines >= 0)
    precondition(summary.diagnostics.allSatisfy { !$0.message.isEmpty })
    for claim in base.articles.flatMap({ base.claims(about: $0.source) }) { precondition(base.claim(claim) != nil) }
  }
  return 0
}
