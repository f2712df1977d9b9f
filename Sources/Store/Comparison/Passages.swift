/// Which sentences are the same or nearly so, within an article or across: reprints.
///
/// Two sentences are where most of their shingles, runs of three stems, are the same (Broder, "On the resemblance and
/// containment of documents", 1997). They are found by the least hashes of their shingles (min-wise hashing) in bands;
/// within a band neighbours in the order of the hashes are compared, so that the cost is that of sorting.
package struct Passages: Sendable {
  /// For each sentence the row of the first one, by article and place in it, that is the same or nearly so.
  package private(set) var first: [UInt32]
  /// For each sentence how many are the same or nearly so, itself among them.
  package private(set) var counts: [UInt32]

  /// How many least hashes a sentence has, and how many of them make a band.
  private static let hashes = 24
  private static let band = 3
  /// Stems that a sentence needs for it to be a reprint rather than a common phrase.
  private static let fewestStems = 6
  private static let shingle = 3

  init(_ base: KnowledgeBase) {
    let sentences = base.sentences
    first = (0..<UInt32(sentences.count)).map { $0 }
    counts = [UInt32](repeating: 1, count: sentences.count)
    let shingles = (0..<sentences.count).map { Self.shingles(sentences.texts[$0]) }
    for band in 0..<(Self.hashes / Self.band) {
      var entries: [(hash: UInt64, content: UInt64, row: UInt32)] = []
      for row in shingles.indices where !shingles[row].isEmpty {
        entries.append((Self.hash(of: shingles[row], band), Self.content(shingles[row]), UInt32(row)))
      }
      entries.sort { ($0.hash, $0.content) < ($1.hash, $1.content) }
      for (one, other) in zip(entries, entries.dropFirst()) where one.hash == other.hash {
        if Self.areAlike(shingles[Int(one.row)], shingles[Int(other.row)]) { join(one.row, other.row) }
      }
    }
    settle(base)
  }

  /// The shingles of a sentence as hashes, in order, without repetition; none for a short one. Hashes are of the stems
  /// themselves: their ids depend on what was loaded first.
  private static func shingles(_ text: String) -> [UInt64] {
    let stems = Words.stems(of: text)
    guard stems.count >= fewestStems else { return [] }
    let hashes = stems.map { StableHash.of($0.utf8) }
    let runs = (0...(hashes.count - shingle)).map { start in
      hashes[start..<(start + shingle)].reduce(0) { StableHash.mixed($0 &* 31 &+ $1) }
    }
    return Array(Set(runs)).sorted()
  }

  private static func hash(of shingles: [UInt64], _ band: Int) -> UInt64 {
    var hash: UInt64 = 0
    for number in 0..<Self.band {
      let seed = StableHash.mixed(UInt64(band * Self.band + number))
      hash = StableHash.mixed(hash ^ (shingles.lazy.map { StableHash.mixed($0 ^ seed) }.min() ?? 0))
    }
    return hash
  }

  private static func content(_ shingles: [UInt64]) -> UInt64 { shingles.reduce(0) { StableHash.mixed($0 ^ $1) } }

  /// Whether at least seven in ten of the shingles of both are shared.
  private static func areAlike(_ one: [UInt64], _ other: [UInt64]) -> Bool {
    var (left, right, shared) = (0, 0, 0)
    while left < one.count, right < other.count {
      if one[left] == other[right] { shared += 1 }
      let (isLess, isMore) = (one[left] < other[right], one[left] > other[right])
      if !isMore { left += 1 }
      if !isLess { right += 1 }
    }
    return shared * 10 >= (one.count + other.count - shared) * 7
  }

  /// The sentence that stands for all that have been joined with this one, for now.
  private mutating func root(_ row: UInt32) -> UInt32 {
    var row = row
    while first[Int(row)] != row {
      first[Int(row)] = first[Int(first[Int(row)])]
      row = first[Int(row)]
    }
    return row
  }

  private mutating func join(_ one: UInt32, _ other: UInt32) {
    let (left, right) = (root(one), root(other))
    if left != right { first[Int(max(left, right))] = min(left, right) }
  }

  /// Makes the first of each set, in the order of the articles, stand for it, and counts.
  private mutating func settle(_ base: KnowledgeBase) {
    var leader: [UInt32: UInt32] = [:]
    var sizes: [UInt32: UInt32] = [:]
    var roots = first
    for row in base.sentenceOrder {
      let root = root(row)
      roots[Int(row)] = root
      if leader[root] == nil { leader[root] = row }
      sizes[root, default: 0] += 1
    }
    for row in roots.indices {
      first[row] = leader[roots[row]] ?? UInt32(row)
      counts[row] = sizes[roots[row]] ?? 1
    }
  }
}
