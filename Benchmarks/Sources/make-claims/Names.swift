/// Names and words without meaning, each a function of its number.
enum Names {
  private static let syllables = ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "tr"]
    .flatMap { consonant in ["a", "e", "i", "o", "u"].map { consonant + $0 } }

  /// The word of `number` among those of so many syllables, which no other number has below 80 to their power.
  ///
  /// Neighbouring numbers are spread first, so that their words do not begin alike.
  static func word(_ number: Int, syllables length: Int = 3) -> String {
    let count = syllables.count
    let space = (0..<length).reduce(1) { power, _ in power * count }
    // Odd and not divisible by five, so that no two numbers meet.
    var rest = (number &* 7_368_787 &+ 1_299_709) % space
    var word = ""
    for _ in 0..<length {
      word += syllables[rest % count]
      rest /= count
    }
    return word
  }

  /// A name of two capitalised words; `kind` keeps those of different kinds apart.
  static func name(_ number: Int, kind: Kind) -> String {
    let first = word(number)
    let second = word(number &* 31 &+ kind.rawValue &* 104_729) + kind.ending
    return capitalised(first) + " " + capitalised(second)
  }

  /// What a name is the name of; its number keeps it apart, and its ending can be seen.
  enum Kind: Int {
    case entity = 1, speaker, document, country, province, district, town

    var ending: String { ["", "en", "dokument", "land", "prov", "dist", "by"][rawValue - 1] }
  }

  private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
