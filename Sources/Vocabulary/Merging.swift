import ClaimModel
import TextForms

extension Vocabulary {
  /// This vocabulary with `winner` laid over it.
  ///
  /// An entity of `winner` is the same as one of this vocabulary where both have the same name; or where it counts the
  /// other's name among its aliases, both are of the same kind, and they are not said to lie within different entities:
  /// `group Daesh | also ISIS` renames ISIS, and what is part of ISIS is then part of Daesh. Of the same entity:
  /// - the name and kind are the winner's, the former name becomes an alias;
  /// - `within`, `capital` and `size` are the winner's where it states them, else kept;
  /// - aliases and adjectives of both are kept.
  ///
  /// A name that stands for several entities stands first for one to which `winner` gives it, be it only as an alias.
  /// Linear in the size of both.
  public func merging(_ winner: Vocabulary) -> Vocabulary {
    merged(with: winner).whole
  }

  /// The merged vocabulary, and which of its records each of the winner's has become.
  func merged(with winner: Vocabulary) -> (whole: Vocabulary, places: [Int]) {
    var whole = self
    let shift = bytes.count
    whole.bytes.append(contentsOf: winner.bytes)
    var places: [Int] = []
    for record in winner.records {
      let counterpart = counterpart(of: record, in: winner)
      places.append(counterpart ?? whole.records.count)
      let moved = whole.adopt(record, of: winner, shiftedBy: shift)
      if let counterpart {
        whole.replace(counterpart, by: moved)
      } else {
        whole.records.append(moved)
      }
    }
    whole.names.insert(contentsOf: winner.names, records: places, aboveLayers: layers)
    whole.demonyms.insert(contentsOf: winner.demonyms, records: places, aboveLayers: layers)
    whole.layers = layers &+ winner.layers
    whole.resolve()
    return (whole, places)
  }

  private func counterpart(of record: VocabularyRecord, in winner: Vocabulary) -> Int? {
    if let same = number(ofName: winner.text(record.name)) { return same }
    for alias in winner.lists[record.aliases] {
      guard let other = number(ofName: winner.text(alias)), records[other].kind == record.kind else { continue }
      let theirs = records[other].broader
      let ours = record.broaderName.count > 0 ? numbers(named: winner.text(record.broaderName)).first : theirs
      if theirs == nil || ours == theirs { return other }
    }
    return nil
  }

  /// The number of the record that is shown by `name`.
  func number(ofName name: String) -> Int? {
    record(shownFrom: names.first(named: name))
  }

  /// The number of the record that is shown by the name at `range` of the files.
  func number(ofName range: TextRange) -> Int? {
    record(shownFrom: names.first(named: range, of: bytes))
  }

  private func record(shownFrom first: NameIndex.Entry?) -> Int? {
    var entry = first
    while let current = entry {
      if current.isName { return Int(current.record) }
      entry = names.next(after: current)
    }
    return nil
  }

  private mutating func adopt(_ record: VocabularyRecord, of winner: Vocabulary, shiftedBy shift: Int)
    -> VocabularyRecord
  {
    func moved(_ range: TextRange) -> TextRange {
      range.count == 0 ? range : TextRange(range.start + shift, range.end + shift)
    }
    var moving = record
    moving.name = moved(record.name)
    moving.broaderName = moved(record.broaderName)
    moving.capitalName = moved(record.capitalName)
    moving.aliases = append(winner.lists[record.aliases].map(moved))
    moving.people = append(winner.lists[record.people].map(moved))
    return moving
  }

  private mutating func append(_ list: [TextRange]) -> Range<Int> {
    lists.append(contentsOf: list)
    return lists.count - list.count..<lists.count
  }

  private mutating func replace(_ number: Int, by record: VocabularyRecord) {
    let old = records[number]
    var new = record
    new.aliases = append(
      distinct(Array(lists[old.aliases]) + [old.name] + Array(lists[record.aliases]), without: record.name))
    new.people = append(distinct(Array(lists[old.people]) + Array(lists[record.people]), without: TextRange(0, 0)))
    if record.size == 0 { new.size = old.size }
    if record.broaderName.count == 0 { new.broaderName = old.broaderName }
    if record.capitalName.count == 0 { new.capitalName = old.capitalName }
    records[number] = new
  }

  private func distinct(_ list: [TextRange], without name: TextRange) -> [TextRange] {
    var seen: Set<String> = [text(name).foldedKey]
    return list.filter { seen.insert(text($0).foldedKey).inserted }
  }

  /// Finds the records that `within` and `capital` name.
  mutating func resolve() {
    countriesOfCapitals = [:]
    for number in records.indices {
      let record = records[number]
      records[number].broader = record.broaderName.count > 0 ? referent(of: record.broaderName) : nil
      if record.capitalName.count > 0, let capital = referent(of: record.capitalName) {
        countriesOfCapitals[capital] = number
      }
    }
  }

  /// What a reference within a file names: the entity shown by that name, or else the most prominent one called so.
  private func referent(of reference: TextRange) -> Int? {
    number(ofName: reference) ?? numbers(named: text(reference)).first
  }
}
