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
  private static let mostTopics = 4
  private static let mostPoints = 3
  private static let mostNames = 8
  /// In more claims than these contradictions are not looked for unasked: all would have to be compared first.
  private static let mostCompared = 200_000

  private static let counts = [
    Count(name: "by source", condition: "about = ENTITY", attribute: "source"),
    Count(name: "by speaker", condition: "about = ENTITY", attribute: "speaker"),
    Count(name: "as subject", condition: "subject = ENTITY", attribute: "relation"),
    Count(name: "as object", condition: "object = ENTITY", attribute: "relation"),
    Count(name: "where", condition: "about = ENTITY", attribute: "location"),
    Count(name: "when", condition: "about = ENTITY", attribute: "date"),
    Count(name: "denied by", condition: "about = ENTITY and polarity = denied", attribute: "speaker"),
    Count(name: "speaks of", condition: "speaker = ENTITY", attribute: "subject"),
  ]

  private let entity: Entity
  private let engine: QueryEngine
  private let above: [String]
  private let isLarge: Bool

  /// The portrait of `entity` from all that is known.
  init(of entity: Entity, in knowledgeBase: KnowledgeBase, _ control: QueryControl) {
    self.entity = entity
    engine = QueryEngine(knowledgeBase, mode: .prompt, control: control)
    isLarge = knowledgeBase.claimCount > Self.mostCompared
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
    let room = width.map { max(20, $0 - Self.nameWidth - 4) } ?? Int.max
    let counts = Self.counts.compactMap { count in
      values(of: count).map { (count.name, Self.fitted($0, most: Self.most, into: room)) }
    }
    let facts =
      names(room) + counts + (topics.map { [("topics", Self.fitted($0, most: Self.mostTopics, into: 2 * room))] } ?? [])
      + (disputes.map { [("disputed", $0)] } ?? [])
    for (name, value) in facts {
      let space = String(repeating: " ", count: Self.nameWidth - name.count)
      let value = value.visibleForm().wrapped(to: room)
      let joint = "\n" + String(repeating: " ", count: Self.nameWidth + 4)
      lines.append("  " + style.paint(name, .faint) + space + "  " + value.joined(separator: joint))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How wide the names of lines are: "mentioned in".
  private static let nameWidth = 12

  /// As many values as there may be and fit into so many cells, one at least, and how many more there are.
  private static func fitted(_ values: [String], most: Int, into room: Int) -> String {
    var shown = Array(values.prefix(most))
    func text() -> String {
      let rest = values.count - shown.count
      return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: ", ")
    }
    while shown.count > 1, text().visibleForm().cellWidth > room { shown.removeLast() }
    return text()
  }

  private func names(_ room: Int) -> [(String, String)] {
    var facts: [(String, String)] = []
    if !entity.aliases.isEmpty {
      facts.append(("also called", Self.fitted(entity.aliases, most: Self.mostNames, into: room)))
    }
    let link = entity.kind == .place ? "lies within" : "is part of"
    if !above.isEmpty { facts.append((link, above.joined(separator: ", within "))) }
    let mentions = rows(of: "claims where about = \(quoted) show count").first?.first?.shownText ?? "0"
    facts.append(("mentioned in", (Int(mentions) ?? 0).counted("claim")))
    return facts
  }

  /// What is said of it, with those who say most of it: `support 6 (Tareen 4, Safi 2)`; nil where nothing has a topic.
  private var topics: [String]? {
    let found = rows(of: "claims where about = \(quoted) and topic is present group by topic, source")
    var topics: [String] = []
    var sources: [String: [(name: String, count: Int)]] = [:]
    for row in found {
      let texts = row.compactMap(\.shownText)
      guard texts.count == 3, let count = Int(texts[2]) else { continue }
      if sources[texts[0]] == nil { topics.append(texts[0]) }
      sources[texts[0], default: []].append((texts[1], count))
    }
    let counts = sources.mapValues { $0.reduce(0) { $0 + $1.count } }
    let ordered = topics.enumerated().sorted { one, other in
      let (first, second) = (counts[one.element] ?? 0, counts[other.element] ?? 0)
      return first == second ? one.offset < other.offset : first > second
    }.map(\.element)
    let shown = ordered.map { topic in
      let voices = (sources[topic] ?? []).prefix(2).map { "\($0.name) \($0.count)" }
      let rest = (sources[topic] ?? []).count - voices.count
      return "\(topic) \(counts[topic] ?? 0) (\(voices.joined(separator: ", "))\(rest > 0 ? ", …" : ""))"
    }
    return shown.isEmpty ? nil : shown
  }

  /// The rows of an answer; none where there is none.
  private func rows(of query: String) -> [[ResultTable.Cell]] { (try? engine.run(QuerySource(query)))?.rows ?? [] }

  /// The points on which articles contradict one another, each with how often and between whom; nil where there are none.
  private var disputes: String? {
    let query = "contradictions where about = \(quoted) show reason, left.source, right.source"
    if isLarge { return "`contradictions where about = \(quoted)` compares all claims" }
    guard let table = try? engine.run(QuerySource(query)), !table.rows.isEmpty else { return nil }
    var points: [String] = []
    var found: [String: (count: Int, sources: [String])] = [:]
    for row in table.rows {
      let texts = row.compactMap(\.shownText)
      let point = Self.point(of: texts[0])
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

  /// The point of a reason, without how one pair of many words it: "whether ISKP is in Pakistan: operate against not
  /// sustain". What is nothing without those words keeps them.
  private static func point(of reason: String) -> String {
    let parts = reason.prefix { $0 != ";" }.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return reason }
    return parts[0].hasPrefix("whether ") || parts[0].hasPrefix("different places ")
      ? String(parts[0]) : parts.joined(separator: ":")
  }

  /// The name as a query has it.
  private var quoted: String { "\"" + entity.name.filter { $0 != "\"" } + "\"" }

  /// The values of a count, each with its number, the most frequent first; nil where there is none.
  private func values(of count: Count) -> [String]? {
    let condition = count.condition.replacing("ENTITY", with: quoted)
    let query = "claims where \(condition) and \(count.attribute) is present group by \(count.attribute)"
    let values = rows(of: query).map { row in row.compactMap(\.shownText).joined(separator: " ") }
    return values.isEmpty ? nil : values
  }
}
