/// A trained network, read in place: features of words, two layers of LSTMs, scores of tags, arcs and labels.
struct QuantisedNetwork: Sendable {
  let shape: NetworkShape
  let known: [KnownFeatures]
  let embeddings: [Embedding]
  let sequences: Embedding
  let layers: [NetworkShape.Layer: QuantisedLayer]
  /// What the root is as a head.
  let root: [Float]

  /// The network in a file after its names; nil if the file is cut.
  init?(_ file: inout NetworkFile) {
    let shape = file.shape
    self.shape = shape
    var known: [KnownFeatures] = []
    var embeddings: [Embedding] = []
    for (kind, rows) in zip(WordFeatures.Kind.allCases, shape.embeddingRows) {
      known.append(KnownFeatures(rows: rows, from: &file))
      embeddings.append(Embedding(rows: rows, dimension: kind.dimension, from: &file))
    }
    (self.known, self.embeddings) = (known, embeddings)
    sequences = Embedding(
      rows: WordFeatures.sequenceRows, dimension: WordFeatures.sequenceDimension, from: &file)
    var layers: [NetworkShape.Layer: QuantisedLayer] = [:]
    for layer in NetworkShape.Layer.allCases {
      layers[layer] = QuantisedLayer(layer, of: shape, from: &file)
    }
    self.layers = layers
    let root = file.part(4 * shape.arc)
    guard !file.isCut else { return nil }
    self.root = (0..<shape.arc).map { Float(bitPattern: root.word(at: 4 * $0)) }
  }

  /// One of its layers.
  subscript(layer: NetworkShape.Layer) -> QuantisedLayer { layers[layer]! }

  /// Writes a word's input to the network into `numbers`.
  func read(_ features: WordFeatures, into numbers: Buffer<Float>) {
    for index in 0..<WordFeatures.dimension { numbers[index] = 0 }
    for kind in WordFeatures.Kind.allCases {
      let row = known[kind.rawValue].row(of: features.hashes[kind.rawValue])
      embeddings[kind.rawValue].add(row, factor: 1, to: numbers, at: kind.offset)
    }
    let factor = 1 / Float(features.sequences.count)
    for row in features.sequences {
      sequences.add(Int(row), factor: factor, to: numbers, at: WordFeatures.sequenceOffset)
    }
  }
}
