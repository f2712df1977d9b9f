import Language

/// Words of a batch as the network reads them: their embeddings side by side, some of them dropped.
struct InputLayer {
  /// How often all that is known of a word's spelling, or one kind of feature, is hidden while training.
  struct Noise {
    /// A word that occurs n times is unknown with probability wordDropout / (wordDropout + n) (Iyyer et al. 2015;
    /// Kiperwasser and Goldberg 2016).
    var wordDropout: Float = 0.25
    var featureDropout: Float = 0.1
  }

  /// The rows that were read, and by how much their embeddings were multiplied; 0 if they were dropped.
  private(set) var reads: [Read] = []
  let values: Matrix

  struct Read {
    var rows: [Int32]
    var sequences: [UInt16]
    /// A factor for each kind, the last for the letter sequences.
    var factors: [Float]
  }

  init(_ words: [EncodedWord], network: Network, noise: Noise?, from random: inout SeededGenerator) {
    values = Matrix(rows: words.count, columns: WordFeatures.dimension)
    reads.reserveCapacity(words.count)
    for (row, word) in words.enumerated() {
      reads.append(Self.read(word, noise: noise, from: &random))
      Self.eachPart(of: reads[row]) { table, source, columns, factor in
        values[row..<row + 1, columns].add(
          (table.map { network.embeddings[$0] } ?? network.sequences)[row: source], scale: factor)
      }
    }
  }

  private static func read(_ word: EncodedWord, noise: Noise?, from random: inout SeededGenerator) -> Read {
    var rows = word.rows
    var factors = [Float](repeating: 1, count: rows.count + 1)
    if let noise {
      if random.share() * (noise.wordDropout + word.frequency) < noise.wordDropout { rows[0] = 0 }
      let kept = 1 / (1 - noise.featureDropout)
      for index in factors.indices { factors[index] = random.share() < noise.featureDropout ? 0 : kept }
    }
    return Read(rows: rows, sequences: word.sequences, factors: factors)
  }

  /// Calls `body` with each embedding that a word was read as: its table (nil for the letter sequences), its row, its
  /// columns in the input, and its factor.
  private static func eachPart(of read: Read, _ body: (Int?, Int, Range<Int>, Float) -> Void) {
    for kind in WordFeatures.Kind.allCases where read.factors[kind.rawValue] != 0 {
      body(
        kind.rawValue, Int(read.rows[kind.rawValue]), kind.offset..<kind.offset + kind.dimension,
        read.factors[kind.rawValue])
    }
    let factor = read.factors[WordFeatures.Kind.allCases.count] / Float(read.sequences.count)
    guard factor != 0 else { return }
    for row in read.sequences { body(nil, Int(row), WordFeatures.sequenceOffset..<WordFeatures.dimension, factor) }
  }

  /// Adds the derivatives by the embeddings to `slopes`.
  func backward(_ valueSlopes: Matrix, slopes: Network) {
    for (row, read) in reads.enumerated() {
      Self.eachPart(of: read) { table, target, columns, factor in
        (table.map { slopes.embeddings[$0] } ?? slopes.sequences)[row: target].add(
          valueSlopes[row..<row + 1, columns], scale: factor)
      }
    }
  }
}
