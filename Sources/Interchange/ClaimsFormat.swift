public import ClaimModel
import Glibc

/// How a file of claims is written, which its ending tells.
public enum ClaimsFormat: Sendable, CaseIterable {
  case jsonLines, csv, nTriples, turtle

  /// What names of files end in; any other one is taken for lines of JSON.
  private static let endings: [(ending: String, format: ClaimsFormat)] = [
    (".jsonl", .jsonLines), (".csv", .csv), (".nt", .nTriples), (".ttl", .turtle),
  ]

  /// The format of a file.
  public init(path: String) {
    let path = path.lowercased()
    self = Self.endings.first { path.hasSuffix($0.ending) }?.format ?? .jsonLines
  }

  /// Whether a file can be nothing but claims: by its name, or where it is lines of JSON, by its first ones, which have a
  /// relation.
  public static func isTold(by path: String) -> Bool {
    let name = path.lowercased()
    guard let format = endings.first(where: { name.hasSuffix($0.ending) })?.format else { return false }
    return format != .jsonLines || startsWithRelation(path)
  }

  /// Whether the first bytes of a file have the key of a relation in them; within a text its quotes would be escaped.
  private static func startsWithRelation(_ path: String) -> Bool {
    guard let file = unsafe fopen(path, "r") else { return false }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe fread(&bytes, 1, bytes.count, file)
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    return text.firstRange(of: "\"relation\":") != nil || text.firstRange(of: "\"relation\" :") != nil
  }

  /// A file's name without the ending that tells its format.
  public static func nameWithoutEnding(_ name: String) -> String {
    var name = name[...]
    for ending in endings.map(\.ending) + [".claims"] where name.hasSuffix(ending) && name.count > ending.count {
      name = name.dropLast(ending.count)
    }
    return String(name)
  }

  /// How it is written where it is RDF.
  var syntax: RDFSyntax? {
    switch self {
    case .jsonLines, .csv: nil
    case .nTriples: .nTriples
    case .turtle: .turtle
    }
  }

  /// Whether a file tells all that is known of the entities that it names; else only what a reader may not know.
  public var tellsAllEntities: Bool { syntax != nil }
}

/// Writes claims one after another in one of the formats, so that a file never has to be held.
public struct ClaimsWriter {
  private let format: ClaimsFormat
  private let entities: [String: Entity]
  private var statements: ClaimsRDF?
  private var isAtStart = true

  /// A writer that tells of `entities`, by name, where a claim names them.
  public init(_ format: ClaimsFormat, entities: [String: Entity]) {
    self.format = format
    self.entities = entities
    statements = format.syntax.map { ClaimsRDF($0, entities: entities) }
  }

  /// What is written for a claim, which was read out of `article`; claims of one article follow one another.
  public mutating func text(for claim: Claim, of article: Article) -> [UInt8] {
    defer { isAtStart = false }
    switch format {
    case .jsonLines: return Array((ClaimsJSONL.line(for: claim, of: article, entities: entities) + "\n").utf8)
    case .csv:
      let record = ClaimsCSV.record(for: claim, of: article, entities: entities) + "\n"
      return Array(((isAtStart ? ClaimsCSV.header + "\n" : "") + record).utf8)
    case .nTriples, .turtle: return statements?.text(for: claim, of: article) ?? []
    }
  }

  /// What is written after the last claim.
  public mutating func end() -> [UInt8] {
    if format == .csv, isAtStart { return Array((ClaimsCSV.header + "\n").utf8) }
    return statements?.end() ?? []
  }
}
