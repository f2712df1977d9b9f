import ClaimModel

/// Writes claims as a person reads them, one a line, for the golden cases.
struct ClaimForm {
  /// How the claims that others have as object are called: by their number in the sentence.
  private let numbers: [ClaimID: Int]
  private let showsTopics: Bool

  /// The form of the claims of one text, with or without their topics.
  init(_ claims: [Claim], showsTopics: Bool = false) {
    self.showsTopics = showsTopics
    var numbers: [ClaimID: Int] = [:]
    var last = (sentence: 0, number: 0)
    for claim in claims {
      last = claim.sentence == last.sentence ? (last.sentence, last.number + 1) : (claim.sentence, 1)
      numbers[claim.id] = last.number
    }
    self.numbers = numbers
  }

  /// The line for `claim`: number, subject, relation, object, then what is known besides.
  func line(_ claim: Claim) -> String {
    let core = [claim.subject.map(text) ?? "-", claim.relation, claim.object.map(text) ?? "-"]
    return "  \(numbers[claim.id] ?? 0). " + ([core.joined(separator: " | ")] + details(claim)).joined(separator: "  ")
  }

  private func details(_ claim: Claim) -> [String] {
    var details = claim.obliques.map { "\($0.marker)(\(text($0.argument)))" }
    if claim.polarity == .denied { details.append("DENIED") }
    if claim.certainty != .certain { details.append(claim.certainty.rawValue.uppercased()) }
    if let location = claim.location {
      details.append("@\(location)" + (claim.locationResolvedFrom.map { " from “\($0)”" } ?? ""))
    }
    if let place = claim.from { details.append("from @\(place)") }
    if let place = claim.to { details.append("to @\(place)") }
    if let date = claim.date {
      details.append("on \(date)" + (claim.dateResolvedFrom.map { " from “\($0)”" } ?? ""))
    }
    if let quantity = claim.quantity {
      details.append("n\(quantity.bound.rawValue)\(Quantity.text(of: quantity.value)) \(quantity.unit ?? "")")
    }
    if !claim.speakerIsAuthor { details.append("says \(text(claim.speaker))") }
    if !claim.via.isEmpty { details.append("via \(claim.via.joined(separator: ", "))") }
    if let cue = claim.cue { details.append("cue \(cue) \(claim.stance?.rawValue ?? "")") }
    if showsTopics { details.append("topic \(claim.topic ?? "other")") }
    if !claim.about.isEmpty { details.append("about \(claim.about.joined(separator: ", "))") }
    return details
  }

  private func text(_ argument: Argument) -> String {
    var text = argument.text
    switch argument.value {
    case .claim(let id): text = "#\(numbers[id] ?? 0)"
    case .entity: text = "[\(text)]"
    case .phrase, .number: break
    }
    if let whole = argument.partOf { text += " of [\(whole)]" }
    if let words = argument.resolvedFrom { text += " from “\(words)”" }
    return text
  }
}
