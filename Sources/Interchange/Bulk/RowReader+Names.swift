import CScanner
import ClaimModel
import Store

/// What a line says of the entities that it names.
final class ExplainedEntities {
  let entities: [Entity]
  /// Their names, as entries.
  let entries: [UInt32]

  init(_ entities: [Entity], entries: [UInt32]) {
    self.entities = entities
    self.entries = entries
  }
}

// Whom a line names.
extension RowReader {
  func entry(ofEntity name: String) -> UInt32 {
    UInt32(dictionary.encode(name, in: TermKind.entity.rawValue).id)
  }

  /// The place of the line, as an entry; 0 where it is missing.
  func location() -> UInt32 {
    if let explained, let name = unsafe lookUp(slots.location)?.id, explained.entries.contains(name) { return name }
    return payload(slots.location) { name in entry(ofEntity: shared.context.entity(name)?.name ?? name) }
  }

  /// What an argument stands for; nothing where it is missing or not plain.
  func argument(_ slot: Int) -> LinkedArgument {
    guard let found = unsafe lookUp(slot) else { return LinkedArgument() }
    if let explained, let argument = unsafe argument(found.text, explained) { return argument }
    let payload = payload(slot) { link($0) }
    if payload == Self.isItself { return unsafe LinkedArgument(term: found.id, name: found.hash) }
    return arguments[Int(payload)]
  }

  /// Finds out what an argument stands for.
  ///
  /// - Returns: its payload.
  private func link(_ text: String) -> UInt32 {
    if shared.ids.mayHold(text) { return Self.isNotPlain }
    let linked = shared.names.argument(ClaimLine.Argument(text: text))
    let about = shared.names.about(linked, isNoName: true)
    switch linked.value {
    case .entity(let name): arguments.append(argument(entry(ofEntity: name), about: about))
    case .phrase(let words) where words == text && about.isEmpty: return Self.isItself
    case .phrase(let words):
      let entry = UInt32(dictionary.encode(words, in: TermKind.phrase.rawValue).id)
      arguments.append(argument(entry, about: about))
    case .number, .claim: return Self.isNotPlain
    }
    return UInt32(arguments.count - 1)
  }

  private func argument(_ term: UInt32, about names: some Sequence<String>) -> LinkedArgument {
    let start = abouts.count
    abouts.append(contentsOf: names.map { entry(ofEntity: $0) })
    return LinkedArgument(term: term, name: nameHash(term), aboutStart: start, aboutEnd: abouts.count)
  }

  /// An argument that the line explains; nil where it does not. Nothing where it is not plain.
  private func argument(_ text: UnsafeBufferPointer<UInt8>, _ explained: ExplainedEntities) -> LinkedArgument? {
    let entry = UInt32(unsafe dictionary.encode(text, in: TermKind.entity.rawValue).id)
    guard explained.entries.contains(entry) else { return nil }
    if let known = explainedArguments[entry] { return known }
    let name = dictionary.string(Int(entry))
    if shared.ids.mayHold(name) {
      isPlain = false
      return LinkedArgument()
    }
    let made = argument(entry, about: [name])
    explainedArguments[entry] = made
    return made
  }

  /// How many lists of entities are kept.
  private static var mostExplanations: Int { 1 << 12 }

  /// The entities that the line explains; nil where it does so in a way that is not plain.
  func explainedEntities() -> ExplainedEntities? {
    let list = unsafe scratch.list(scanner.value(slots.entities))
    guard let text = unsafe list else {
      isPlain = false
      return nil
    }
    let key = unsafe String(decoding: text, as: UTF8.self)
    if let known = explanations[key] {
      if known == nil { isPlain = false }
      return known
    }
    let made = explainedEntities(unsafe Array(text))
    if explanations.count == Self.mostExplanations { explanations = [:] }
    explanations[key] = .some(made)
    if made == nil { isPlain = false }
    return made
  }

  private func explainedEntities(_ list: [UInt8]) -> ExplainedEntities? {
    let padded = list + [UInt8](repeating: 0, count: JSONReader.padding)
    guard let root = try? reader.document(in: padded, 0..<list.count).root else { return nil }
    var checker = LineChecker { _, _ in nil }
    checker.check(root, against: ClaimLineAttributes.all[slots.entities].type, at: ["entities"])
    guard checker.faults.isEmpty else { return nil }
    let entities = ClaimLine.entities(root)
    return ExplainedEntities(entities, entries: entities.map { entry(ofEntity: $0.name) })
  }

  /// Puts what a claim mentions into `mentioned`, in the order of the names.
  func findMentioned(_ location: UInt32, _ subject: LinkedArgument, _ object: LinkedArgument) {
    let (first, second) = (subject.aboutStart..<subject.aboutEnd, object.aboutStart..<object.aboutEnd)
    Self.put(location, abouts[first], abouts[second], &mentioned)
    guard mentioned.count > 1 else { return }
    let names = Set(mentioned).map { (name: dictionary.string(Int($0)), entry: $0) }
    mentioned = names.sorted { $0.name < $1.name }.map(\.entry)
  }

  private static func put(
    _ location: UInt32, _ subject: ArraySlice<UInt32>, _ object: ArraySlice<UInt32>, _ mentioned: inout [UInt32]
  ) {
    mentioned.removeAll(keepingCapacity: true)
    if location != 0 { mentioned.append(location) }
    for entry in subject { mentioned.append(entry) }
    for entry in object { mentioned.append(entry) }
  }
}
