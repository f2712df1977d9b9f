import ClaimModel
import Language

private let analyzer = Analyzer()

/// libFuzzer's entry: any bytes, read as text, become sentences that are trees over words of that text, in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func textBecomesTrees(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  var end = 0
  for sentence in analyzer.sentences(of: text) {
    precondition(!sentence.tokens.isEmpty && sentence.tokens.count <= Sentence.wordLimit)
    precondition(sentence.tokens.count { $0.head == nil } == 1)
    for (index, token) in sentence.tokens.enumerated() {
      precondition(token.range.start >= end && token.range.end > token.range.start)
      precondition(text.utf8.count >= token.range.end && token.head != index)
      end = token.range.end
    }
    precondition(sentence.tokens.indices.allSatisfy { reachesRoot($0, in: sentence.tokens) })
  }
  return 0
}

private func reachesRoot(_ start: Int, in tokens: [Token]) -> Bool {
  var word = start
  for _ in tokens {
    guard let head = tokens[word].head else { return true }
    word = head
  }
  return false
}
