import CNeural

/// A network's way over sentences of similar length together, and the memory for it.
final class NetworkBatch {
  private let network: QuantisedNetwork
  private let readings: WordReadings
  private let arcs: ArcScorer
  private let labels: LabelScorer
  private let tagChoice: GroupedChoice
  private let states = Buffer<Int16>()
  private let upperStates = Buffer<Int16>()
  private let inputs = Buffer<Float>()
  private let cells = Buffer<Float>()
  private let sums = Buffer<Int32>()
  private let results = Buffer<Float>()
  private let hidden = Buffer<Int16>()
  private let hiddenScales = Buffer<Float>()
  /// What a unit of a state is worth, row by row.
  private let stateScales = Buffer<Float>()

  init(_ network: QuantisedNetwork, tags: TagSet, labels: [Dependency]) {
    self.network = network
    tagChoice = GroupedChoice(tags.universal)
    readings = WordReadings(network)
    arcs = ArcScorer(network)
    self.labels = LabelScorer(network, labels: labels)
  }

  /// What the network makes of sentences, which are not empty and go from the longest to the shortest.
  func analyses(of sentences: [ArraySlice<String>]) -> [TreeAnalysis] {
    let order = TimeOrder(lengths: sentences.map(\.count))
    readings.prepare(sentences.joined())
    var inputRows = [Int32](repeating: 0, count: order.rowCount)
    for (sentence, words) in sentences.enumerated() {
      for (index, word) in words.enumerated() { inputRows[order.row(index, of: sentence)] = readings.row(of: word) }
    }
    reserve(order)
    read(order, readings.weighted, inputRows, [.firstForward, .firstBackward], into: states)
    network[.secondInput].apply(order.rowCount, states, scales: stateScales, into: inputs)
    let ownRows = (0..<Int32(order.rowCount)).map(\.self)
    read(order, inputs, ownRows, [.secondForward, .secondBackward], into: upperStates)
    let tags = tags(order.rowCount)
    return trees(order).enumerated().map { sentence, tree in
      var tree = tree
      tree.tags = tree.heads.indices.map { tags[order.row($0, of: sentence)] }
      return tree
    }
  }

  private func reserve(_ order: TimeOrder) {
    let (rows, size) = (order.rowCount, network.shape.state)
    states.reserve(rows * 2 * size)
    upperStates.reserve(rows * 2 * size)
    cells.reserve(rows * size)
    sums.reserve(order.lengths.count * 4 * size)
    inputs.reserve(rows * 8 * size)
    let widest = [.tagHidden, .tagScores, .roles].map { network[$0].outputs }.max() ?? 0
    results.reserve(rows * widest)
    hiddenScales.reserve(rows)
    let known = stateScales.count
    stateScales.reserve(rows)
    for row in known..<max(known, rows) { stateScales[row] = 1 / 32767 }
  }

  /// Reads the batch forward and backward.
  private func read(
    _ order: TimeOrder, _ inputs: Buffer<Float>, _ inputRows: [Int32], _ layers: [NetworkShape.Layer],
    into states: Buffer<Int16>
  ) {
    let size = network.shape.state
    inputs.expect((Int(inputRows.max() ?? -1) + 1) * 8 * size)
    let starts = order.starts.map(Int32.init)
    for (direction, layer) in layers.enumerated() {
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe inputRows.withUnsafeBufferPointer { inputRows in
          var recurrent = unsafe network[layer].weights
          unsafe Kernels.shared.table.pointee.read(
            &recurrent, NeuralSteps(count: starts.count - 1, starts: starts.baseAddress), Int32(direction),
            inputs.start + direction * 4 * size, 8 * size, inputRows.baseAddress, states.start + direction * size,
            2 * size, cells.start, sums.start)
        }
      }
    }
  }

  /// The best tag of each row.
  private func tags(_ rows: Int) -> [Int] {
    let outputs = network[.tagScores].outputs
    network[.tagHidden].apply(rows, states, scales: stateScales, into: results)
    rectify(rows, network.shape.tagHidden, stride: network[.tagHidden].outputs, at: 0)
    network[.tagScores].apply(rows, hidden, scales: hiddenScales, into: results)
    return (0..<rows).map { tagChoice.best(of: results, at: $0 * outputs) }
  }

  /// Brings `count` results of each row, rectified, to integers in `hidden`.
  private func rectify(_ rows: Int, _ count: Int, stride: Int, at offset: Int) {
    hidden.reserve(rows * count)
    for row in 0..<rows {
      hiddenScales[row] = results.quantise(
        count, at: row * stride + offset, limit: 32767, rectified: true, into: hidden, at: row * count)
    }
  }

  /// The trees of the sentences, without tags.
  private func trees(_ order: TimeOrder) -> [TreeAnalysis] {
    let (rows, shape, stride) = (order.rowCount, network.shape, network[.roles].outputs)
    network[.roles].apply(rows, upperStates, scales: stateScales, into: results)
    rectify(rows, shape.arc, stride: stride, at: 0)
    arcs.prepare(rows, hidden, scales: hiddenScales)
    rectify(rows, shape.label, stride: stride, at: 2 * shape.arc)
    labels.prepare(rows, hidden, scales: hiddenScales)
    return order.lengths.enumerated().map { sentence, count in
      let rows = (0..<count).map { order.row($0, of: sentence) }
      let scores = arcs.scores(of: rows, roles: results, stride: stride, offset: shape.arc)
      let heads = SpanningTree.heads(scores: scores, count: count)
      let names = labels.best(
        heads, of: rows, roles: results, stride: stride, offset: 2 * shape.arc + shape.label)
      return TreeAnalysis(tags: [], heads: heads, labels: names)
    }
  }
}
