import Testing

@testable import Store

@Suite struct TreeLabelsTests {
  /// Random forests, with what each term is a part of walked step by step.
  @Test(arguments: 0..<30)
  func labelsAgreeWithTheWalkUpwards(_ seed: UInt64) {
    var random = RandomClaims(seed: seed)
    var terms = TermDictionary()
    let count = 1 + random.number(below: 40)
    for number in 1...count { _ = terms.encode("entity \(number)", .entity) }
    for term in 2...max(2, count) where term <= count && random.number(below: 4) > 0 {
      terms.setBroader(of: TermID(term), to: TermID(1 + random.number(below: term - 1)))
    }
    let phrase = terms.encode("its fighters", .phrase, partOf: 1)
    let loose = terms.encode("fighters", .phrase)
    let labels = TreeLabels(terms)
    for part in 1...TermID(count) {
      for whole in 1...TermID(count) {
        #expect(labels.isPart(part, of: whole) == walks(from: part, to: whole, terms))
      }
      let below = (1...TermID(count)).filter { $0 != part && walks(from: $0, to: part, terms) }
      #expect(Set(labels.parts(of: part)) == Set(below))
      #expect(labels.isPart(phrase, of: part) == (part == 1))
      #expect(!labels.isPart(loose, of: part))
    }
  }

  @Test func aLoopIsCut() {
    var terms = TermDictionary()
    for name in ["a", "b", "c", "d"] { _ = terms.encode(name, .entity) }
    for (part, whole) in [(1, 2), (2, 3), (3, 1), (4, 4)] { terms.setBroader(of: TermID(part), to: TermID(whole)) }
    let labels = TreeLabels(terms)
    #expect(labels.isPart(1, of: 2) || labels.isPart(2, of: 3))
    #expect((1...4).allSatisfy { labels.isPart($0, of: $0) })
    #expect(!labels.isPart(4, of: 1))
  }

  private func walks(from part: TermID, to whole: TermID, _ terms: TermDictionary) -> Bool {
    var term = part
    while term != 0, term != whole { term = terms.broader[Int(term)] }
    return term == whole
  }
}
