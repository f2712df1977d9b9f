extension RDFVocabulary {
  /// The tables of `Docs/vocabulary.md`.
  static var page: String {
    var page = "| class | what it is |\n| --- | --- |\n"
    for (type, meaning) in classes { page += "| `\(prefix):\(type.rawValue)` | \(meaning) |\n" }
    for (type, _) in classes {
      page += "\n### Properties of `\(prefix):\(type.rawValue)`\n\n"
      page += "| property | how many | value | what it says | example |\n| --- | --- | --- | --- | --- |\n"
      for property in properties where property.owners.contains(type) {
        let cells = [
          "`\(prefix):\(property.name)`", property.isMany ? "any" : "one at most", property.range.words,
          property.meaning,
          "`\(property.example)`",
        ]
        page += "| " + cells.joined(separator: " | ") + " |\n"
      }
    }
    return page
  }
}
