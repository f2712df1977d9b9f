/// How a lemma is made of a word: in lower case or not, without its last bytes, with others instead.
package struct LemmaRule: Hashable, Sendable {
  /// Whether the word is put in lower case first.
  package var lowers: Bool
  /// How many bytes are taken off its end.
  package var strip: Int
  /// What is put there.
  package var append: String

  package init(lowers: Bool, strip: Int, append: String) {
    self.lowers = lowers
    self.strip = strip
    self.append = append
  }

  /// The rule that makes `lemma` of `form` and keeps most of it; proper names keep their capitals if either would do.
  package init(from form: String, to lemma: String, isName: Bool) {
    let bytes = NormalForm.bytes(of: form)
    let lower = NormalForm.lowercased(bytes)
    let target = Array(lemma.utf8)
    let kept = zip(bytes, target).prefix { $0 == $1 }.count
    let keptLower = zip(lower, target).prefix { $0 == $1 }.count
    lowers = keptLower > kept || (keptLower == kept && !isName)
    let (base, shared) = lowers ? (lower, keptLower) : (bytes, kept)
    strip = base.count - shared
    append = String(decoding: target.dropFirst(shared), as: UTF8.self)
  }

  /// The lemma of a word.
  package func lemma(of form: String) -> String {
    let bytes = NormalForm.bytes(of: form)
    let base = lowers ? NormalForm.lowercased(bytes) : bytes
    let stem = String(decoding: base.dropLast(min(strip, base.count)), as: UTF8.self)
    return stem + append
  }

  /// The rule of a model's line: `l 2 y`, where the first letter is `l` for lower case, else `k`.
  init?(parsing line: Substring) {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let strip = Int(parts[1]), strip >= 0 else { return nil }
    self.init(lowers: parts[0] == "l", strip: strip, append: String(parts[2]))
  }

  /// The rule as a model's line.
  package var line: String { "\(lowers ? "l" : "k") \(strip) \(append)" }
}
