import ClaimModel
import Output
import Query
import Store
import TextForms

/// An entity on one screen: its names, what it is part of, and the claims about it, counted in several ways.
struct EntityPortrait {
  /// A line of the portrait that counts claims.
  private struct Count {
    var name: String
    /// The condition under which a claim counts; `ENTITY` stands for the entity.
    var condition: String
    /// The attribute by whose values claims are counted.
    var attribute: String
  }

  /// How many values a line names, how many points are told, and how many other names.
  private static let most = 6
  private static let mostPoints = 4
  private static let mostNames = 8
  /// In more claims than these contradictions are not looked for unasked: all would have to be compared first.
  private static let mostCompared = 200_000

  private static let counts = [
    Count(name: "by source", condition: "about = ENTITY", attribute: "source"),
    Count(name: "by speaker", condition: "about = ENTITY", attribute: "speaker"),
    Count(name: "it is said to", condition: "subject = ENTITY", attribute: "relation"),
    Count(name: "done to it", condition: "object = ENTITY", attribute: "relation"),
    Count(name: "where", condition: "about = ENTITY", attribute: "location"),
    Count(name: "when", condition: "about = ENTITY", attribute: "date"),
    Count(name: "topics", condition: "about = ENTITY", attribute: "topic"),
    Count(name: "denied by", condition: "about = ENTITY and polarity = denied", attribute: "speaker"),
    Count(name: "it says of", condition: "speaker = ENTITY", attribute: "subject"),
  ]

  private let entity: Entity
  private let engine: QueryEngine
  private let above: [String]
  private let mentions: Int
  private let isLarge: Bool

  /// The portrait of `entity` from all that is known.
  init(of entity: Entity, in knowledgeBase: KnowledgeBase, _ control: QueryControl) {
    self.entity = entity
    engine = QueryEngine(knowledgeBase, mode: .prompt, control: control)
    isLarge = knowledgeBase.claimCount > Self.mostCompared
    mentions = knowledgeBase.claims(about: entity.name).count
    var above: [String] = []
    var next = entity.broader
    while let name = next, name != entity.name, !above.contains(name) {
      above.append(name)
      next = knowledgeBase.entity(named: name)?.broader
    }
    self.above = above
  }

  /// The lines, each with its end.
  func text(style: Style, width: Int?) -> String {
    let kind = entity.kind == .other ? "" : "  \(entity.kind.rawValue)"
    var lines = [style.paint(entity.name.visibleForm(), .heading) + kind]
    let counts = Self.counts.compactMap { count in values(of: count).map { (count.name, $0) } }
    let facts = names + counts + (disputes.map { [("disputed", $0)] } ?? [])
    let nameWidth = facts.map(\.0.count).max() ?? 0
    for (name, value) in facts {
      let space = String(repeating: " ", count: nameWidth - name.count)
      let value = value.visibleForm().wrapped(to: width.map { max(20, $0 - nameWidth - 4) } ?? Int.max)
      let joint = "\n" + String(repeating: " ", count: nameWidth + 4)
      lines.append("  " + style.paint(name, .faint) + space + "  " + value.joined(separator: joint))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var names: [(String, String)] {
    var facts: [(String, String)] = []
    let rest = entity.aliases.count - Self.mostNames
    let aliases = entity.aliases.prefix(Self.mostNames) + (rest > 0 ? ["and \(rest) more"] : [])
    if !aliases.isEmpty { facts.append(("also called", aliases.joined(separator: ", "))) }
    let link = entity.kind == .place ? "lies within" : "is part of"
    if !above.isEmpty { facts.append((link, above.joined(separator: ", within "))) }
    facts.append(("mentioned in", mentions.counted("claim")))
    return facts
  }

  /// The points on which articles contradict one another, each with how often and between whom; nil where there are none.
  private var disputes: String? {
    let query = "contradictions where about = \(quoted) show reason, left.source, right.source"
    if isLarge { return "`contradictions where about = \(quoted)` compares all claims" }
    guard let table = try? engine.run(QuerySource(query)), !table.rows.isEmpty else { return nil }
    var points: [String] = []
    var found: [String: (count: Int, sources: [String])] = [:]
    for row in table.rows {
      let texts = row.compactMap(\.shownText)
      // What follows the colon is how this pair words it.
      let point = String(texts[0].prefix { $0 != ":" })
      if found[point] == nil { points.append(point) }
      found[point, default: (0, [])].count += 1
      for source in texts.dropFirst() where found[point]?.sources.contains(source) == false {
        found[point]?.sources.append(source)
      }
    }
    let ordered = points.enumerated().sorted { one, other in
      let (first, second) = (found[one.element]?.count ?? 0, found[other.element]?.count ?? 0)
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
    let told = ordered.prefix(Self.mostPoints).map { point in
      "\(point) \(found[point]?.count ?? 0) (\(found[point]?.sources.joined(separator: ", ") ?? ""))"
    }
    let rest = ordered.count - told.count
    return (told + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; ")
  }

  /// The name as a query has it.
  private var quoted: String { "\"" + entity.name.filter { $0 != "\"" } + "\"" }

  /// The most frequent values of a count, each with its number; nil where there is none.
  private func values(of count: Count) -> String? {
    let condition = count.condition.replacing("ENTITY", with: quoted)
    let query = "claims where \(condition) and \(count.attribute) is present group by \(count.attribute)"
    guard let table = try? engine.run(QuerySource(query)), !table.rows.isEmpty else { return nil }
    let shown = table.rows.prefix(Self.most).map { row in row.compactMap(\.shownText).joined(separator: " ") }
    let rest = table.rows.count - shown.count
    return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ")
  }
}
