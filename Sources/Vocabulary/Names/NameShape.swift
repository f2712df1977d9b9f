import ClaimModel

/// How a name is written, as far as it decides which writing in a text may stand for it.
enum NameShape: UInt8, Sendable {
  /// Capitals throughout, up to three: US, IS, UN.
  case shortAcronym
  /// Capitals throughout, four or more: ISIS, NATO.
  case longAcronym
  /// Some letters small: Pakistan, al-Qaeda.
  case ordinary
  /// No capital at all.
  case small

  /// How words of a text are written.
  struct Writing {
    var hasSmallLetter = false
    let startsWithCapital: Bool
    /// Whether any word but a leading "The", hyphens also parting words, starts with a capital.
    var hasCapitalisedWord = false

    init(of words: String) {
      let name = words.lowercased().hasPrefix("the ") ? words.dropFirst(4) : words[...]
      startsWithCapital = name.unicodeScalars.first?.properties.isUppercase ?? false
      var isStart = true
      for scalar in name.unicodeScalars {
        if scalar.properties.isLowercase { hasSmallLetter = true }
        if isStart && scalar.properties.isUppercase { hasCapitalisedWord = true }
        isStart = !(scalar.properties.isAlphabetic || scalar.value == 0x2E)
      }
    }
  }

  /// The shape of the name that stands at `range` of `bytes`; letters outside ASCII count as small, acronyms having none.
  init(of range: TextRange, in bytes: [UInt8]) {
    var (small, capital) = (0, 0)
    for offset in range.start..<range.end {
      let byte = bytes[offset]
      if (0x41...0x5A).contains(byte) { capital += 1 }
      if (0x61...0x7A).contains(byte) || byte >= 0x80 { small += 1 }
    }
    self = capital == 0 ? .small : small > 0 ? .ordinary : capital <= 3 ? .shortAcronym : .longAcronym
  }

  /// Whether what is written so may stand for a name of this shape.
  func admits(_ writing: Writing) -> Bool {
    switch self {
    case .shortAcronym: !writing.hasSmallLetter
    case .longAcronym: writing.startsWithCapital
    case .ordinary: writing.hasCapitalisedWord
    case .small: true
    }
  }
}
