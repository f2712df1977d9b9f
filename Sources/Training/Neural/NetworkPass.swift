import Language

/// One way through the network and back with some sentences.
struct NetworkPass {
  let network: Network
  /// Takes the derivatives by all numbers but the embeddings.
  let slopes: Network
  var noise: InputLayer.Noise? = InputLayer.Noise()
  var dropout: Float = 0.25
  /// The share of one word in the loss.
  let share: Float

  struct Result {
    /// The cross entropy of the tags, in total.
    let tagLoss: Double
    /// The tags that scored best, and the treebank's, in the order of time.
    let bestTags: [(best: Int, expected: Int)]
    let trees: TreeScorer.Loss
    let input: InputLayer
    let inputSlopes: Matrix
  }

  /// A layer's traces, and its results after dropout.
  private struct Layer {
    let traces: [LSTM.Trace]
    let mask: Matrix
    let dropped: Matrix
  }

  /// The loss over `examples`, longest first, and the derivatives.
  func run(_ examples: [TreebankExample], from random: inout SeededGenerator) -> Result {
    let order = TimeOrder(lengths: examples.map(\.count))
    let places = Self.places(order)
    let words = Self.inTime(order) { examples[$0].words[$1] }
    let input = InputLayer(words, network: network, noise: noise, from: &random)
    let inputMask = mask(examples.count, input.values.columns, &random)
    Self.scale(input.values, by: inputMask, order)

    let first = read(input.values, layer: 0, order, examples.count, &random)
    let second = read(first.dropped, layer: 1, order, examples.count, &random)
    let states = Matrix(rows: order.rowCount, columns: 2 * network.size.state)
    for (place, row) in places.enumerated() { states[row: place].copy(second.dropped[row: row]) }

    let trees = TreeScorer(network: network, slopes: slopes, dropout: dropout, share: share)
    let (treeLoss, stateSlopes) = trees.loss(examples, states: states, from: &random)
    let secondSlopes = Matrix(rows: states.rows, columns: states.columns)
    for (place, row) in places.enumerated() { secondSlopes[row: row].copy(stateSlopes[row: place]) }
    let firstSlopes = Matrix(rows: states.rows, columns: states.columns)
    back(second, secondSlopes, layer: 1, order, inputs: first.dropped, inputSlopes: firstSlopes)

    let tags = Self.inTime(order) { examples[$0].tags[$1] }
    let (tagLoss, bestTags) = tagLoss(tags, first.dropped, firstSlopes, &random)
    let inputSlopes = Matrix(rows: states.rows, columns: input.values.columns)
    back(first, firstSlopes, layer: 0, order, inputs: input.values, inputSlopes: inputSlopes)
    Self.scale(inputSlopes, by: inputMask, order)
    return Result(
      tagLoss: tagLoss, bestTags: bestTags, trees: treeLoss, input: input, inputSlopes: inputSlopes)
  }

  /// For each word, sentence by sentence, its row in the order of time.
  private static func places(_ order: TimeOrder) -> [Int] {
    order.lengths.enumerated().flatMap { sentence, count in (0..<count).map { order.row($0, of: sentence) } }
  }

  /// What `body` gives for each word, in the order of time.
  private static func inTime<Value>(_ order: TimeOrder, _ body: (_ sentence: Int, _ word: Int) -> Value) -> [Value] {
    (0..<order.stepCount).flatMap { step in (0..<order.rows(step).count).map { body($0, step) } }
  }

  private func mask(_ sentences: Int, _ columns: Int, _ random: inout SeededGenerator) -> Matrix {
    Matrix.dropout(rows: sentences, columns: columns, rate: dropout, from: &random)
  }

  /// Multiplies each word with the mask of its sentence (variational dropout, Gal and Ghahramani 2016).
  private static func scale(_ values: Matrix, by mask: Matrix, _ order: TimeOrder) {
    for step in 0..<order.stepCount { values[rows: order.rows(step)].scale(by: mask[rows: 0..<order.rows(step).count]) }
  }

  private func read(
    _ inputs: Matrix, layer: Int, _ order: TimeOrder, _ sentences: Int, _ random: inout SeededGenerator
  ) -> Layer {
    let size = network.size.state
    let outputs = Matrix(rows: inputs.rows, columns: 2 * size)
    let traces = network.readers[layer].enumerated().map { direction, reader in
      reader.forward(
        inputs, order, reversed: direction == 1,
        outputs: outputs[0..<inputs.rows, direction * size..<(direction + 1) * size])
    }
    let dropped = Matrix(rows: inputs.rows, columns: 2 * size)
    dropped.copy(outputs)
    let mask = mask(sentences, 2 * size, &random)
    Self.scale(dropped, by: mask, order)
    return Layer(traces: traces, mask: mask, dropped: dropped)
  }

  private func back(
    _ layer: Layer, _ droppedSlopes: Matrix, layer index: Int, _ order: TimeOrder, inputs: Matrix, inputSlopes: Matrix
  ) {
    let size = network.size.state
    Self.scale(droppedSlopes, by: layer.mask, order)
    for (direction, reader) in network.readers[index].enumerated() {
      reader.backward(
        inputs, order, reversed: direction == 1, layer.traces[direction],
        outputSlopes: droppedSlopes[0..<inputs.rows, direction * size..<(direction + 1) * size],
        slopes: slopes.readers[index][direction], inputSlopes: inputSlopes)
    }
  }

  private func tagLoss(
    _ tags: [Int], _ states: Matrix, _ stateSlopes: Matrix, _ random: inout SeededGenerator
  ) -> (Double, [(best: Int, expected: Int)]) {
    let hidden = network.tagHidden.forward(states, dropout: dropout, from: &random)
    let scores = network.tagScores.forward(hidden.output)
    var loss = 0.0
    var best: [(best: Int, expected: Int)] = []
    for (row, tag) in tags.enumerated() {
      best.append((scores[row: row].highest, tag))
      loss += scores[row: row].crossEntropy(expecting: tag, scale: share)
    }
    let hiddenSlopes = Matrix(rows: states.rows, columns: hidden.output.columns)
    network.tagScores.backward(hidden.output, scores, slopes: slopes.tagScores, inputSlopes: hiddenSlopes)
    network.tagHidden.backward(hidden, hiddenSlopes, slopes: slopes.tagHidden, inputSlopes: stateSlopes)
    return (loss, best)
  }
}
