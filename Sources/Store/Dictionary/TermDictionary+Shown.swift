extension TermDictionary {
  /// Whether `term` stands for all that are written like the two: an entity before a phrase, then the later spelling,
  /// which has fewer capitals.
  package func isShown(_ term: TermID, ratherThan other: TermID) -> Bool {
    let (isEntity, otherIsEntity) = (kind(term) == .entity, kind(other) == .entity)
    if isEntity != otherIsEntity { return isEntity }
    return texts[Int(term)] > texts[Int(other)]
  }

  /// For each term the one that stands for all that are written alike.
  var shownTerms: [TermID] {
    let keys = keys.checked
    var shown = [TermID](repeating: 0, count: keyTexts.count)
    for term in 0..<TermID(count) {
      let key = Int(keys[Int(term)])
      if shown[key] == 0 || isShown(term, ratherThan: shown[key]) { shown[key] = term }
    }
    return (0..<count).map { shown[Int(keys[$0])] }
  }
}
