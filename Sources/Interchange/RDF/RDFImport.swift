import ClaimModel
import Store

/// Reads claims from statements of RDF into a knowledge base.
///
/// The file is read twice: first to count what it says of each thing, then claim by claim, each as soon as all is said of it,
/// while another thread ties the claims before to articles and entities and adds them.
struct RDFImport {
  private let file: ClaimsFile
  private let syntax: RDFSyntax
  private let desk: RDFDesk
  private var graph: RDFGraph
  private var steps: [RDFStep] = []

  /// How many steps are handed over at once.
  private static let stepsAtOnce = 1 << 8

  init(_ file: ClaimsFile, _ syntax: RDFSyntax, _ desk: RDFDesk) {
    self.file = file
    self.syntax = syntax
    self.desk = desk
    graph = RDFGraph(RDFSurvey(file, syntax))
  }

  /// Reads the file; what it says is told to the desk, on another thread where there is more than one.
  mutating func run(threads: Int) {
    guard threads > 1 else { return read { [desk] in desk.take($0) } }
    let (handover, desk) = (Handover<RDFStep>(), desk)
    Threads.run { hasOther in
      guard hasOther else { return read { desk.take($0) } }
      read { if !$0.isEmpty { handover.put($0) } }
      handover.put([])
    } beside: {
      var steps = handover.take()
      while !steps.isEmpty {
        desk.take(steps)
        steps = handover.take()
      }
    }
  }

  private mutating func read(_ handOn: ([RDFStep]) -> Void) {
    let parser = RDFParser(syntax)
    var faults: [RDFParser.Fault] = []
    func told() -> [RDFStep] {
      defer { faults = [] }
      return faults.map { .fault(.notRDF($0.words), $0.line) }
    }
    parser.read(file, tell: { faults.append($0) }) {
      steps += told()
      let place = LineText(number: parser.line, bytes: [])
      let ready = graph.add(parser) { steps.append(.fault(.unknown([LineChecker.cut($0)], near: nil), place)) }
      for claim in ready { take(claim) }
      if steps.count >= Self.stepsAtOnce {
        handOn(steps)
        steps = []
      }
      return !desk.isGivenUp
    }
    steps += told()
    for claim in graph.rest { take(claim) }
    steps += graph.faults.map { .fault($0.fault, LineText(number: $0.line, bytes: [])) }
    handOn(steps)
  }

  /// Takes a claim out of the graph.
  private mutating func take(_ claim: String) {
    let line = graph.nodes[claim]?.line ?? 0
    let json = RDFClaimBuilder(graph).line(for: claim)
    steps.append(.claim(json: json, line: line, isNamed: graph.isNamed(claim)))
    graph.forget(claim)
  }
}

/// What reading a file of statements leads to.
enum RDFStep: Sendable {
  /// Something is wrong.
  case fault(LineFault, LineText)
  /// All is said of a claim, which is this line of JSON; `isNamed` where other claims name it.
  case claim(json: String, line: Int, isNamed: Bool)
}
