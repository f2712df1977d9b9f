/// What a file of statements says of things, as far as it is still needed.
///
/// A claim is given away when all has been said of it and of its parts; then it is forgotten, and so are parts that nothing
/// else names. Articles and entities stay.
struct RDFGraph {
  /// The value of a statement.
  struct Value {
    var text: String
    var form: RDFTerm.Form
    /// Whether its datatype is one of numbers.
    var isNumber = false
  }

  /// What is said of a thing.
  struct Node {
    /// The class that is named first, and another one that is named too.
    var firstType: RDFClass?
    var otherType: RDFClass?
    /// The values by the numbers of their properties, in their order.
    var values: [(property: Int, value: Value)] = []
    /// The line of the first statement about it.
    var line = 0
    /// How many statements about it are still to come, and how many values still name it.
    var left: UInt32 = 0
    var references: UInt32 = 0
    /// How many of its values name something that is not whole.
    var missing = 0
    /// What waits for it, once for each value that names it.
    var waiting: [String] = []

    /// Its class; none where it has two.
    var type: RDFClass? { otherType == nil ? firstType : nil }
    /// Whether all has been said of it and of its parts.
    var isWhole: Bool { left == 0 && missing == 0 }

    mutating func add(_ type: RDFClass) {
      if firstType == nil { firstType = type } else if firstType != type { otherType = type }
    }
  }

  private let survey: RDFSurvey
  private(set) var nodes: [String: Node] = [:]
  private static let numbers: [UInt64: Int] = {
    var term = RDFTerm()
    return Dictionary(
      RDFVocabulary.properties.enumerated().map { number, property in
        term.set(property.iri)
        return (term.hash, number)
      }, uniquingKeysWith: { first, _ in first })
  }()

  private static let numberTypes = ["integer", "double", "decimal", "float", "int", "long"].map {
    "http://www.w3.org/2001/XMLSchema#" + $0
  }

  init(_ survey: RDFSurvey) {
    self.survey = survey
  }

  /// Adds the statement that a parser holds.
  ///
  /// - Returns: the claims of which all is said now.
  mutating func add(_ parser: RDFParser, unknown: (String) -> Void) -> [String] {
    let name = parser.subject.text
    let tally = survey.tallies[parser.subject.hash] ?? RDFSurvey.Tally()
    var node =
      nodes.removeValue(forKey: name)
      ?? Node(left: tally.statements, references: tally.references)
    node.left -= min(node.left, 1)
    if node.line == 0 { node.line = parser.line }
    if let number = Self.numbers[parser.predicate.hash], parser.predicate.holds(RDFVocabulary.properties[number].iri) {
      if parser.object.form != .literal, waits(name, for: parser.object) { node.missing += 1 }
      let isNumber = parser.datatype.form != .none && Self.numberTypes.contains { parser.datatype.holds($0) }
      node.values.append(
        (number, Value(text: parser.object.text, form: parser.object.form, isNumber: isNumber)))
    } else if parser.predicate.holds(RDFVocabulary.type) {
      let object = parser.object.text
      if let type = RDFClass.allCases.first(where: { $0.iri == object }) { node.add(type) }
    } else {
      unknown(parser.predicate.text)
    }
    nodes[name] = node
    return node.isWhole ? end(name) : []
  }

  /// Notes that something waits for one of its values, unless that is whole already, or a claim, which stands for itself.
  private mutating func waits(_ name: String, for value: RDFTerm) -> Bool {
    guard let tally = survey.tallies[value.hash], tally.statements > 0, !tally.isClaim else { return false }
    let text = value.text
    guard text != name, nodes[text]?.isWhole != true else { return false }
    nodes[text, default: Node(left: tally.statements, references: tally.references)].waiting.append(name)
    return true
  }

  /// Tells what waits for something that it is whole. Each value is looked at once, so that a whole file takes time that is
  /// linear in its length. Things that wait for one another do so to the end of the file.
  ///
  /// - Returns: the claims that are whole now.
  private mutating func end(_ name: String) -> [String] {
    var whole = [name]
    var place = 0
    while place < whole.count {
      let waiting = nodes[whole[place]]?.waiting ?? []
      nodes[whole[place]]?.waiting = []
      for other in waiting {
        nodes[other]?.missing -= 1
        if nodes[other]?.isWhole == true { whole.append(other) }
      }
      place += 1
    }
    return whole.filter { nodes[$0]?.type == .claim }
  }

  /// The claims of which not all has been said, in the order of their lines.
  var rest: [String] {
    let claims = nodes.filter { $0.value.type == .claim }
    return claims.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.map(\.key)
  }

  /// What is of two classes, and what says what only claims say without being one, in the order of their lines; to be asked
  /// when all claims have been taken.
  var faults: [(line: Int, fault: LineFault)] {
    let all = nodes.compactMap { name, node in Self.fault(of: node, name).map { (name, node.line, $0) } }
    return all.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map { ($0.1, $0.2) }
  }

  private static func fault(of node: Node, _ name: String) -> LineFault? {
    if let first = node.firstType, let other = node.otherType {
      return .twoClasses(LineChecker.cut(name), [first, other].map { "hs:" + $0.rawValue })
    }
    let properties = node.values.lazy.map { RDFVocabulary.properties[$0.property] }
    guard node.type != .claim, let property = properties.first(where: { $0.owners == [.claim] }) else { return nil }
    return .noClaim(LineChecker.cut(name), property: "hs:" + property.name)
  }

  /// Whether a thing is a claim.
  func isClaim(_ name: String) -> Bool {
    if let type = nodes[name]?.type { return type == .claim }
    var term = RDFTerm()
    term.set(name)
    return survey.tallies[term.hash]?.isClaim ?? RDFNames.isClaim(name)
  }

  /// Whether other things name a claim.
  func isNamed(_ claim: String) -> Bool { (nodes[claim]?.references ?? 0) > 0 }

  /// Forgets a claim, and what only it names.
  mutating func forget(_ claim: String) {
    guard let node = nodes.removeValue(forKey: claim) else { return }
    for (_, value) in node.values where value.form != .literal {
      guard let type = nodes[value.text]?.type, type != .claim, type != .article, type != .entity else { continue }
      nodes[value.text]?.references -= 1
      if nodes[value.text]?.references == 0 { nodes[value.text] = nil }
    }
  }
}
