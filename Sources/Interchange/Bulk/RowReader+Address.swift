import CScanner
import ClaimModel
import Store

// The content address of a plain line, written as `ImportContext.contentAddress` writes that of a claim.
extension RowReader {
  /// The content address of the row's claim, whose sentence has this text and number in an article.
  func address(
    _ row: ClaimBatch.Row, identity: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ number: UInt32
  ) -> UInt64 {
    content.clear()
    put(identity)
    for entry in [row.subject, row.relation, row.object, row.location, dates[date].words] {
      content.separate()
      put(entry)
    }
    content.separate()
    if !row.quantity.isNaN {
      put(bounds[Int(row.bound)])
      content.put(Quantity.text(of: row.quantity))
    }
    content.separate()
    put(polarities[Int(row.polarity)])
    content.separate()
    put(certainties[Int(row.certainty)])
    content.separate()
    put(row.speaker)
    // There is nobody who passed it on, and nothing that is tied to the verb; the claim's own words have no place.
    content.put("\u{1F}\u{1F}\u{1F}0\u{1F}0")
    content.separate()
    put(row.extractor)
    content.separate()
    unsafe content.put(text)
    content.separate()
    for entry in [row.subject, row.object, row.speaker] { content.put(byte: kind(of: entry)) }
    content.put(byte: row.speakerIsAuthor == 0 ? 0x30 : 0x31)
    putFacts(of: row, number)
    return content.withBytes { shared.context.addressOfContent($0).value }
  }

  private func putFacts(of row: ClaimBatch.Row, _ number: UInt32) {
    put("unit ", row.unit)
    put("topic ", row.topic)
    put("cue ", row.cue)
    if row.stance != 0 { put("stance ", text: Stance.allCases[Int(row.stance) - 1].rawValue) }
    if !row.confidence.isNaN { put("confidence ", text: Quantity.text(of: row.confidence)) }
    if number != 0 { put("sentence ", text: String(number)) }
    put("there ", row.locationResolvedFrom)
    for (place, entry) in mentioned.enumerated() {
      if place == 0 {
        put("about ", entry)
      } else {
        content.put(byte: UInt8(ascii: ";"))
        put(entry)
      }
    }
  }

  private func kind(of entry: UInt32) -> UInt8 {
    guard entry != 0 else { return UInt8(ascii: "-") }
    return dictionary.space(Int(entry)) == TermKind.entity.rawValue ? UInt8(ascii: "e") : UInt8(ascii: "p")
  }

  private func put(_ entry: UInt32) { unsafe content.put(dictionary.text(Int(entry))) }

  private func put(_ name: String, _ entry: UInt32) {
    guard entry != 0 else { return }
    content.separate()
    content.put(name)
    put(entry)
  }

  private func put(_ name: String, text: String) {
    content.separate()
    content.put(name)
    content.put(text)
  }
}
