import CDigest
public import ClaimModel

/// Computes the content address of a claim: SHA-256 over the article's identity (its digest), what the claim says and where, and who made
/// it where that is not Hearsay.
public enum ClaimIdentity {
  /// The id of `claim` in the article with `digest`; linear in the length of the claim.
  public static func id(of claim: Claim, digest: String) -> ClaimID {
    var content = digest
    for field in fields(of: claim) {
      // A separator that no field holds: fields are words of a sentence.
      content += "\u{1F}" + field
    }
    return id(ofContent: content.utf8.span)
  }

  private static func fields(of claim: Claim) -> [String] {
    [
      text(of: claim.subject), claim.relation, text(of: claim.object), claim.location ?? "",
      claim.date?.description ?? "", claim.quantity.map { $0.bound.rawValue + Quantity.text(of: $0.value) } ?? "",
      claim.polarity.rawValue, claim.certainty.rawValue, claim.speaker.text, claim.via.joined(separator: ";"),
      claim.obliques.map { $0.marker + " " + $0.argument.text }.joined(separator: ";"),
      "\(claim.words.start)", "\(claim.words.end)",
    ] + ends(of: claim) + others(of: claim)
  }

  /// Where a movement starts and goes, where that is known: most claims are no movements.
  private static func ends(of claim: Claim) -> [String] {
    [claim.from.map { "from \($0)" }, claim.to.map { "to \($0)" }].compactMap { $0 }
  }

  /// What tells claims apart that others have made: who, and all else that they say, as they may say it in any way.
  private static func others(of claim: Claim) -> [String] {
    guard !Version.isHearsay(claim.extractor) else { return claim.span.count == 0 ? [claim.text] : [] }
    let kinds = [claim.subject, claim.object, claim.speaker].map { $0.map { kind(of: $0) } ?? "-" }
    let facts: [(String, String?)] = [
      ("unit", claim.quantity?.unit), ("topic", claim.topic), ("cue", claim.cue), ("stance", claim.stance?.rawValue),
      ("confidence", claim.confidence.isNaN ? nil : Quantity.text(of: claim.confidence)),
      ("sentence", claim.sentence == 0 ? nil : "\(claim.sentence)"), ("there", claim.locationResolvedFrom),
      ("about", claim.about.isEmpty ? nil : claim.about.joined(separator: ";")), ("then", claim.dateResolvedFrom),
      ("span", claim.span.count == 0 ? nil : "\(claim.span.start) \(claim.span.end)"),
      ("words", words(of: claim)),
    ]
    return [claim.extractor, claim.text, kinds.joined() + (claim.speakerIsAuthor ? "1" : "0")]
      + facts.compactMap { name, value in value.map { name + " " + $0 } }
  }

  private static func kind(of argument: Argument) -> String {
    switch argument.value {
    case .entity: "e"
    case .phrase: "p"
    case .number: "n"
    case .claim: "c"
    }
  }

  /// What a claim says of the words of its arguments; nil where that is nothing.
  private static func words(of claim: Claim) -> String? {
    let arguments = [claim.subject, claim.object, claim.speaker] + claim.obliques.map(\.argument)
    let all = arguments.map { argument in
      guard let argument else { return "" }
      let span = argument.span.map { "\($0.start) \($0.end)" }
      return [argument.partOf, argument.resolvedFrom, span].map { $0 ?? "" }.joined(separator: "\u{1E}")
    }
    let kinds = claim.obliques.map { kind(of: $0.argument) }.joined()
    let said = kinds + all.joined(separator: "\u{1D}")
    return said.allSatisfy { $0 == "\u{1D}" || $0 == "\u{1E}" } ? nil : said
  }

  private static func text(of argument: Argument?) -> String { argument?.text ?? "" }

  /// The id of what claims say, written as `id(of:digest:)` does.
  public static func id(ofContent content: Span<UInt8>) -> ClaimID {
    unsafe content.withUnsafeBufferPointer { unsafe ClaimID(digest_first_bytes($0.baseAddress, $0.count)) }
  }
}
