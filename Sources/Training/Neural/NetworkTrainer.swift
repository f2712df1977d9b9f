import CTraining
public import Language
import Synchronization

/// Trains a network on a treebank; the same sentences and settings give the same numbers, bit for bit.
public struct NetworkTrainer {
  /// A fall of the rate from a peak to almost nothing.
  struct Cycle {
    var epochs: Int
    var peakRate: Float
  }

  /// After the first fall, shorter and lower ones, each by an optimiser that has seen nothing (warm restarts, Loshchilov
  /// and Hutter 2017); after five of them nothing more is gained on dev.
  var cycles =
    [Cycle(epochs: 17, peakRate: 2e-3)] + [Cycle](repeating: Cycle(epochs: 7, peakRate: 1e-3), count: 5)
  /// How many words make a batch, about.
  var batchWords = 600
  /// A batch is divided into this many parts, which run at the same time; the result depends on it.
  private let parts = 2
  private let seed: UInt64 = 20260101

  private var encoder: TreebankEncoder
  private let sentences: [Sentence]
  let network: Network
  private let slopes: [Network]

  /// A trainer on these sentences.
  public init(_ sentences: [Sentence]) { self.init(sentences) { _ in } }

  /// A trainer of a network whose size `resize` may change.
  init(_ sentences: [Sentence], size resize: (inout NetworkSize) -> Void) {
    self.sentences = sentences
    encoder = TreebankEncoder(sentences)
    var size = NetworkSize(
      embeddingRows: encoder.vocabulary.rowCounts, tags: encoder.tags.count, labels: encoder.labels.count)
    resize(&size)
    network = Network(size)
    network.initialize(seed: seed)
    slopes = (0..<parts).map { _ in Network(size) }
  }

  /// Trains, and reports the loss a word after each epoch.
  public mutating func train(_ report: (Int, Double) -> Void) {
    for index in cycles.indices { train(cycle: index, report) }
  }

  /// Trains for one cycle from where the network is.
  mutating func train(cycle index: Int, _ report: (Int, Double) -> Void) {
    let cycle = cycles[index]
    var random = SeededGenerator(seed: seed &+ 1 &+ UInt64(index))
    let stepCount = cycle.epochs * (sentences.reduce(0) { $0 + $1.tokens.count } / batchWords + 1)
    var adam = Adam(count: network.storage.count, peakRate: cycle.peakRate, stepCount: stepCount)
    let earlier = cycles[..<index].reduce(0) { $0 + $1.epochs }
    for epoch in 0..<cycle.epochs {
      let examples = sentences.map { encoder.encode(SentenceNoise.apply(to: $0, from: &random)) }
      var loss = 0.0
      for batch in batches(examples, &random) {
        loss += step(batch, &random)
        adam.update(network.storage, slopes: slopes[0].storage, threads: parts)
      }
      report(earlier + epoch, loss / Double(examples.reduce(0) { $0 + $1.count }))
    }
  }

  /// The trained network as the bytes of a network file.
  public var file: [UInt8] { NetworkWriter.file(of: network, encoder: encoder) }

  /// Sentences of about the same length, batch by batch, in random order.
  private func batches(_ examples: [TreebankExample], _ random: inout SeededGenerator) -> [[TreebankExample]] {
    let keys = examples.map { Float($0.count) + 3 * random.share() }
    let order = examples.indices.shuffled(using: &random).sorted { keys[$0] < keys[$1] }
    var batches: [[TreebankExample]] = []
    var batch: [TreebankExample] = []
    var words = 0
    for index in order where examples[index].count > 0 {
      batch.append(examples[index])
      words += examples[index].count
      if words >= batchWords {
        batches.append(batch)
        (batch, words) = ([], 0)
      }
    }
    if !batch.isEmpty { batches.append(batch) }
    return batches.shuffled(using: &random)
  }

  /// The loss of a batch; its derivatives are in the first of the slopes.
  private func step(_ batch: [TreebankExample], _ random: inout SeededGenerator) -> Double {
    let share = 1 / Float(batch.reduce(0) { $0 + $1.count })
    let seeds = (0..<parts).map { _ in random.next() }
    let results = Mutex([NetworkPass.Result?](repeating: nil, count: parts))
    let ordered = batch.sorted { $0.count > $1.count }
    let (network, slopes, parts) = (network, slopes, parts)
    Parallel.run(parts) { part in
      unsafe slopes[part].storage.start.update(repeating: 0, count: slopes[part].storage.count)
      let examples = stride(from: part, to: ordered.count, by: parts).map { ordered[$0] }
      guard !examples.isEmpty else { return }
      var random = SeededGenerator(seed: seeds[part])
      let result = NetworkPass(network: network, slopes: slopes[part], share: share).run(examples, from: &random)
      results.withLock { $0[part] = result }
    }
    var loss = 0.0
    for result in results.withLock({ $0 }).compactMap(\.self) {
      result.input.backward(result.inputSlopes, slopes: slopes[0])
      loss += result.tagLoss + result.trees.arcs + result.trees.labels
    }
    let start = network.embeddingCount
    for part in 1..<parts {
      unsafe Matrix.kernels.pointee.add(
        network.storage.count - start, 1, slopes[part].storage.start + start, slopes[0].storage.start + start)
    }
    return loss
  }

  /// How well a network does, in percent of words.
  struct Accuracy: Hashable {
    /// Both parts of the tag, and the universal one.
    var tags: Double
    var universal: Double
    /// The head, and the head with the label without its subtype.
    var heads: Double
    var labels: Double
  }

  /// How well the network does on sentences, without rounding and with each head chosen by itself.
  func accuracy(on sentences: [Sentence]) -> Accuracy {
    var encoder = encoder
    let examples = sentences.map { encoder.encode($0) }.filter { $0.count > 0 }.sorted { $0.count > $1.count }
    var random = SeededGenerator(seed: 0)
    var (words, tags, universal, heads, labels) = (0, 0, 0, 0, 0)
    var rest = examples[...]
    while !rest.isEmpty {
      let batch = Array(rest.prefix(64))
      rest = rest.dropFirst(64)
      let pass = NetworkPass(network: network, slopes: slopes[0], noise: nil, dropout: 0, share: 0)
      let result = pass.run(batch, from: &random)
      words += result.bestTags.count
      for tag in result.bestTags {
        tags += tag.best == tag.expected ? 1 : 0
        universal +=
          encoder.tags[tag.best].prefix { $0 != "|" } == encoder.tags[tag.expected].prefix { $0 != "|" } ? 1 : 0
      }
      for (index, (head, label)) in batch.flatMap({ zip($0.heads, $0.labels) }).enumerated()
      where result.trees.bestHeads[index] == head {
        heads += 1
        labels += encoder.labels[result.trees.bestLabels[index]].universal == encoder.labels[label].universal ? 1 : 0
      }
    }
    func percent(_ count: Int) -> Double { 100 * Double(count) / Double(max(1, words)) }
    return Accuracy(
      tags: percent(tags), universal: percent(universal), heads: percent(heads), labels: percent(labels))
  }
}
