public import ClaimModel

extension Vocabulary {
  /// The entities that `name` may stand for, as a person asks for them: case does not matter.
  ///
  /// Order: those of a file merged later first; then whose own name it is before whose alias it is; then countries; then
  /// by size; then by place in the file. Where nothing is called so, a leading "the", and words for what kind of place
  /// it is ("Kunar province", "the city of Lahore"), are left out, and only places are looked for in the latter case.
  /// Cost: a hash of the name.
  public func entities(named name: String) -> [Entity] {
    numbers(named: name).map { entity($0) }
  }

  /// The first of `entities(named:)`.
  public func entity(named name: String) -> Entity? {
    numbers(named: name).first.map { entity($0) }
  }

  /// The entities that `words` of a running text may stand for, the most prominent first as in `entities(named:)`, but
  /// only where they are written as a name is:
  ///
  /// - an acronym of up to three letters (US, IS, UN) in capitals throughout;
  /// - a longer one (ISIS, NATO) in capitals, or with the first letter in one (Isis, Nato);
  /// - any other name with a capital at the start of at least one word (Khyber agency, al-Qaeda), unless the vocabulary
  ///   itself writes it in small letters.
  public func entities(writtenAs words: String) -> [Entity] {
    // Most words of a text are no name, and how those are written need not be looked at.
    var writing: NameShape.Writing?
    return numbers(named: words) { entry in
      let known = writing ?? NameShape.Writing(of: words)
      writing = known
      return entry.shape.admits(known)
    }.map { entity($0) }
  }

  /// The numbers of the records that `name` may stand for, without repetition, the most prominent first.
  func numbers(named name: String, where isAdmitted: (NameIndex.Entry) -> Bool = { _ in true }) -> [Int] {
    let found = ranked(name, isAdmitted)
    guard found.isEmpty && name.utf8.contains(0x20) && PlaceWords.mayStand(in: name) else { return found }
    if let rest = PlaceWords.dropping(fromStartOf: name) { return numbers(named: rest, where: isAdmitted) }
    guard let place = PlaceWords.placeName(in: name) else { return [] }
    return ranked(place, isAdmitted).filter { records[$0].kind == .place }
  }

  private func ranked(_ name: String, _ isAdmitted: (NameIndex.Entry) -> Bool) -> [Int] {
    var entries: [NameIndex.Entry] = []
    var entry = names.first(named: name)
    while let current = entry {
      if isAdmitted(current) { entries.append(current) }
      entry = names.next(after: current)
    }
    if entries.count > 1 { entries.sort { rank($0) < rank($1) } }
    var numbers: [Int] = []
    for entry in entries where !numbers.contains(Int(entry.record)) { numbers.append(Int(entry.record)) }
    return numbers
  }

  private func rank(_ entry: NameIndex.Entry) -> (Int, Int, Int, Int, Int) {
    let record = records[Int(entry.record)]
    return (
      -Int(entry.layer), entry.isName ? 0 : 1, record.isCountry ? 0 : 1, -Int(record.size), Int(entry.record)
    )
  }
}
