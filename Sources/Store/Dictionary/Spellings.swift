/// Which terms are written alike.
package struct Spellings: Sendable {
  private let terms: TermDictionary
  /// A bit for each term that others are written like.
  @usableFromInline let alike: [UInt64]

  init(_ terms: TermDictionary) {
    self.terms = terms
    let (firsts, next) = (terms.firstOfKey.checked, terms.nextOfKey.checked)
    var alike = [UInt64](repeating: 0, count: terms.count / 64 + 1)
    for key in 0..<firsts.count {
      var term = Int(firsts[key])
      if term == 0 || next[term] == 0 { continue }
      // A chain that has been met is not followed again, whatever stands in a file.
      while term != 0, alike[term / 64] >> UInt64(term % 64) & 1 == 0 {
        alike[term / 64] |= 1 << UInt64(term % 64)
        term = Int(next[term])
      }
    }
    self.alike = alike
  }

  /// Whether no other term is written like one.
  @inlinable
  package func isAlone(_ term: TermID) -> Bool { alike[Int(term) / 64] &>> UInt64(term % 64) & 1 == 0 }

  /// The terms that are written like one, itself among them; nil where there are more than `most`.
  package func all(_ term: TermID, upTo most: Int) -> [TermID]? {
    var found: [TermID] = []
    var next = terms.firstOfKey[Int(terms.keys[Int(term)])]
    while next != 0 {
      if found.count == most { return nil }
      found.append(next)
      next = terms.nextOfKey[Int(next)]
    }
    return found
  }
}
