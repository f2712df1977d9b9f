import Language

/// Writes a trained network as a network file (see `NetworkShape`): each number in 8 bits, with a scale for each row.
struct NetworkWriter {
  private let network: Network
  private let shape: NetworkShape
  private var bytes: [UInt8] = []

  /// The bytes of the file.
  static func file(of network: Network, encoder: TreebankEncoder) -> [UInt8] {
    var writer = NetworkWriter(network)
    writer.writeHeader(encoder)
    for (kind, embedding) in network.embeddings.enumerated() {
      for hash in encoder.vocabulary.hashes[kind] { writer.bytes.append(hash) }
      writer.endPart()
      writer.write(embedding)
    }
    writer.write(network.sequences)
    for layer in NetworkShape.Layer.allCases { writer.write(layer) }
    for column in 0..<network.rootArc.columns { writer.bytes.append(network.rootArc[0, column].bitPattern) }
    writer.endPart()
    return writer.bytes
  }

  private init(_ network: Network) {
    self.network = network
    let size = network.size
    shape = NetworkShape(
      state: size.state, tagHidden: size.tagHidden, arc: size.arc, label: size.label, tags: size.tags,
      labels: size.labels, embeddingRows: size.embeddingRows)
  }

  private mutating func writeHeader(_ encoder: TreebankEncoder) {
    let tags = Array(encoder.tags.joined(separator: "\n").utf8)
    let labels = Array(encoder.labels.map(\.rawValue).joined(separator: "\n").utf8)
    bytes.append(NetworkShape.magic)
    let sizes = [shape.state, shape.tagHidden, shape.arc, shape.label, shape.tags, shape.labels]
    for number in sizes + shape.embeddingRows + [tags.count, labels.count] { bytes.append(UInt32(number)) }
    endPart()
    for names in [tags, labels] {
      bytes += names
      endPart()
    }
  }

  private mutating func endPart() { bytes += [UInt8](repeating: 0, count: -bytes.count & 31) }

  private mutating func write(_ embedding: Matrix) {
    let rows = (0..<embedding.rows).map { QuantisedRow(embedding[row: $0].values) }
    for row in rows { bytes += row.cells.map { UInt8(bitPattern: $0) } }
    endPart()
    for row in rows { bytes.append(row.scale.bitPattern) }
    endPart()
  }

  /// Writes a layer's weights in panels, its scales and its bias, with outputs of nothing up to a multiple of 16.
  private mutating func write(_ layer: NetworkShape.Layer) {
    let (weights, bias) = rows(of: layer)
    precondition(weights.count == shape.size(of: layer).outputs)
    let padding = shape.paddedOutputs(of: layer) - weights.count
    let depth = shape.size(of: layer).inputs
    let rows = (weights + Array(repeating: Array(repeating: 0, count: depth), count: padding)).map(QuantisedRow.init)
    for panel in stride(from: 0, to: rows.count, by: 16) {
      for input in stride(from: 0, to: depth, by: 2) {
        for row in rows[panel..<panel + 16] {
          bytes.append(UInt8(bitPattern: row.cells[input]))
          bytes.append(UInt8(bitPattern: row.cells[input + 1]))
        }
      }
    }
    endPart()
    for row in rows { bytes.append(row.scale.bitPattern) }
    endPart()
    for number in bias + Array(repeating: 0, count: padding) { bytes.append(number.bitPattern) }
    endPart()
  }

  /// A layer's weights and bias, output by output.
  private func rows(of layer: NetworkShape.Layer) -> (weights: [[Float]], bias: [Float]) {
    let readers = network.readers
    switch layer {
    case .firstInput: return rows(of: readers[0].map(\.input))
    case .secondInput: return rows(of: readers[1].map(\.input))
    case .firstForward: return rows(of: readers[0][0].recurrent)
    case .firstBackward: return rows(of: readers[0][1].recurrent)
    case .secondForward: return rows(of: readers[1][0].recurrent)
    case .secondBackward: return rows(of: readers[1][1].recurrent)
    case .tagHidden: return rows(of: [network.tagHidden.linear])
    case .tagScores: return rows(of: [network.tagScores])
    case .roles:
      let roles = [network.arcDependents, network.arcHeads, network.labelDependents, network.labelHeads]
      return rows(of: roles.map(\.linear))
    case .arcScores: return rows(of: [network.arcScores])
    case .labelPairs: return rows(of: [network.labelPairs])
    case .labelScores: return rows(of: [network.labelScores])
    }
  }

  private func rows(of layers: [LinearLayer]) -> (weights: [[Float]], bias: [Float]) {
    (layers.flatMap { Self.rows($0.weights) }, layers.flatMap { $0.bias.values })
  }

  private func rows(of recurrent: Matrix) -> (weights: [[Float]], bias: [Float]) {
    (Self.rows(recurrent), Array(repeating: 0, count: recurrent.rows))
  }

  private static func rows(_ matrix: Matrix) -> [[Float]] { (0..<matrix.rows).map { matrix[row: $0].values } }
}

/// Numbers as multiples, -127 to 127, of one scale.
private struct QuantisedRow {
  let cells: [Int8]
  let scale: Float

  init(_ numbers: [Float]) {
    let scale = numbers.reduce(0) { max($0, abs($1)) } / 127
    self.scale = scale
    cells = numbers.map { scale > 0 ? Int8(($0 / scale).rounded()) : 0 }
  }
}
