import ClaimModel
import TextForms

/// Makes of what a graph says of a claim the line of JSON that says the same, so that both are checked and read in one way.
struct RDFClaimBuilder {
  private let graph: RDFGraph

  init(_ graph: RDFGraph) {
    self.graph = graph
  }

  /// The line for a claim.
  func line(for claim: String) -> String {
    var object = JSONObject()
    object.add("id", RDFNames.id(ofClaim: claim))
    let node = graph.nodes[claim] ?? RDFGraph.Node()
    add(node, to: &object)
    for (property, value) in values(of: node) {
      if case .article = property.range, let article = graph.nodes[value.text] { add(article, to: &object) }
    }
    let entities = entities(namedBy: node)
    if !entities.isEmpty { object.add("entities", json: "[" + entities.joined(separator: ",") + "]") }
    return object.text
  }

  private func values(of node: RDFGraph.Node) -> [(property: RDFProperty, value: RDFGraph.Value)] {
    node.values.map { (RDFVocabulary.properties[$0.property], $0.value) }
  }

  /// Adds what is said of a node. What is said of words, which `areWords` tells, leads to no other words, so that a file in
  /// which things lead back to themselves has an end.
  private func add(_ node: RDFGraph.Node, areWords: Bool = false, to object: inout JSONObject) {
    var named: Set<String> = []
    var lists: [(name: String, texts: [String])] = []
    var ends: [(name: String, first: String?, last: String?)] = []
    var parts: [(name: String, nodes: [String])] = []
    func end(_ name: String, isLast: Bool, _ text: String) {
      let place = ends.firstIndex { $0.name == name } ?? ends.count
      if place == ends.count { ends.append((name, nil, nil)) }
      if isLast { ends[place].last = text } else { ends[place].first = text }
    }
    for (property, value) in values(of: node) {
      switch property.range {
      case .text where property.isMany: Self.add(value.text, to: property.attribute, of: &lists)
      case .text: object.add(property.attribute, value.text)
      case .number: object.add(property.attribute, json: Self.number(value))
      case .flag: object.add(property.attribute, json: Self.flag(value))
      case .entity where property.isMany: Self.add(name(of: value), to: property.attribute, of: &lists)
      case .entity: object.add(property.attribute, name(of: value))
      case .argument where areWords, .parts where areWords: object.add(property.name, value.text)
      case .argument:
        let words = named.insert(property.name).inserted ? mentions(property.name, node) : []
        add(property.attribute, value, words: words, to: &object)
      case .day(let isLast), .offset(isEnd: let isLast): end(property.attribute, isLast: isLast, value.text)
      case .parts: Self.add(value.text, to: property.name, of: &parts)
      case .mention, .article: break
      }
    }
    for (name, texts) in lists { object.add(name, list: Array(Set(texts)).sorted()) }
    for (name, first, last) in ends { Self.add(name, first, last, to: &object) }
    for (name, nodes) in parts { add(name, nodes, to: &object) }
  }

  private static func add(_ text: String, to name: String, of lists: inout [(name: String, texts: [String])]) {
    let place = lists.firstIndex { $0.name == name } ?? lists.count
    if place == lists.count { lists.append((name, [])) }
    lists[place].texts.append(text)
  }

  private static func add(_ text: String, to name: String, of lists: inout [(name: String, nodes: [String])]) {
    let place = lists.firstIndex { $0.name == name } ?? lists.count
    if place == lists.count { lists.append((name, [])) }
    lists[place].nodes.append(text)
  }

  /// Days are an interval, bytes a pair.
  private static func add(_ name: String, _ first: String?, _ last: String?, to object: inout JSONObject) {
    if name == "date" || name == "published" {
      object.add(name, (first ?? "..") + "/" + (last ?? ".."))
    } else {
      let ends = [first, last].map { $0.map { number($0) ?? $0.jsonQuoted } ?? "null" }
      object.add(name, json: "[" + ends.joined(separator: ",") + "]")
    }
  }

  // MARK: Arguments.

