public import ClaimModel

extension Vocabulary {
  /// What the entity called `name` lies within or is part of, what that is part of, and so on, innermost first.
  ///
  /// Empty where nothing is called so or nothing is above it. Ends before an entity that it has already given, which
  /// merged files can bring about.
  public func chain(above name: String) -> [Entity] {
    guard let number = numbers(named: name).first else { return [] }
    return numbers(above: number).map { entity($0) }
  }

  /// Whether the first entity called `name` is the first one called `other`, or lies within it or is part of it.
  public func isPart(_ name: String, of other: String) -> Bool {
    guard let number = numbers(named: name).first, let whole = numbers(named: other).first else { return false }
    return number == whole || numbers(above: number).contains(whole)
  }

  /// The country in which the first entity called `name` lies, or which it is.
  public func country(of name: String) -> Entity? {
    guard let number = numbers(named: name).first else { return nil }
    return ([number] + numbers(above: number)).first { records[$0].isCountry }.map { entity($0) }
  }

  /// The country that an adjective or noun of origin speaks of: "Afghan", "Afghans", "Pakistani". Where several share
  /// one ("Korean"), the largest; nil for that of a region or province.
  public func country(ofDemonym word: String) -> Entity? {
    numbers(ofDemonym: word).first { records[$0].isCountry }.map { entity($0) }
  }

  /// The place that an adjective or noun of origin speaks of, a country before any other: "Baloch", "European".
  public func place(ofDemonym word: String) -> Entity? {
    numbers(ofDemonym: word).first.map { entity($0) }
  }

  /// The country of which the city called `name` is the capital: "Islamabad", "Kiev".
  public func country(ofCapital name: String) -> Entity? {
    numbers(named: name).lazy.compactMap { countriesOfCapitals[$0] }.first.map { entity($0) }
  }

  func numbers(above number: Int) -> [Int] {
    var above: [Int] = []
    var next = records[number].broader
    while let current = next, current != number, !above.contains(current) {
      above.append(current)
      next = records[current].broader
    }
    return above
  }

  private func numbers(ofDemonym word: String) -> [Int] {
    var found: [Int] = []
    var entry = demonyms.first(named: word)
    while let current = entry {
      found.append(Int(current.record))
      entry = demonyms.next(after: current)
    }
    func rank(_ number: Int) -> (Int, Int, Int) {
      (records[number].isCountry ? 0 : 1, -Int(records[number].size), number)
    }
    return found.sorted { rank($0) < rank($1) }
  }
}
