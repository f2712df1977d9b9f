/// Words that say what kind of place a name is of, and are no part of it: "Kunar province", "the city of Lahore".
enum PlaceWords {
  static let kinds: Set<String> = [
    "agency", "area", "capital", "city", "county", "district", "division", "governorate", "island", "municipality",
    "oblast", "prefecture", "province", "region", "state", "subdistrict", "tehsil", "town", "valley", "village",
  ]

  /// Whether the first or the last word of a name is one that either of the two below asks for, which can be told at once.
  static func mayStand(in name: String) -> Bool {
    let words = name.utf8.split(separator: 0x20)
    guard let first = words.first, let last = words.last else { return false }
    let start = Substring(first).lowercased()
    return start == "the" || kinds.contains(start) || kinds.contains(Substring(last).lowercased())
  }

  /// What is left of a name that starts with "the"; nil for any other.
  static func dropping(fromStartOf name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 1, words[0].lowercased() == "the" else { return nil }
    return words.dropFirst().joined(separator: " ")
  }

  /// The name in "… province" or "province of …"; nil where the words do not have that form.
  static func placeName(in name: String) -> String? {
    let words = name.split(separator: " ")
    guard words.count > 1 else { return nil }
    if kinds.contains(words[words.count - 1].lowercased()) { return words.dropLast().joined(separator: " ") }
    guard words.count > 2, kinds.contains(words[0].lowercased()), words[1].lowercased() == "of" else { return nil }
    return words.dropFirst(2).joined(separator: " ")
  }
}
