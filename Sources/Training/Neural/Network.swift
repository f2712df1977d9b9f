import Language

/// How large the parts of a network are.
struct NetworkSize: Hashable, Sendable {
  /// Numbers a word is read as.
  var input = WordFeatures.dimension
  /// Units of an LSTM, in each direction.
  var state = 128
  var tagHidden = 96
  var arc = 160
  var label = 40
  /// Rows of the embeddings, kind by kind.
  var embeddingRows: [Int]
  var tags: Int
  var labels: Int
}

/// A joint tagger and parser: embeddings, two layers of LSTMs that read both ways, tags scored over the first, arcs and
/// labels by biaffine attention over the second (Dozat and Manning 2017; the hierarchy after Søgaard and Goldberg 2016).
///
/// The same type holds its numbers and, over other storage, the derivatives by them.
struct Network {
  let size: NetworkSize
  let storage: NumberStorage

  let embeddings: [Matrix]
  let sequences: Matrix
  /// Per layer, the readers forward and backward.
  let readers: [[LSTM]]
  let tagHidden: RectifiedLayer
  let tagScores: LinearLayer
  let arcDependents: RectifiedLayer
  let arcHeads: RectifiedLayer
  /// Turns what a dependent is into what its head should be.
  let arcScores: LinearLayer
  /// What the root is as a head.
  let rootArc: Matrix
  let labelDependents: RectifiedLayer
  let labelHeads: RectifiedLayer
  /// For each label, turns what a dependent is into what its head should be.
  let labelPairs: LinearLayer
  /// Scores of labels by the dependent alone.
  let labelScores: LinearLayer
  let rootLabel: Matrix

  /// A network of zeros.
  init(_ size: NetworkSize) {
    self.size = size
    storage = NumberStorage(count: Self.parts(of: size).reduce(0) { $0 + $1.rows * $1.columns })
    var offset = 0
    var matrices: [Matrix] = []
    for part in Self.parts(of: size) {
      matrices.append(Matrix(storage, from: offset, rows: part.rows, columns: part.columns, stride: part.columns))
      offset += part.rows * part.columns
    }
    var rest = matrices[...]
    func linear() -> LinearLayer { LinearLayer(weights: rest.removeFirst(), bias: rest.removeFirst()) }
    embeddings = size.embeddingRows.map { _ in rest.removeFirst() }
    sequences = rest.removeFirst()
    readers = (0..<2).map { _ in (0..<2).map { _ in LSTM(input: linear(), recurrent: rest.removeFirst()) } }
    tagHidden = RectifiedLayer(linear: linear())
    tagScores = linear()
    arcDependents = RectifiedLayer(linear: linear())
    arcHeads = RectifiedLayer(linear: linear())
    arcScores = linear()
    rootArc = rest.removeFirst()
    labelDependents = RectifiedLayer(linear: linear())
    labelHeads = RectifiedLayer(linear: linear())
    labelPairs = linear()
    labelScores = linear()
    rootLabel = rest.removeFirst()
  }

  /// How many numbers belong to embeddings; they come first.
  var embeddingCount: Int { (embeddings + [sequences]).reduce(0) { $0 + $1.rows * $1.columns } }

  private static func parts(of size: NetworkSize) -> [(rows: Int, columns: Int)] {
    func linear(_ outputs: Int, _ inputs: Int) -> [(rows: Int, columns: Int)] { [(outputs, inputs), (1, outputs)] }
    var parts = zip(WordFeatures.Kind.allCases, size.embeddingRows).map { (rows: $1, columns: $0.dimension) }
    parts.append((WordFeatures.sequenceRows, WordFeatures.sequenceDimension))
    for inputs in [size.input, size.input, 2 * size.state, 2 * size.state] {
      parts += linear(4 * size.state, inputs) + [(4 * size.state, size.state)]
    }
    parts += linear(size.tagHidden, 2 * size.state) + linear(size.tags, size.tagHidden)
    parts += linear(size.arc, 2 * size.state) + linear(size.arc, 2 * size.state)
    parts += linear(size.arc, size.arc) + [(1, size.arc)]
    parts += linear(size.label, 2 * size.state) + linear(size.label, 2 * size.state)
    parts += linear(size.labels * size.label, size.label) + linear(size.labels, size.label) + [(1, size.label)]
    return parts
  }
}

extension Network {
  /// Fills the network with numbers to start from.
  func initialize(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for table in embeddings + [sequences] { table.fillNormally(deviation: 0.1, from: &random) }
    for reader in readers.joined() {
      let limit = 1 / Float(size.state).squareRoot()
      reader.input.weights.fillEvenly(limit: limit, from: &random)
      reader.recurrent.fillEvenly(limit: limit, from: &random)
      reader.input.bias[0..<1, size.state..<2 * size.state].fill(1)
    }
    for layer in [tagHidden, arcDependents, arcHeads, labelDependents, labelHeads].map(\.linear) + [tagScores] {
      layer.weights.fillEvenly(limit: 1 / Float(layer.weights.columns).squareRoot(), from: &random)
    }
    for vector in [rootArc, rootLabel] { vector.fillNormally(deviation: 0.1, from: &random) }
  }
}
