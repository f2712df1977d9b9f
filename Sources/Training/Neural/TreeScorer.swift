import CTraining

/// Scores a batch's arcs and labels against the treebank, and sends the derivatives back.
struct TreeScorer {
  let network: Network
  /// Takes the derivatives.
  let slopes: Network
  let dropout: Float
  /// The share of one word in the loss.
  let share: Float

  /// Cross entropies of arcs and of labels, in total, and what scored best, word by word: the head of all heads, and
  /// the label of all labels to the treebank's head.
  struct Loss {
    var arcs = 0.0
    var labels = 0.0
    var bestHeads: [Int] = []
    var bestLabels: [Int] = []
  }

  /// The loss over `examples`, whose words are the rows of `states` one after the other.
  ///
  /// - Returns: the loss and the derivatives by the states.
  func loss(_ examples: [TreebankExample], states: Matrix, from random: inout SeededGenerator) -> (Loss, Matrix) {
    let stateSlopes = Matrix(rows: states.rows, columns: states.columns)
    var loss = Loss()
    addArcs(to: &loss, examples, states, stateSlopes, &random)
    addLabels(to: &loss, examples, states, stateSlopes, &random)
    return (loss, stateSlopes)
  }

  private func addArcs(
    to loss: inout Loss, _ examples: [TreebankExample], _ states: Matrix, _ stateSlopes: Matrix,
    _ random: inout SeededGenerator
  ) {
    let dependents = network.arcDependents.forward(states, dropout: dropout, from: &random)
    let heads = network.arcHeads.forward(states, dropout: dropout, from: &random)
    let wanted = network.arcScores.forward(dependents.output)
    let wantedSlopes = Matrix(rows: wanted.rows, columns: wanted.columns)
    let headSlopes = Matrix(rows: wanted.rows, columns: wanted.columns)
    let root = PackedMatrix(transposing: network.rootArc)
    var start = 0
    for example in examples {
      let rows = start..<start + example.count
      start = rows.upperBound
      let scores = Matrix(rows: example.count, columns: example.count + 1)
      let (toRoot, toWords) = (scores[0..<example.count, 0..<1], scores[0..<example.count, 1..<example.count + 1])
      toRoot.addProduct(wanted[rows: rows], root)
      toWords.addProduct(wanted[rows: rows], PackedMatrix(transposing: heads.output[rows: rows]))
      for (index, head) in example.heads.enumerated() {
        scores[index, index + 1] = -1e9
        loss.bestHeads.append(scores[row: index].highest)
        loss.arcs += scores[row: index].crossEntropy(expecting: head, scale: share)
      }
      wantedSlopes[rows: rows].addProduct(toRoot, PackedMatrix(network.rootArc))
      wantedSlopes[rows: rows].addProduct(toWords, PackedMatrix(heads.output[rows: rows]))
      slopes.rootArc.addProduct(transposing: toRoot, wanted[rows: rows])
      headSlopes[rows: rows].addProduct(transposing: toWords, wanted[rows: rows])
    }
    let dependentSlopes = Matrix(rows: wanted.rows, columns: wanted.columns)
    network.arcScores.backward(
      dependents.output, wantedSlopes, slopes: slopes.arcScores, inputSlopes: dependentSlopes)
    network.arcDependents.backward(
      dependents, dependentSlopes, slopes: slopes.arcDependents, inputSlopes: stateSlopes)
    network.arcHeads.backward(heads, headSlopes, slopes: slopes.arcHeads, inputSlopes: stateSlopes)
  }

  private func addLabels(
    to loss: inout Loss, _ examples: [TreebankExample], _ states: Matrix, _ stateSlopes: Matrix,
    _ random: inout SeededGenerator
  ) {
    let dependents = network.labelDependents.forward(states, dropout: dropout, from: &random)
    let heads = network.labelHeads.forward(states, dropout: dropout, from: &random)
    let pairs = network.labelPairs.forward(dependents.output)
    let scores = network.labelScores.forward(dependents.output)
    let headSlopes = Matrix(rows: states.rows, columns: heads.output.columns)
    let (labels, size) = (scores.columns, heads.output.columns)
    var start = 0
    for example in examples {
      for (index, head) in example.heads.enumerated() {
        let row = start + index
        let isRoot = head == 0
        let vector = isRoot ? network.rootLabel : heads.output[row: start + head - 1]
        let vectorSlopes = isRoot ? slopes.rootLabel : headSlopes[row: start + head - 1]
        let (pair, score) = (pairs[row: row], scores[row: row])
        unsafe Matrix.kernels.pointee.match(labels, size, pair.start, vector.start, score.start)
        loss.bestLabels.append(score.highest)
        loss.labels += score.crossEntropy(expecting: example.labels[index], scale: share)
        unsafe Matrix.kernels.pointee.match_backward(
          labels, size, pair.start, vector.start, score.start, vectorSlopes.start)
      }
      start += example.count
    }
    let dependentSlopes = Matrix(rows: states.rows, columns: size)
    network.labelPairs.backward(
      dependents.output, pairs, slopes: slopes.labelPairs, inputSlopes: dependentSlopes)
    network.labelScores.backward(
      dependents.output, scores, slopes: slopes.labelScores, inputSlopes: dependentSlopes)
    network.labelDependents.backward(
      dependents, dependentSlopes, slopes: slopes.labelDependents, inputSlopes: stateSlopes)
    network.labelHeads.backward(heads, headSlopes, slopes: slopes.labelHeads, inputSlopes: stateSlopes)
  }
}
