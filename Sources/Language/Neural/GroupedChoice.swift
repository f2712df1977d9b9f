import CNeural

/// Chooses among alternatives of which some are kinds of the same: first the group whose members are most likely
/// together, then its most likely member.
struct GroupedChoice: Sendable {
  private let groups: [Int]
  private let groupCount: Int

  /// A choice among as many alternatives as there are `keys`; those with equal keys are a group.
  init<Key: Hashable>(_ keys: [Key]) {
    var numbers: [Key: Int] = [:]
    for key in keys where numbers[key] == nil { numbers[key] = numbers.count }
    groups = keys.map { numbers[$0] ?? 0 }
    groupCount = numbers.count
  }

  /// The alternative to choose by their scores from `offset` on, which are used up; rows of scores are padded to a
  /// multiple of 8 with what cannot win.
  func best(of scores: Buffer<Float>, at offset: Int) -> Int {
    let padded = (groups.count + 7) & ~7
    scores.expect(offset + padded)
    for index in groups.count..<padded { scores[offset + index] = -.infinity }
    unsafe Kernels.shared.table.pointee.weigh(padded, scores.start + offset)
    var sums = [Float](repeating: 0, count: groupCount)
    for (index, group) in groups.enumerated() { sums[group] += scores[offset + index] }
    let group = sums.indices.max { sums[$0] < sums[$1] } ?? 0
    var best = groups.firstIndex(of: group) ?? 0
    for (index, member) in groups.enumerated() where member == group && scores[offset + index] > scores[offset + best] {
      best = index
    }
    return best
  }
}
