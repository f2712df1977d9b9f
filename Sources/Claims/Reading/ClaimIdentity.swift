import CDigest
public import ClaimModel

/// Computes the content address of a claim: SHA-256 over the article's digest, what the claim says and where, and who made
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

  /// What tells claims apart that others have made: who, and the words where their place is not known.
  private static func others(of claim: Claim) -> [String] {
    (Version.isHearsay(claim.extractor) ? [] : [claim.extractor]) + (claim.span.count == 0 ? [claim.text] : [])
  }

  private static func text(of argument: Argument?) -> String { argument?.text ?? "" }

  /// The id of what claims say, written as `id(of:digest:)` does.
  public static func id(ofContent content: Span<UInt8>) -> ClaimID {
    unsafe content.withUnsafeBufferPointer { unsafe ClaimID(digest_first_bytes($0.baseAddress, $0.count)) }
  }
}
