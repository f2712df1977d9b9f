/// How large a network's parts are, and in which order they stand in a network file.
///
/// A network file has a header of 4-byte numbers — the magic word, `state`, `tagHidden`, `arc`, `label`, the numbers of
/// tags and labels, the rows of each kind's embeddings, the lengths of the tags' and labels' names — and the parts, each
/// from a multiple of 32 bytes on. All numbers are little-endian.
package struct NetworkShape: Hashable, Sendable {
  /// Units of an LSTM, in each direction.
  package var state: Int
  /// Units between the first layer's states and the tags.
  package var tagHidden: Int
  /// Units that arcs are scored by.
  package var arc: Int
  /// Units that labels are scored by.
  package var label: Int
  package var tags: Int
  package var labels: Int
  /// Rows of each kind's embeddings; the first is for what is unknown.
  package var embeddingRows: [Int]

  package init(
    state: Int, tagHidden: Int, arc: Int, label: Int, tags: Int, labels: Int, embeddingRows: [Int]
  ) {
    (self.state, self.tagHidden, self.arc, self.label) = (state, tagHidden, arc, label)
    (self.tags, self.labels, self.embeddingRows) = (tags, labels, embeddingRows)
  }

  package static let magic: UInt32 = 0x314E_5348  // "HSN1"

  /// A layer of the network: what stands in the file for it are its weights, scales and bias.
  package enum Layer: CaseIterable, Sendable {
    /// Weights of a word's input to the first readers, forward and backward.
    case firstInput
    case firstForward, firstBackward
    case secondInput
    case secondForward, secondBackward
    case tagHidden, tagScores
    /// What a word is as a dependent and as a head, for arcs, then for labels.
    case roles
    case arcScores, labelPairs, labelScores
  }

  /// How many outputs and inputs a layer has.
  package func size(of layer: Layer) -> (outputs: Int, inputs: Int) {
    switch layer {
    case .firstInput: (8 * state, WordFeatures.dimension)
    case .secondInput: (8 * state, 2 * state)
    case .firstForward, .firstBackward, .secondForward, .secondBackward: (4 * state, state)
    case .tagHidden: (tagHidden, 2 * state)
    case .tagScores: (tags, tagHidden)
    case .roles: (2 * arc + 2 * label, 2 * state)
    case .arcScores: (arc, arc)
    case .labelPairs: (labels * label, label)
    case .labelScores: (labels, label)
    }
  }

  /// The outputs of a layer in the file: a multiple of 16.
  package func paddedOutputs(of layer: Layer) -> Int { (size(of: layer).outputs + 15) & ~15 }

  /// Whether the kernels' steps fit the sizes: eight units of a state, two inputs of a layer.
  package var suitsKernels: Bool {
    state > 0 && state % 8 == 0 && [tagHidden, arc, label].allSatisfy { $0 > 0 && $0 % 2 == 0 }
      && tags > 0 && labels > 0 && embeddingRows.allSatisfy { $0 > 0 }
  }

  /// How many bytes the header takes.
  package static let headerSize = 4 * (9 + WordFeatures.Kind.allCases.count)
}
