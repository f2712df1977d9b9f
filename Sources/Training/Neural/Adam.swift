import CTraining

/// The optimiser Adam (Kingma and Ba 2015) with clipped slopes; its rate rises at first, then falls to almost nothing.
struct Adam {
  let peakRate: Float
  let stepCount: Int
  private let first: NumberStorage
  private let second: NumberStorage
  private var step = 0

  private static let warmUp: Float = 200
  private static let lowestShare: Float = 0.02
  private static let longestSlope = 5.0

  init(count: Int, peakRate: Float, stepCount: Int) {
    self.peakRate = peakRate
    self.stepCount = stepCount
    first = NumberStorage(count: count)
    second = NumberStorage(count: count)
  }

  /// Moves the weights against the slopes.
  mutating func update(_ weights: NumberStorage, slopes: NumberStorage, threads: Int) {
    precondition(weights.count == first.count && slopes.count == first.count)
    let length = unsafe Matrix.kernels.pointee.squares(slopes.count, slopes.start).squareRoot()
    let scale = Float(min(1, Self.longestSlope / max(length, 1e-12)))
    let share = max(Self.lowestShare, 1 - Float(step) / Float(stepCount))
    step += 1
    let rate = peakRate * min(1, Float(step) / Self.warmUp) * share / (1 - Self.power(0.9, step))
    let correction = 1 / (1 - Self.power(0.95, step))
    let part = (weights.count + threads - 1) / threads
    let (first, second) = (first, second)
    Parallel.run(threads) { thread in
      let start = thread * part
      let count = min(part, weights.count - start)
      guard count > 0 else { return }
      unsafe Matrix.kernels.pointee.adam(
        count, scale, rate, correction, slopes.start + start, first.start + start, second.start + start,
        weights.start + start)
    }
  }

  private static func power(_ base: Float, _ exponent: Int) -> Float {
    var result: Float = 1
    for _ in 0..<min(exponent, 2000) { result *= base }
    return result
  }
}
