import ClaimModel
import Language
import TextForms
import Vocabulary

/// Reads what a text itself says of names: "Khorasan Province (ISIS-K)", "“Burhan,” known as “Zaid”".
struct AliasDefinitions {
  let tree: SyntaxTree
  let mentions: [Mention]
  let vocabulary: Vocabulary

  /// Adds what the sentence defines to `names`.
  func collect(into names: inout LocalNames) {
    for (first, second) in zip(mentions, mentions.dropFirst()) {
      if stands(second, inBracketsAfter: first) { defineAcronym(second, for: first, in: &names) }
      if isKnownAs(first, second) { names.define(name(of: second), as: first.entity) }
    }
    for mention in mentions where mention.entity.kind == .person {
      names.meet(person: mention.entity, fullName: name(of: mention))
    }
  }

  private func stands(_ second: Mention, inBracketsAfter first: Mention) -> Bool {
    let before = second.words.lowerBound - 1
    let after = second.words.upperBound
    guard before == first.words.upperBound, after < tree.count else { return false }
    return ["(", "-LRB-"].contains(tree.tokens[before].form) && [")", "-RRB-"].contains(tree.tokens[after].form)
  }

  /// The one that the vocabulary knows is the entity; where it knows neither, the letters must agree.
  private func defineAcronym(_ short: Mention, for long: Mention, in names: inout LocalNames) {
    if short.isKnown && !long.isKnown {
      names.define(name(of: long), as: short.entity)
    } else if long.isKnown && !short.isKnown || isAcronym(name(of: short), of: name(of: long)) {
      names.define(name(of: short), as: long.entity)
    }
  }

  private func isAcronym(_ short: String, of long: String) -> Bool {
    let initials = long.split { $0 == " " || $0 == "-" }.compactMap(\.first).filter(\.isUppercase)
    let letters = short.filter(\.isLetter)
    return letters.count > 1 && String(letters).foldedKey == String(initials).foldedKey
  }

  private func isKnownAs(_ first: Mention, _ second: Mention) -> Bool {
    guard let head = tree.head(of: second.head), Self.naming.contains(tree.lemmas[head]) else { return false }
    guard tree.tokens[head].dependency == .acl || tree.isNonFinite(head) else { return false }
    return tree.head(of: head) == first.head
  }

  private func name(of mention: Mention) -> String { tree.text(of: Array(mention.words)) }

  private static let naming: Set<String> = ["know", "call", "nickname", "dub", "abbreviate"]
}
