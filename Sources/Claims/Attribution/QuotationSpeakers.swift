import ClaimModel
import Language

/// Finds who says each quotation of an article: by a cue in its own sentences, else by the sentences around it.
///
/// A quotation without a cue of its own is credited to the speaker of the one before it in its paragraph, to whoever says
/// what stands right before it ("X said so. “…”"), or to the subject of a cue that is a sentence of its own behind it; one
/// that fills a paragraph takes up the paragraph before it. Otherwise nobody is credited.
struct QuotationSpeakers {
  private let rules: [SentenceRules]
  private let paragraphs: [Int]
  private let quotations: [Quotation]
  private var voices: [Voice?]

  /// For each sentence, its quoted words whose speaker is known, in order.
  static func quotedWords(in rules: [SentenceRules], paragraphs: [Int], quotations: [Quotation]) -> [[QuotedWords]] {
    var speakers = QuotationSpeakers(rules: rules, paragraphs: paragraphs, quotations: quotations)
    speakers.find()
    var quoted = [[QuotedWords]](repeating: [], count: rules.count)
    for (quotation, voice) in zip(quotations, speakers.voices) {
      guard let voice else { continue }
      for sentence in quotation.sentences {
        let words = quotation.words(in: sentence, of: rules[sentence].reading.tree.count)
        quoted[sentence].append(QuotedWords(words: words, voice: voice))
      }
    }
    return quoted
  }

  private init(rules: [SentenceRules], paragraphs: [Int], quotations: [Quotation]) {
    self.rules = rules
    self.paragraphs = paragraphs
    self.quotations = quotations
    voices = Array(repeating: nil, count: quotations.count)
  }

  private mutating func find() {
    for index in quotations.indices { voices[index] = ownVoice(of: quotations[index]) }
    // “A paragraph. “The next one,” she said.
    for index in quotations.indices.reversed().dropFirst() where voices[index] == nil && quotations[index].goesOn {
      voices[index] = voices[index + 1]
    }
    for index in quotations.indices where voices[index] == nil { voices[index] = neighbouringVoice(of: index) }
  }

  // MARK: In its own sentences.

  private func ownVoice(of quotation: Quotation) -> Voice? {
    let ends = [quotation.sentences.upperBound, quotation.sentences.lowerBound]
    let sentences = ends[0] == ends[1] ? [ends[0]] : ends
    for sentence in sentences {
      let words = words(of: quotation, in: sentence)
      for head in heads(in: words, of: sentence) {
        let chain = rules[sentence].attribution.chain(above: head).filter { !words.contains($0.cueWord) }
        if let voice = voice(of: chain, in: sentence) { return voice }
      }
    }
    for sentence in sentences {
      let words = words(of: quotation, in: sentence)
      guard !heads(in: words, of: sentence).isEmpty else { continue }
      if let cue = rules[sentence].attribution.cue(beside: words), let voice = voice(of: [cue], in: sentence) {
        return voice
      }
    }
    return nil
  }

  private func words(of quotation: Quotation, in sentence: Int) -> Range<Int> {
    quotation.words(in: sentence, of: rules[sentence].reading.tree.count)
  }

  /// The predicates among `words` that do not depend on another word among them.
  private func heads(in words: Range<Int>, of sentence: Int) -> [Int] {
    let reading = rules[sentence].reading
    return words.filter { word in
      reading.kinds[word] != nil && !(reading.tree.head(of: word).map { words.contains($0) } ?? false)
    }
  }

  private func voice(of chain: [Attribution], in sentence: Int) -> Voice? {
    let rules = rules[sentence]
    let sources = chain.compactMap(\.source)
    guard let innermost = chain.last, let last = sources.last, !rules.attribution.isFirstPerson(last) else {
      return nil
    }
    let speakers = sources.map { rules.speakers.speaker(at: $0) }
    return Voice(
      speakers: speakers, attribution: innermost, sentence: sentence,
      entities: speakers.compactMap { rules.speakers.entity(of: $0) })
  }

  // MARK: Around it.

  private func neighbouringVoice(of index: Int) -> Voice? {
    let quotation = quotations[index]
    if index > 0, quotations[index - 1].goesOn { return voices[index - 1] }
    guard isWhole(quotation) else { return nil }
    let (first, last) = (quotation.sentences.lowerBound, quotation.sentences.upperBound)
    let fillsParagraph = !isSameParagraph(first - 1, first) && !isSameParagraph(last, last + 1)
    if rules.indices.contains(last + 1), fillsParagraph || isSameParagraph(last, last + 1),
      !(quotations.indices.contains(index + 1) && quotations[index + 1].sentences.contains(last + 1)),
      let voice = bareCue(in: last + 1)
    {
      return voice
    }
    guard first > 0, fillsParagraph || isSameParagraph(first - 1, first) else { return nil }
    return lastVoice(in: first - 1, before: index)
  }

  private func isSameParagraph(_ first: Int, _ second: Int) -> Bool {
    first >= 0 && second < paragraphs.count && paragraphs[first] == paragraphs[second]
  }

  /// Whether the quotation is whole sentences.
  private func isWhole(_ quotation: Quotation) -> Bool {
    let start = rules[quotation.sentences.lowerBound].reading.tree.tokens
    let end = rules[quotation.sentences.upperBound].reading.tree.tokens
    return start[..<quotation.first].allSatisfy { $0.tag == .punct }
      && end[(quotation.last + 1)...].allSatisfy { $0.tag == .punct }
  }

  /// "He added.": a sentence without a quotation that only says who speaks.
  private func bareCue(in sentence: Int) -> Voice? {
    let tree = rules[sentence].reading.tree
    guard let root = (0..<tree.count).first(where: { tree.head(of: $0) == nil }), tree.count <= 25,
      rules[sentence].attribution.contents(of: root).isEmpty,
      tree.child(of: root, .obj, .xcomp) == nil
        || rules[sentence].attribution.cueLemma(of: root, in: .addressingVerbs) != nil
    else { return nil }
    return mainCue(in: sentence).flatMap { voice(of: [$0], in: sentence) }
  }

  /// Who speaks at the end of the sentence before the quotation at `index`.
  private func lastVoice(in sentence: Int, before index: Int) -> Voice? {
    if index > 0, quotations[index - 1].sentences.upperBound == sentence { return voices[index - 1] }
    let cue = rules[sentence].attribution.cueBeforeColon() ?? mainCue(in: sentence)
    return cue.flatMap { voice(of: [$0], in: sentence) }
  }

  /// The statement that the main verb of a sentence makes.
  private func mainCue(in sentence: Int) -> Attribution? {
    let rule = rules[sentence].attribution
    guard let root = (0..<rule.tree.count).first(where: { rule.tree.head(of: $0) == nil }),
      rule.cueLemma(of: root, in: .reportingVerbs) != nil
    else { return nil }
    return rule.statement(by: root)
  }
}
