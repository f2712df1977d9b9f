import Foundation

/// `make-claims COUNT FOLDER`: writes made-up claims, the same ones each time: `claims.claims.jsonl` for Hearsay,
/// `claims.csv` and `places.csv` (place, and what it lies in) for others, and the names that the queries ask for.
@main enum Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let count = Int(arguments[1]), count > 0 else {
      fail("usage: make-claims COUNT FOLDER", status: 2)
    }
    let folder = arguments[2]
    let world = World(size: count, seed: 1)
    write(folder + "/parameters.tsv") { put in
      for (name, value) in world.parameters { put("\(name)\t\(value)\n") }
    }
    write(folder + "/places.csv") { put in
      put("place,broader\n")
      for level in World.levels.indices {
        for number in 0..<World.levels[level].count {
          let place = World.Place(level: level, number: number)
          if let broader = place.broader { put("\(place.name),\(broader.name)\n") }
        }
      }
    }
    write(folder + "/claims.csv") { record in
      record(Output.header)
      write(folder + "/claims.claims.jsonl") { line in
        var told: Set<String> = []
        for number in 0..<count {
          let claim = world.claim(number)
          let isNew = claim.place.map { told.insert($0.name).inserted } ?? false
          line(Output.line(claim, placeIsNew: isNew))
          record(Output.record(claim))
        }
      }
    }
  }

  /// Writes the file at `path` bit by bit.
  private static func write(_ path: String, _ body: ((String) -> Void) -> Void) {
    guard let file = fopen(path, "w") else { fail("cannot write \(path)", status: 2) }
    body { text in
      if fputs(text, file) < 0 { fail("cannot write \(path)", status: 2) }
    }
    if fclose(file) != 0 { fail("cannot write \(path)", status: 2) }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data("make-claims: \(message)\n".utf8))
    exit(status)
  }
}
