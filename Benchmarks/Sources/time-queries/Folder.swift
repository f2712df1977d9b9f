import Foundation
import Hearsay

/// A folder that `make-claims` has filled.
struct Folder {
  let path: String

  init(_ path: String) { self.path = path }

  var claims: String { path + "/claims.claims.jsonl" }
  var saved: String { path + "/claims.hearsay" }

  /// A query with the folder's names in the place of `{subject}` and the like.
  struct Query {
    var name: String
    var text: String
  }

  /// The queries of `Benchmarks/Queries`, in the order of their names; `{claim}` in them is an id of ours, for ids are
  /// made of what a claim says.
  func queries(claim: String) throws -> [Query] {
    let lines = try String(contentsOfFile: path + "/parameters.tsv", encoding: .utf8).split(separator: "\n")
    let parameters = lines.map { $0.split(separator: "\t").map(String.init) } + [["claim", claim]]
    let folder = URL(filePath: #filePath).appending(path: "../../../Queries").standardizedFileURL
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
    return try files.filter { $0.hasSuffix(".query") }.sorted().map { file in
      var text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      for parameter in parameters { text = text.replacing("{\(parameter[0])}", with: parameter[1]) }
      return Query(name: String(file.dropLast(".query".count)), text: text)
    }
  }

  /// Writes figures, a row each.
  func write(_ figures: [(String, Double)], to file: String) throws {
    let rows = figures.map { "\($0)\t\($1)\n" }
    try rows.joined().write(toFile: "\(path)/\(file)", atomically: true, encoding: .utf8)
  }

  /// Writes the rows of an answer as the other engines' are written.
  func write(_ answer: Answer, of query: String) throws {
    let rows = answer.map { row in row.values.map(text(of:)).joined(separator: "\t") + "\n" }
    let folder = path + "/answers/hearsay"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try rows.joined().write(toFile: "\(folder)/\(query).tsv", atomically: true, encoding: .utf8)
  }

  private func text(of value: Value) -> String {
    switch value {
    case .missing: ""
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .date(let range): range.shortForm
    case .list(let texts): texts.joined(separator: ", ")
    }
  }

  /// How many bytes the saved claims take on the disk; the file has holes, which take none.
  func savedSize() -> Int {
    var about = stat()
    return stat(saved, &about) == 0 ? Int(about.st_blocks) * 512 : 0
  }

  /// The most memory that the program has had, in megabytes.
  static func peakMemory() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropLast().last).flatMap { Double($0) }.map { $0 / 1024 } ?? 0
  }
}
