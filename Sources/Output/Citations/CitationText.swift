public import ClaimModel
import TextForms

/// A citation as people read it: the claim in a line, the sentence with the claim's words marked between its
/// neighbours, then who says so and where it stands.
public enum CitationText {
  /// Writes a citation out.
  ///
  /// - Parameters:
  ///   - citation: What is cited.
  ///   - style: How words are set off; without colour the claim's words stand in `[[ ]]`.
  ///   - width: How many cells a line may take; nil for no wrapping.
  /// - Returns: The lines, each with its end.
  public static func text(of citation: Citation, style: Style = .plain, width: Int? = nil) -> String {
    let claim = citation.claim
    let name = "claim \(claim.id)"
    let gloss = gloss(of: claim).visibleForm().wrapped(to: width.map { max(20, $0 - name.count - 2) } ?? Int.max)
    let indent = "\n" + String(repeating: " ", count: name.count + 2)
    var lines = [style.paint(name, .heading) + "  " + gloss.joined(separator: indent), ""]
    lines += quotation(of: citation, style, width)
    lines.append("")
    let facts = facts(of: citation)
    let nameWidth = facts.map(\.name.count).max() ?? 0
    let joint = "\n" + String(repeating: " ", count: nameWidth + 2)
    for (name, value) in facts {
      let shown = value.visibleForm().wrapped(to: width.map { max(20, $0 - nameWidth - 2) } ?? Int.max)
      lines.append(style.paint(name.padded(to: nameWidth), .faint) + "  " + shown.joined(separator: joint))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A claim in a line: `ISKP · expand · presence · in Pakistan · denied`.
  public static func gloss(of claim: Claim) -> String {
    var parts = [claim.subject?.text ?? "—", claim.relation]
    if let object = claim.object { parts.append(object.text) }
    parts += claim.obliques.map { $0.marker.isEmpty ? $0.argument.text : "\($0.marker) \($0.argument.text)" }
    if claim.polarity != .affirmed { parts.append(claim.polarity.rawValue) }
    if claim.certainty != .certain { parts.append("certainty: \(claim.certainty.rawValue)") }
    return parts.joined(separator: " · ")
  }

  private static func quotation(of citation: Citation, _ style: Style, _ width: Int?) -> [String] {
    func lines(_ text: String) -> [String] {
      width.map { text.wrapped(to: max(20, $0 - 2)) } ?? [text]
    }
    var shown: [String] = []
    if let before = citation.before { shown += lines(before.visibleForm()).map { style.paint($0, .faint) } }
    shown += marked(citation, style, lines)
    if let after = citation.after { shown += lines(after.visibleForm()).map { style.paint($0, .faint) } }
    return shown.map { "  " + $0 }
  }

  /// The sentence with the claim's words set off.
  ///
  /// The marks are set before the lines are broken, so that they count in the width; with colour they are single
  /// characters of no width that are replaced afterwards, line by line, so that no line ends inside a colour.
  private static func marked(_ citation: Citation, _ style: Style, _ lines: (String) -> [String]) -> [String] {
    let (sentence, words) = (citation.sentence, citation.words)
    let parts = [
      sentence[TextRange(0, words.start)], sentence[words], sentence[TextRange(words.end, sentence.utf8.count)],
    ].map { $0.visibleForm() }
    if style == .plain { return lines("\(parts[0])[[\(parts[1])]]\(parts[2])") }
    let (open, close): (Character, Character) = ("\u{2060}", "\u{200B}")
    let plain = parts.map { $0.filter { $0 != open && $0 != close } }
    var inside = false
    return lines("\(plain[0])\(open)\(plain[1])\(close)\(plain[2])").map { line in
      var (shown, run) = ("", "")
      for character in line {
        if character == open || character == close {
          shown += inside ? style.paint(run, .marked) : run
          (run, inside) = ("", character == open)
        } else {
          run.append(character)
        }
      }
      return shown + (inside ? style.paint(run, .marked) : run)
    }
  }

  private static func facts(of citation: Citation) -> [(name: String, value: String)] {
    let (claim, article) = (citation.claim, citation.article)
    var facts = [("said by", chain(of: citation))]
    func add(_ name: String, _ value: String?) {
      if let value { facts.append((name, value)) }
    }
    add("cue", claim.cue.map { cue in claim.stance.map { "\(cue) (the article \($0.rawValue))" } ?? cue })
    add("location", claim.location)
    add("from", claim.from)
    add("to", claim.to)
    add("resolved", resolutions(of: claim))
    add("date", claim.date?.shortForm)
    add("topic", claim.topic)
    add("confidence", claim.confidence.isNaN ? nil : String((claim.confidence * 100).rounded() / 100))
    add("extractor", Version.isHearsay(claim.extractor) ? nil : claim.extractor)
    add("source", article.source)
    add("title", article.title)
    add("published", article.published?.shortForm)
    add("url", article.url)
    add("file", article.file + place(of: claim))
    return facts
  }

  /// Where the sentence stands in the file, as far as that is known.
  private static func place(of claim: Claim) -> String {
    (claim.span.count == 0 ? "" : ", bytes \(claim.span.start)–\(claim.span.end)")
      + (claim.sentence == 0 ? "" : ", sentence \(claim.sentence)")
  }

  /// The pronouns and descriptions that were taken to stand for a name: `“it” is ISKP`.
  private static func resolutions(of claim: Claim) -> String? {
    var found: [String] = []
    func add(_ words: String?, _ name: String) {
      guard let words else { return }
      let resolution = "“\(words)” is \(name)"
      if !found.contains(resolution) { found.append(resolution) }
    }
    let arguments = [claim.subject, claim.object, claim.speaker].compactMap { $0 } + claim.obliques.map(\.argument)
    for argument in arguments { add(argument.resolvedFrom, argument.partOf ?? argument.text) }
    if let location = claim.location { add(claim.locationResolvedFrom, location) }
    if let date = claim.date { add(claim.dateResolvedFrom, date.shortForm) }
    return found.isEmpty ? nil : found.joined(separator: ", ")
  }

  /// The chain of attribution from the article inwards: `The Diplomat → officials → Khalilzad`.
  static func chain(of citation: Citation) -> String {
    let claim = citation.claim
    var chain = [citation.article.source] + claim.via
    if !claim.speakerIsAuthor { chain.append(claim.speaker.text) }
    var steps: [String] = []
    for step in chain where steps.last != step { steps.append(step) }
    return steps.joined(separator: " → ")
  }
}
