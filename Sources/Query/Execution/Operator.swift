/// A step of a plan: it takes rows and hands rows on.
protocol Operator: Sendable {
  func run(_ frame: Frame) -> Frame
  /// What it does, in words, for `explain`.
  var words: String { get }
}
