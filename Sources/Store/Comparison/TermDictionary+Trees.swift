extension TermDictionary {
  /// The most steps that a walk up a tree takes: no tree of names is so deep, and a loop ends there.
  private static let mostSteps = 24

  /// Whether a term is another or a part of it, by walking up: for when the trees are still growing.
  func isWithin(_ term: TermID, _ whole: TermID) -> Bool {
    guard whole != 0 else { return false }
    var next = term
    for _ in 0..<Self.mostSteps where next != 0 {
      if next == whole { return true }
      next = broader[Int(next)]
    }
    return false
  }

  /// Whether one of two terms is the other or a part of it.
  func areRelated(_ one: TermID, _ other: TermID) -> Bool { isWithin(one, other) || isWithin(other, one) }

  /// A term and all that it is a part of, the nearest first.
  func wholes(of term: TermID) -> [TermID] {
    var wholes: [TermID] = []
    var next = term
    while next != 0, wholes.count < Self.mostSteps, !wholes.contains(next) {
      wholes.append(next)
      next = broader[Int(next)]
    }
    return wholes
  }
}
