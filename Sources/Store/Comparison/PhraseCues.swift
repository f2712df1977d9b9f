import ClaimModel

/// The words by which noun phrases and circumstances are understood, from `opposites.txt`, by what `Senses.WordList` says.
struct PhraseCues: Sendable {
  let partitives: Set<String>
  let possessives: Set<String>
  let pointers: Set<String>
  let boundaries: Set<String>
  let whereabouts: Set<String>
  let ends: Set<String>
  let months: Set<String>

  init(_ table: Senses) {
    func words(_ list: Senses.WordList) -> Set<String> { Set(table.words[list] ?? []) }
    partitives = words(.partitives)
    possessives = words(.possessives)
    pointers = words(.pointers)
    boundaries = words(.boundaries)
    whereabouts = words(.whereabouts)
    ends = words(.ends)
    months = words(.months)
  }

  /// Whether `text` names a month and no year: "mid-March", "12 July".
  func isTimeOfNoYear(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count <= 4, words.contains(where: { months.contains(String($0)) }) else { return false }
    return !words.contains { $0.count == 4 && $0.allSatisfy(\.isNumber) }
  }
}
