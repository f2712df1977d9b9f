import ClaimModel
import Store

extension Nouns {
  static let contradictions = Noun(
    name: "contradictions", singular: "contradiction",
    summary: "pairs of claims that cannot both hold, with the reason",
    explanation: sides,
    example: "contradictions where about = ISKP and location = Pakistan",
    attributes: pairAttributes(PairFinding.Contradiction.words, "in what the two cannot both hold"),
    shown: ["reason", "left.source", "right.source", "left.speaker", "right.speaker"],
    rows: { NounTable($0, pairs: $0.contradictions) })

  static let corroborations = Noun(
    name: "corroborations", singular: "corroboration",
    summary: "pairs of claims of different articles that say the same", explanation: sides,
    example: "corroborations where topic = killing show reason, differences, left.source, right.source",
    attributes: pairAttributes(PairFinding.Corroboration.words, "whether they tell of one event or say one thing") + [
      Attribute("differences", .texts, "in what the two differ, though they say the same") {
        Vector(.textLists($0.pairs?.differences ?? []))
      },
      Attribute("witnesses", .number, "2, or 1 where both rest on one speaker or one text") {
        Vector(.numbers(NumberColumn($0.pairs?.witnesses ?? []), isWhole: true))
      },
    ], shown: ["reason", "left.source", "right.source", "differences", "witnesses"],
    rows: { NounTable($0, pairs: $0.corroborations) })

  /// What `pairs of claims on …` asks for. Its rows are made when the query runs.
  static let pairs = Noun(
    name: "pairs", singular: "pair", summary: "claims joined with claims that have the same values", explanation: sides,
    example: "pairs of claims on subject, relation where left.source != right.source",
    attributes: sidedAttributes, shown: ["subject", "relation", "object", "left.source", "right.source"],
    rows: { NounTable($0, NounTable.pair([], [])) })

  private static let sides = """
    left.speaker, right.text and so on are of one claim of the two. Without a side, a condition holds where it holds for
    either claim, and what is shown is what both have. cite shows the words of both.
    """

  /// What is known of a pair: its own attributes, those of its claims without a side, those of its left and right claim.
  private static func pairAttributes(_ kinds: [String], _ kind: String) -> [Attribute] {
    let own = [
      Attribute("reason", .text, "why the two are a pair, in words") {
        Vector(.texts(TextColumn($0.pairs?.reason ?? []), words: nil))
      },
      Attribute("kind", .choice(kinds), kind) { Vector(.choices(ChoiceColumn(Column($0.pairs?.kind ?? [])), kinds)) },
    ]
    return own + sidedAttributes
  }

  private static let sidedAttributes: [Attribute] = {
    let left = claims.attributes.map { $0.ofClaim(0, named: "left", "of the left claim") }
    let right = claims.attributes.map { $0.ofClaim(1, named: "right", "of the right claim") }
    return zip(left, right).map { Attribute(ofBothSides: $0, $1) } + left + right
  }()
}

extension NounTable {
  /// Pairs that were found by comparing claims.
  fileprivate convenience init(_ knowledgeBase: KnowledgeBase, pairs: ClaimPairs) {
    self.init(knowledgeBase, Self.pair(Column(pairs.left), Column(pairs.right)), pairs: pairs)
  }

  /// The columns of pairs of claims.
  static func pair(_ left: Column<UInt32>, _ right: Column<UInt32>) -> [Binding] {
    [Binding(kind: .claim, values: left), Binding(kind: .claim, values: right)]
  }
}

extension Attribute {
  /// An attribute of claims, of the claim that a column of joined rows stands for.
  func ofClaim(_ binding: Int, named name: String, _ words: String) -> Attribute {
    let column = column
    var attribute = Attribute(
      "\(name).\(self.name)", or: otherNames.map { "\(name).\($0)" }, type, "\(words): \(summary)"
    ) { table in
      let vector = column(table)
      let rows = table.bindings[binding].values
      let places = vector.through.map { through in Column(rows.map { through[Int($0)] }) }
      return Vector(vector.values, through: places ?? rows)
    }
    attribute.isOfOneSide = true
    return attribute
  }

  /// An attribute without a side: a condition on it holds where it holds on either; what is shown is what both have.
  init(ofBothSides left: Attribute, _ right: Attribute) {
    func plain(_ name: String) -> String { name.replacing("left.", with: "", maxReplacements: 1) }
    self.init(
      plain(left.name), or: left.otherNames.map(plain), .texts,
      String(left.summary.dropFirst("of the left claim: ".count))
    ) { table in
      let sides = [left, right].map { Cells($0.column(table), table) }
      return Vector(
        .textLists(
          (0..<UInt32(table.count)).map { row in
            let (one, other) = (sides[0].texts(row), sides[1].texts(row))
            return one + other.filter { !one.contains($0) }
          }))
    }
    sides = [left, right]
  }
}
