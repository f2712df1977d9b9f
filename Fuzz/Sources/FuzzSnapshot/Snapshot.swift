import ClaimModel
import Foundation
import Store

private let path = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(getpid()).hearsay").path

/// libFuzzer's entry: any bytes, opened as a saved knowledge base, are refused or read to their end.
@_cdecl("LLVMFuzzerTestOneInput")
public func snapshotsAreOpened(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Data(UnsafeBufferPointer(start: start, count: count))
  guard (try? bytes.write(to: URL(filePath: path))) != nil else { return 0 }
  defer { unlink(path) }
  guard let base = try? KnowledgeBase(opening: path, declaring: KnowledgeBase()) else { return 0 }
  _ = base.articles
  for entity in base.entities(named: "ISIS") {
    for id in base.claims(about: entity.name) { _ = base.claim(id) }
  }
  return 0
}
