/// Random lines of claims: plain ones, those that only careful reading can read, and wrong ones.
struct RandomLines {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((word ^ (word >> 31)) % UInt64(bound))
  }

  private mutating func pick(_ words: [String]) -> String { words[number(below: words.count)] }

  /// The same in any other order.
  mutating func shuffled(_ lines: [String]) -> [String] {
    var lines = lines
    for place in lines.indices.reversed() { lines.swapAt(place, number(below: place + 1)) }
    return lines
  }

  /// So many lines.
  func lines(_ count: Int) -> [String] {
    var random = self
    return (0..<count).map { random.line($0) }
  }

  private static let values = [
    ("subject", ["\"ISIS\"", "\"ISIS fighters in Kabul\"", "\"a \\\"b\\\"\"", "\"c7\"", "\"c900\"", "5", "\"\""]),
    ("object", ["\"Kabul\"", "\"bases\"", "\"c12\"", "\"\\u00e9t\\u00e9\"", "\"x\""]),
    ("location", ["\"daesh\"", "\"Nowhere\"", "\"Kunar\""]), ("speaker", ["\"A\"", "\"Max\"", "\"Max Mustermann\""]),
    ("source", ["\"A\"", "\"B\"", "\"C\"", "\"D \\\\ E\""]), ("author", ["\"Max\"", "null"]),
    ("polarity", ["\"denied\"", "\"affirmed\"", "\"negated\""]), ("certainty", ["\"possible\"", "\"unknown\""]),
    ("date", ["\"2024\"", "\"2024-02-30\"", "\"2021-05-06\"", "\"2021/..\""]),
    ("quantity", ["3", "007", "-2.5e3", "\"3\"", "1e400", "0.1"]), ("unit", ["\"percent\""]), ("bound", ["\">=\""]),
    ("stance", ["\"reports\""]), ("cue", ["\"say\""]), ("topic", ["\"killing\""]), ("confidence", ["0.5", "1", "2"]),
    ("sentence", ["3", "1", "0", "2.5"]), ("extractor", ["\"gpt\"", "\"hearsay 0.0.1\""]),
    ("speaker_is_author", ["true", "false"]), ("about", ["[\"ISIS\"]", "[]"]), ("via", ["[\"B\"]"]),
    ("digest", ["\"aa\""]), ("url", ["\"https://example.org\""]), ("colour", ["\"red\""]),
    ("entities", entities),
    ("location_resolved_from", ["\"there\""]), ("published", ["\"2024-01\"", "\"soon\""]),
    ("subject_detail", ["{\"kind\":\"phrase\",\"part_of\":\"ISIS\"}", "{\"kind\":\"claim\"}"]),
  ]

  /// What lines tell of those whom they name: in a plain way, in one that is not, and wrongly.
  private static let entities = [
    #"[{"name":"Kunar","kind":"place","broader":"Pakistan"}]"#,
    #"[{"name":"Kabul","kind":"place"},{"name":"ISIS fighters in Kabul","broader":"ISIS"}]"#,
    #"[ {"name" : "Max","kind":"person","aliases":["M.","\u00dc]"]}, null ]"#,
    #"[{"name":"a \"b\"","kind":"group"},{"name":"Max Mustermann"},{"name":"daesh"},{"name":"x"}]"#,
    #"[{"name":"c12"},{"name":"c7"},{"name":"ISIS","aliases":[]},{"name":"Nowhere","kind":"place"}]"#,
    "[]", "[null]", #"{"name":"A"}"#, #"[{"kind":"place"}]"#, #"[{"name":"A","kind":"thing"}]"#, #"["A"]"#, "[[]",
    "[}]", #"[{"name":"A","name":"B"}]"#, #"[{"name":"A","rank":1}]"#, "[\u{1}]", "[é]",
  ]

  private mutating func line(_ number: Int) -> String {
    if self.number(below: 60) == 0 { return pick(["", "  \t", "{", "null", "{\"relation\":\"be\"}x", "\u{0}"]) }
    var members = ["\"id\":\"c\(number)\"", "\"relation\":\"\(pick(["kill", "be", "say"]))\""]
    if self.number(below: 30) == 0 { members.removeFirst() }
    for (name, values) in Self.values where self.number(below: 6) == 0 || name == "source" {
      // Most lines are right.
      let value = self.number(below: 3) == 0 ? pick(values) : values[0]
      members.append("\"\(name)\":\(value)")
    }
    // Without a digest or words, claims of several articles have one address where they have one span.
    if self.number(below: 20) == 0 { members.append("\"span\":[\(number),\(number + 9)]") }
    let text = pick([
      "It is so.", "Ünder “quotes” it's\\u0020so.", "A \\\"b\\\" c, d’s",
      "long " + String(repeating: "words ", count: 9),
    ])
    members.append("\"text\":\"\(text) \(self.number(below: 400))\"")
    if self.number(below: 100) == 0 { members.append("\"relation\":\"be\"") }
    let blank = self.number(below: 4) == 0 ? " " : ""
    return "{" + members.joined(separator: "," + blank) + "}"
  }
}
