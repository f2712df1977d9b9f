/// A step of a plan: it takes rows and hands rows on.
protocol Operator: Sendable {
  func run(_ frame: Frame, _ control: QueryControl) throws(QueryControl.Stop) -> Frame
  /// What it does, in words, for `explain`.
  var words: String { get }
  /// About how many rows it leaves of `rows`.
  func estimate(of rows: Int) -> Int
}
