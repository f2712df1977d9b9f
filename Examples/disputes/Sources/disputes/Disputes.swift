import Hearsay

/// Lists what the articles of a folder say of somebody that others in it deny: `disputes FOLDER NAME`.
@main struct Disputes {
  static func main() async {
    let arguments = CommandLine.arguments.dropFirst()
    do {
      try await list(in: arguments.first ?? "seeds", about: arguments.dropFirst().first ?? "ISKP")
    } catch let error as HearsayError {
      // What is wrong, each with a code, a place and what to write instead.
      for problem in error.diagnostics { print("\(problem.severity) \(problem.code): \(problem.message)") }
    } catch {
      print(error)
    }
  }

  static func list(in folder: String, about name: String) async throws {
    var corpus = Corpus()
    let loading = try await corpus.load([folder])
    print("\(loading.articles) articles, \(loading.claims) claims, \(loading.diagnostics.count) problems")

    // What comes from outside is a parameter: it can be nothing but a value, whatever it holds.
    let disputed = try await corpus.answer(
      "claims where about = $name and contradictions > 0 sort by contradictions desc limit 3 show relation, contradictions",
      given: ["name": ParameterValue(name)])
    for row in disputed {
      print("\(row["relation"]?.text ?? "?"): \(row["contradictions"]?.integer ?? 0)")
      // From the row to the claim, and from there to the bytes of the file.
      for citation in row.citations {
        let claim = citation.claim
        print("  \(citation.article.source), bytes \(claim.span.start)..<\(claim.span.end): \(claim.id)")
      }
    }

    // Several queries at once, over one corpus that nobody changes; cancelling the task would end both.
    let known = corpus
    async let places = known.answer("claims where location is present group by location limit 3")
    async let months = known.answer("claims where date is present group by month sort by month limit 3")
    for answer in try await [places, months] {
      print(answer.columns.map { "\($0.name) (\($0.kind))" }.joined(separator: ", "))
      print(try answer.text(as: "csv"), terminator: "")
    }
  }
}
