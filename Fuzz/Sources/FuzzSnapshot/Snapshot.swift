import ClaimModel
import Foundation
import Interchange
import Store

private let folder = FileManager.default.temporaryDirectory.path
private let path = "\(folder)/fuzz-\(getpid()).hearsay"

private let context = ImportContext(
  entity: { _ in nil }, entityWritten: { $0 == "ISIS" ? Entity(name: "ISIS", kind: .organisation) : nil },
  author: { Entity(name: $0.source, kind: .other) },
  contentAddress: { claim, identity in ClaimID(UInt64(claim.text.utf8.reduce(7) { $0 &* 31 &+ Int($1) }.magnitude)) },
  addressOfContent: { ClaimID(UInt64($0.count)) }, articles: [], nearest: { _, _ in nil })

/// What is known in the file that is damaged.
private let known: KnowledgeBase = {
  var base = KnowledgeBase()
  let lines = (1...40).map { number in
    """
    {"subject":"ISIS","relation":"attack","object":"\(number) posts","text":"ISIS attacked post \(number).",\
    "source":"A\(number % 3)","location":"Kunar","date":"2025-01-\(10 + number % 20)","about":["ISIS","Kunar"],\
    "entities":[{"name":"Kunar","kind":"place","aliases":["Konar"],"broader":"Afghanistan"}],\
    "obliques":[{"marker":"in","argument":"the valley"}],"quantity":\(number),"topic":"violence"}
    """
  }
  _ = BulkImport(context).load(
    ClaimsFile(Array(lines.joined(separator: "\n").utf8)), path: "x.jsonl", extractor: "x", isStrict: true, into: &base)
  precondition(base.claimCount == 40)
  return base
}()

private let saved: [UInt8] = {
  guard (try? known.save(to: path)) != nil, let bytes = FileManager.default.contents(atPath: path) else {
    fatalError("cannot write to \(folder)")
  }
  return Array(bytes)
}()

/// libFuzzer's entry: a saved knowledge base is refused or read to its end, whatever has become of its bytes.
///
/// Where the first byte is even, the others are the whole file; else each three of them change a byte of a good
/// file: the number of a section, a place in it, and the value. The checksums are made to fit then, or nothing would
/// come of it.
@_cdecl("LLVMFuzzerTestOneInput")
public func snapshotsAreOpened(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 0 else { return 0 }
  let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let bytes = start[0] % 2 == 0 ? input : Seal.damaged(saved, by: input)
  guard (try? Data(bytes).write(to: URL(filePath: path))) != nil else { return 0 }
  defer { unlink(path) }
  guard var base = try? KnowledgeBase(opening: path, declaring: known) else { return 0 }
  for article in base.articles { _ = base.sentences(of: article) }
  for entity in base.entities(named: "Konar") + base.entities(named: "ISIS") {
    for id in base.claims(about: entity.name) { _ = base.claim(id) }
  }
  guard (try? base.verify()) != nil else { return 0 }
  base.compareClaims()
  let line = #"{"subject":"ISIS","relation":"leave","text":"ISIS left.","source":"A1"}"#
  _ = BulkImport(context).load(
    ClaimsFile(Array(line.utf8)), path: "x.jsonl", extractor: "x", isStrict: false, into: &base)
  return 0
}
