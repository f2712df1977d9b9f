import ClaimModel

/// What is wrong with a file, as far as it is told.
struct FaultSheet {
  /// Most messages about one file.
  private static let mostDiagnostics = 20

  let path: String
  private(set) var badLines = 0
  private var diagnostics: [Diagnostic] = []
  private var untold = 0
  /// The attributes of which it has been told that nobody knows them.
  private var unknown: Set<[String]> = []

  init(path: String) {
    self.path = path
  }

  mutating func add(_ faults: [LineFault], at line: LineText) {
    if !faults.allSatisfy(\.isWarning) { badLines += 1 }
    for fault in faults {
      if case .unknown(let names, _) = fault, !unknown.insert(names).inserted { continue }
      if diagnostics.count < Self.mostDiagnostics {
        diagnostics.append(fault.diagnostic(file: path, line: line))
      } else {
        untold += 1
      }
    }
  }

  mutating func addEmptyFile() {
    diagnostics.append(Diagnostic(.warning, code: "I008", "\(path) holds no claim"))
  }

  /// All that is told; `isGivenUp` where nothing of the file was imported.
  func told(isGivenUp: Bool) -> [Diagnostic] {
    // What shows when claims are tied to one another comes after what shows line by line.
    var all = diagnostics.enumerated().sorted {
      ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset)
    }.map(\.element)
    if untold > 0 { all.append(Diagnostic(.notice, code: "I009", "\(path): \(untold) more faults are not shown")) }
    if isGivenUp { all.append(Diagnostic(.notice, code: "I009", "\(path): nothing of it was imported (--strict)")) }
    return all
  }

  /// What came of the file; without its claims where it was given up.
  func imported(nothing isGivenUp: Bool) -> ImportedClaims {
    ImportedClaims(diagnostics: told(isGivenUp: isGivenUp), badLines: badLines)
  }
}
