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
    var type: RDFClass?
    /// The values by the numbers of their properties, in their order.
    var values: [(property: Int, value: Value)] = []
    /// The line of the first statement about it.
    var line = 0
    /// How many statements about it are still to come, and how many values still name it.
    var left: UInt32 = 0
    var references: UInt32 = 0
    /// The claims that wait for it.
    var waiting: [String] = []
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
      let isNumber = parser.datatype.form != .none && Self.numberTypes.contains { parser.datatype.holds($0) }
      node.values.append(
        (number, Value(text: parser.object.text, form: parser.object.form, isNumber: isNumber)))
    } else if parser.predicate.holds(RDFVocabulary.type) {
      let object = parser.object.text
      node.type = RDFClass.allCases.first { $0.iri == object } ?? node.type
    } else {
      unknown(parser.predicate.text)
    }
    let isWhole = node.left == 0
    let ready = isWhole ? [name] + node.waiting : []
    if isWhole { node.waiting = [] }
    nodes[name] = node
    return ready.filter { isReady($0) }
  }

  /// The claims of which not all has been said, in the order of their lines.
  var rest: [String] {
    let claims = nodes.filter { $0.value.type == .claim }
    return claims.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.map(\.key)
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

  /// Whether something is a claim of which all has been said; where it is one that waits for something, that is noted.
  private mutating func isReady(_ name: String) -> Bool {
    guard let node = nodes[name], node.type == .claim, node.left == 0 else { return false }
    var met: Set<String> = [name]
    var open = node.values.filter { $0.value.form != .literal }.map(\.value.text)
    while let next = open.popLast() {
      guard met.insert(next).inserted, nodes[next]?.type != .claim else { continue }
      var term = RDFTerm()
      term.set(next)
      guard let tally = survey.tallies[term.hash], tally.statements > 0, !tally.isClaim else { continue }
      guard let known = nodes[next], known.left == 0 else {
        nodes[next, default: Node(left: tally.statements, references: tally.references)].waiting.append(name)
        return false
      }
      open.append(contentsOf: known.values.filter { $0.value.form != .literal }.map(\.value.text))
    }
    return true
  }

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
