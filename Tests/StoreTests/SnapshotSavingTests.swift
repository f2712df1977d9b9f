import ClaimModel
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Store

@Suite struct SnapshotSavingTests {
  /// Whichever write fails, the old file stays and nothing else is left.
  @Test func aSaveThatFailsLeavesTheOldFile() throws {
    let files = try SnapshotFiles()
    let (old, new) = (SnapshotFiles.base(seed: 1), SnapshotFiles.base(seed: 2))
    let path = files.path("a.hearsay")
    try old.save(to: path)
    let bytes = try files.bytes("a.hearsay")
    var failing = 0
    while true {
      let count = Mutex(0)
      let last = failing
      do throws(SnapshotProblem) {
        _ = try new.save(to: path) { file, bytes, offset in
          let number = count.withLock { count in
            defer { count += 1 }
            return count
          }
          guard number == last else { return SnapshotWriter.system(file, bytes, offset) }
          errno = ENOSPC
          return -1
        }
        break
      } catch {
        #expect(error == .unwritable(path: path, reason: "the disk is full"))
        #expect(try files.bytes("a.hearsay") == bytes)
        #expect(try files.names() == ["a.hearsay"])
      }
      failing += 13
    }
    #expect(failing > 40)
    #expect(SnapshotFiles.everything(in: try KnowledgeBase(opening: path)) == SnapshotFiles.everything(in: new))
  }

  /// A write that takes only some of the bytes is gone on with.
  @Test func shortWritesAreGoneOnWith() throws {
    let files = try SnapshotFiles()
    let base = SnapshotFiles.base(seed: 3)
    try base.save(to: files.path("a.hearsay"))
    _ = try base.save(to: files.path("b.hearsay")) { file, bytes, offset in
      SnapshotWriter.system(file, bytes.extracting(0..<min(bytes.byteCount, 1000)), offset)
    }
    #expect(try files.bytes("a.hearsay") == files.bytes("b.hearsay"))
  }

  @Test func whatIsNoSnapshotIsNotWrittenOver() throws {
    let files = try SnapshotFiles()
    let text = try files.write(Array("An article.".utf8), "a.txt")
    func problem(_ path: String) -> SnapshotProblem? {
      do throws(SnapshotProblem) {
        try KnowledgeBase().save(to: path)
        return nil
      } catch {
        return error
      }
    }
    #expect(problem(text) == .otherFile(path: text))
    #expect(problem("/dev/null") == .otherFile(path: "/dev/null"))
    #expect(problem(files.folder.path) == .unwritable(path: files.folder.path, reason: "it is a folder"))
    let nowhere = files.path("none/a.hearsay")
    #expect(problem(nowhere) == .unwritable(path: nowhere, reason: "there is no such file or folder"))
    // An empty file is nothing to be lost.
    #expect(problem(try files.write([], "empty.hearsay")) == nil)
    #expect(try files.names() == ["a.txt", "empty.hearsay"])
  }

  /// Blocks of nothing but zeros take no room on the disk.
  @Test func zerosAreHoles() throws {
    let files = try SnapshotFiles()
    var base = KnowledgeBase()
    var article = RandomClaims.article("zeros")
    article.text = String(repeating: "\0", count: 1_000_000)
    var random = RandomClaims(seed: 4)
    let claim = random.claim()
    base.append(Extraction(claims: [claim]), of: article)
    let bytes = try base.save(to: files.path("a.hearsay"))
    var status = stat()
    #expect(unsafe stat(files.path("a.hearsay"), &status) == 0)
    #expect(bytes > 1_000_000 && Int(status.st_blocks) * 512 < bytes - 800_000)
    let opened = try KnowledgeBase(opening: files.path("a.hearsay"))
    try opened.verify()
    #expect(opened.articles == base.articles)
    #expect(opened.claim(claim.id) == claim)
  }

  @Test func permissionsStay() throws {
    let files = try SnapshotFiles()
    let path = files.path("a.hearsay")
    try KnowledgeBase().save(to: path)
    #expect(unsafe chmod(path, 0o600) == 0)
    try SnapshotFiles.base(seed: 5).save(to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  /// What a link leads to is written over, not the link.
  @Test func linksStay() throws {
    let files = try SnapshotFiles()
    let (path, link) = (files.path("a.hearsay"), files.path("link.hearsay"))
    try KnowledgeBase().save(to: path)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.hearsay")
    let base = SnapshotFiles.base(seed: 6)
    try base.save(to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "a.hearsay")
    #expect(SnapshotFiles.everything(in: try KnowledgeBase(opening: path)) == SnapshotFiles.everything(in: base))
    #expect(try files.names() == ["a.hearsay", "link.hearsay"])
  }
}
