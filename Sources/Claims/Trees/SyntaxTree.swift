import Language

/// A sentence's tree with what the rules ask of it at hand: the words below each word, and the lower-case forms.
///
/// Words are named by their index in the sentence. Building it takes time linear in the sentence.
struct SyntaxTree: Sendable {
  /// The words.
  let tokens: [Token]
  /// The words' dictionary forms in lower case.
  let lemmas: [String]
  private let heads: [Int]
  private let firstChild: [Int]
  private let childList: [Int]

  /// The tree of `sentence`; a word whose chain of heads leads in a circle is taken as a root.
  init(_ sentence: Sentence) {
    tokens = sentence.tokens
    lemmas = tokens.map { $0.lemma.lowercased() }
    heads = Self.acyclicHeads(of: tokens)
    (firstChild, childList) = Self.childLists(of: heads)
  }

  /// How many words there are.
  var count: Int { tokens.count }

  /// The word that `word` depends on; nil for a root.
  func head(of word: Int) -> Int? { heads[word] < 0 ? nil : heads[word] }

  /// The words that depend on `word`, in order of the text.
  func children(of word: Int) -> ArraySlice<Int> { childList[firstChild[word]..<firstChild[word + 1]] }

  /// The first child of `word` that is one of `wanted` to it.
  func child(of word: Int, _ wanted: Dependency...) -> Int? {
    children(of: word).first { wanted.contains(tokens[$0].dependency) }
  }

  /// Whether `word` has a child that is `wanted` to it.
  func has(_ wanted: Dependency, below word: Int) -> Bool {
    children(of: word).contains { tokens[$0].dependency == wanted }
  }

  /// All words of the subtree of `word`, in order of the text, without the subtrees for which `isLeftOut` holds.
  func subtree(of word: Int, leavingOut isLeftOut: (Int) -> Bool = { _ in false }) -> [Int] {
    var found: [Int] = []
    var pending = [word]
    while let next = pending.popLast() {
      found.append(next)
      pending.append(contentsOf: children(of: next).filter { !isLeftOut($0) })
    }
    return found.sorted()
  }

  /// Whether `word` stands in the subtree of `ancestor`, or is it.
  func isWord(_ word: Int, within ancestor: Int) -> Bool {
    var current: Int? = word
    while let here = current {
      if here == ancestor { return true }
      current = head(of: here)
    }
    return false
  }

  private static func acyclicHeads(of tokens: [Token]) -> [Int] {
    var heads = tokens.indices.map { index -> Int in
      guard let head = tokens[index].head, tokens.indices.contains(head), head != index else { return -1 }
      return head
    }
    // The walk that first met a word; a walk that meets its own words again goes round in a circle.
    var walk = [Int](repeating: -1, count: tokens.count)
    for start in tokens.indices {
      var current = start
      while walk[current] < 0 {
        walk[current] = start
        if heads[current] < 0 { break }
        if walk[heads[current]] == start {
          heads[current] = -1
          break
        }
        current = heads[current]
      }
    }
    return heads
  }

  private static func childLists(of heads: [Int]) -> ([Int], [Int]) {
    var starts = [Int](repeating: 0, count: heads.count + 1)
    for head in heads where head >= 0 { starts[head + 1] += 1 }
    for index in heads.indices { starts[index + 1] += starts[index] }
    var next = starts
    var list = [Int](repeating: 0, count: starts[heads.count])
    for (child, head) in heads.enumerated() where head >= 0 {
      list[next[head]] = child
      next[head] += 1
    }
    return (starts, list)
  }
}
