import ClaimModel
import Foundation
import Interchange
import Testing

/// Attributions as lines of JSON.
@Suite struct AttributionsJSONLTests {
  @Test func writesItsPartsAsPairsOfOffsets() throws {
    let article = Article(file: "a \"b\".txt", digest: "", text: "", blocks: [], origins: OffsetMap())
    let relation = AttributionRelation(
      source: [], cue: [TextRange(8, 12)], content: [TextRange(0, 6), TextRange(14, 20)])
    let line = AttributionsJSONL.line(for: relation, of: article)
    #expect(line == #"{"file":"a \"b\".txt","source":[],"cue":[[8,12]],"content":[[0,6],[14,20]]}"#)
  }
}
