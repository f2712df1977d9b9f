/// The nouns, each with its attributes: the table of which parser, binder, completion and help are made.
enum Nouns {
  static let table = [
    claims, sources, entities, speakers, places, relations, topics, sentences, triples, contradictions, corroborations,
  ]

  /// The noun that is called so, in the singular or plural, whatever its case.
  static func named(_ name: String) -> Noun? {
    let wanted = name.lowercased()
    return table.first { $0.name == wanted || $0.singular == wanted }
  }
}
