import CScanner
import ClaimModel
import Store

// What the attributes of a line say.
extension RowReader {
  /// The text of an attribute, which `LocalDictionary.slack` bytes follow; nil where it is missing or not plain.
  @inline(__always)
  func text(_ slot: Int) -> UnsafeBufferPointer<UInt8>? {
    let value = scanner.value(slot)
    if value.form == ScannedMissing { return nil }
    guard let text = unsafe scratch.text(value, isJSON: scanner.columns == nil), text.count > 0 else {
      isPlain = false
      return nil
    }
    return unsafe text
  }

  /// What has been looked up of an attribute; nil where it is missing.
  @inline(__always)
  func lookUp(_ slot: Int) -> LocalDictionary.LookUp? {
    let place = unsafe Int(places[slot])
    return place == 0 ? nil : unsafe lookUps[place - 1]
  }

  /// The entry of an attribute that is a term; 0 where it is missing.
  @inline(__always)
  func term(_ slot: Int) -> UInt32 { unsafe lookUp(slot)?.id ?? 0 }

  /// What an attribute says, which `make` finds out for each text once; 0 where it is missing or not plain.
  @inline(__always)
  func payload(_ slot: Int, _ make: (String) -> UInt32) -> UInt32 {
    guard let found = unsafe lookUp(slot) else { return 0 }
    let payload = unsafe found.payload == 0 ? makePayload(found, make) : found.payload
    if payload != Self.isNotPlain { return payload }
    isPlain = false
    return 0
  }

  @inline(never)
  func makePayload(_ found: LocalDictionary.LookUp, _ make: (String) -> UInt32) -> UInt32 {
    let id = unsafe Int(found.id)
    // Another attribute may have had the same text.
    let known = dictionary.payload(id)
    if known != 0 { return known }
    let made = make(unsafe String(decoding: found.text, as: UTF8.self))
    dictionary.setPayload(id, made)
    return made
  }

  static func code<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
    _ word: String, _: Choice.Type
  ) -> UInt32 where Choice.AllCases.Index == Int {
    guard let choice = Choice(rawValue: word), let place = Choice.allCases.firstIndex(of: choice) else {
      return isNotPlain
    }
    return UInt32(place + 1)
  }

  func date(_ words: String) -> UInt32 {
    guard let range = DateRange(iso8601: words) else { return Self.isNotPlain }
    let entry = dictionary.encode(range.description, in: Space.raw).id
    dates.append((DateColumn.Code(range), UInt32(entry)))
    return UInt32(dates.count - 1)
  }

  /// A number; not a number where it is missing or not plain.
  func number(_ slot: Int) -> Double {
    let value = scanner.value(slot)
    if value.form == ScannedMissing { return .nan }
    guard let number = scratch.number(value, isJSON: scanner.columns == nil) else {
      isPlain = false
      return .nan
    }
    return number
  }

  /// A whole number from 1; 0 where it is missing or not plain.
  func count(_ slot: Int) -> UInt32 {
    let number = number(slot)
    if number.isNaN { return 0 }
    guard number >= 1, number <= Double(LineType.greatestCount), number == number.rounded() else {
      isPlain = false
      return 0
    }
    return UInt32(number)
  }

  func extractor() -> UInt32 {
    if scanner.value(slots.extractor).form == ScannedMissing {
      if shared.isHearsay { isPlain = false }
      return defaultExtractor
    }
    return payload(slots.extractor) { name in
      // Names are taken as they stand in what Hearsay has written.
      if Version.isHearsay(name) { return Self.isNotPlain }
      return UInt32(dictionary.encode(name, in: TermKind.text.rawValue).id)
    }
  }
}