  /// What a claim says of the words of its argument `name`.
  private func mentions(_ name: String, _ node: RDFGraph.Node) -> [RDFGraph.Node] {
    values(of: node).compactMap { property, value in
      if case .mention(of: name) = property.range { graph.nodes[value.text] } else { nil }
    }
  }

  private func add(
    _ name: String, _ value: RDFGraph.Value, words: [RDFGraph.Node], to object: inout JSONObject
  ) {
    var detail = JSONObject()
    if value.form == .literal {
      let number = value.isNumber ? Self.number(value.text) : nil
      detail.add("kind", number == nil ? "phrase" : "number")
      if let number { object.add(name, json: number) } else { object.add(name, value.text) }
    } else if graph.isClaim(value.text) {
      detail.add("kind", "claim")
      object.add(name, RDFNames.id(ofClaim: value.text))
    } else {
      detail.add("kind", "entity")
      object.add(name, self.name(of: value))
    }
    for node in words { add(node, areWords: true, to: &detail) }
    object.add(name + "_detail", json: detail.text)
  }

  /// The parts of a claim in the order that they state.
  private func add(_ name: String, _ names: [String], to object: inout JSONObject) {
    let nodes = names.compactMap { graph.nodes[$0] }
    let sorted = nodes.map { (position: position(of: $0), node: $0) }.sorted { $0.position < $1.position }.map(\.node)
    if name == "via" {
      object.add("via", list: sorted.flatMap { values(of: $0) }.filter { $0.property.name == "name" }.map(\.value.text))
      return
    }
    let parts = sorted.map { node in
      var part = JSONObject()
      // What is said of an oblique's words is said of it itself.
      var words = node
      words.values.removeAll {
        ["position", "marker", "argument"].contains(RDFVocabulary.properties[$0.property].name)
      }
      for (property, value) in values(of: node) {
        if property.name == "marker" { part.add("marker", value.text) }
        if property.name == "argument" { add("argument", value, words: [words], to: &part) }
      }
      return part.text
    }
    object.add("obliques", json: "[" + parts.joined(separator: ",") + "]")
  }

  private func position(of node: RDFGraph.Node) -> Double {
    values(of: node).first { $0.property.name == "position" }.flatMap { Double($0.value.text) } ?? .infinity
  }

  // MARK: Names.

  /// The name of an entity; a literal is taken for one.
  private func name(of value: RDFGraph.Value) -> String {
    if value.form == .literal { return value.text }
    let stated = graph.nodes[value.text].flatMap { node in values(of: node).first { $0.property.name == "name" } }
    return stated?.value.text ?? RDFNames.entity(value.text)
  }

  /// What is said of the entities that a claim and its parts name, and of those above them.
  private func entities(namedBy claim: RDFGraph.Node) -> [String] {
    var told: [String: String] = [:]
    var met: Set<String> = []
    var open = claim.values.filter { $0.value.form != .literal }.map(\.value.text)
    while let name = open.popLast() {
      guard met.insert(name).inserted, let node = graph.nodes[name], node.type != .claim, node.type != .article else {
        continue
      }
      open.append(contentsOf: node.values.filter { $0.value.form != .literal }.map(\.value.text))
      guard node.type == .entity else { continue }
      var entity = JSONObject()
      if !values(of: node).contains(where: { $0.property.name == "name" }) {
        entity.add("name", RDFNames.entity(name))
      }
      add(node, to: &entity)
      told[name] = entity.text
    }
    return told.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: Literals.

  private static func number(_ value: RDFGraph.Value) -> String { number(value.text) ?? value.text.jsonQuoted }

  /// A number as JSON writes it; nil where a text is none.
  private static func number(_ text: String) -> String? {
    guard let number = Double(text), number.isFinite else { return nil }
    return Quantity.text(of: number)
  }

  private static func flag(_ value: RDFGraph.Value) -> String {
    switch value.text {
    case "true", "1": "true"
    case "false", "0": "false"
    default: value.text.jsonQuoted
    }
  }
}
