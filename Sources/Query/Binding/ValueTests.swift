import ClaimModel
import Store
import TextForms

/// Terms that a name stands for: exactly some, and those whose position lies within an interval of the trees.
struct TermSet: Sendable {
  /// Terms that are meant as they are.
  var exact: Set<TermID> = []
  /// Terms that are meant with their parts.
  var wholes: [TermID] = []

  /// The terms that are meant, each once.
  func terms(_ table: NounTable) -> [TermID] {
    var terms = exact
    if !wholes.isEmpty {
      let trees = table.trees
      for whole in wholes { terms.formUnion(trees.partsAndPhrases(of: whole)) }
    }
    terms.remove(0)
    return terms.sorted()
  }
}

/// A comparison with a number.
struct NumberTest: Sendable {
  var comparison: Comparison
  var value: Double
  /// The upper end of `between`.
  var upper = Double.nan

  func holds(_ number: Double) -> Bool {
    switch comparison {
    case .less: number < value
    case .lessOrEqual: number <= value
    case .greater: number > value
    case .greaterOrEqual: number >= value
    case .between: number >= value && number <= upper
    default: number == value
    }
  }
}

/// A comparison with an interval of days: `=` holds where the two overlap, `<` and `>` by the end that is near.
struct DateTest: Sendable {
  var comparison: Comparison
  var first: Int32
  var last: Int32

  /// A comparison with `range`, or with what lies between it and `upper`.
  init(_ comparison: Comparison, _ range: DateRange, upTo upper: DateRange? = nil) {
    self.comparison = comparison
    first = range.first?.number ?? DateColumn.open.first
    last = (upper ?? range).last?.number ?? DateColumn.open.last
  }

  func holds(_ start: Int32, _ end: Int32) -> Bool {
    switch comparison {
    case .less: end < first
    case .lessOrEqual: end <= last && end != DateColumn.open.last
    case .greater: start > last
    case .greaterOrEqual: start >= first && start != DateColumn.open.first
    case .between: start >= first && end <= last
    case .identical: start == first && end == last
    default: start <= last && first <= end
    }
  }
}

/// A pattern of `like`: `*` (or `%`) stands for any run of characters, `?` (or `_`) for one. Case and accents do not matter.
struct LikePattern: Sendable {
  private let pieces: [Unicode.Scalar]

  init(_ pattern: String) {
    pieces = Array(pattern.foldedKey.unicodeScalars).map { $0 == "%" ? "*" : $0 == "_" ? "?" : $0 }
  }

  /// Whether the whole text fits. Greedy, with one place to go back to: linear in the text for each `*`, never more.
  func matches(_ text: String) -> Bool {
    let letters = Array(text.foldedKey.unicodeScalars)
    var (piece, letter) = (0, 0)
    var back: (piece: Int, letter: Int)?
    while letter < letters.count {
      if piece < pieces.count, pieces[piece] == "*" {
        back = (piece, letter)
        piece += 1
      } else if piece < pieces.count, pieces[piece] == "?" || pieces[piece] == letters[letter] {
        piece += 1
        letter += 1
      } else if let (star, start) = back {
        back = (star, start + 1)
        piece = star + 1
        letter = start + 1
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == "*" }
  }
}
