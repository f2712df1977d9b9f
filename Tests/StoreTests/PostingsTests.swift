import Testing

@testable import Store

@Suite struct PostingsTests {
  @Test func listsAreWhatWasPutIntoThem() {
    var random = RandomClaims(seed: 2)
    var postings = Postings()
    var lists = [[UInt32]](repeating: [], count: 60)
    for row in 0..<60_000 {
      // A few lists get most of the rows, and steps are of every width.
      let list = min(random.number(below: 60), random.number(below: 60))
      let number = row * (list % 7 == 0 ? 5_000 : 3)
      postings.append(number, to: list)
      lists[list].append(UInt32(number))
      // What is there already is not added again.
      if row % 5 == 0 { postings.append(number, to: list) }
    }
    for (list, rows) in lists.enumerated() {
      #expect(postings.rows(list) == rows)
      #expect(postings.count(list) == rows.count)
    }
    #expect(postings.rows(1_000).isEmpty && postings.count(1_000) == 0)
  }

  @Test func rowsAreFoundByTheirHashes() {
    var index = HashIndex()
    // Many rows share a hash.
    let hashes = (0..<5_000).map { UInt32($0 / 7 * 0x9E37) }
    for (row, hash) in hashes.enumerated() { index.insert(hash, row) }
    for (row, hash) in hashes.enumerated() { #expect(index.find(hash) { $0 == row } == row) }
    #expect(index.find(1) { _ in true } == nil)
    #expect(HashIndex().find(0) { _ in true } == nil)
  }
}
