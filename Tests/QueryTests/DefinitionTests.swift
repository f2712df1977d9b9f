import ClaimModel
import Testing

@testable import Query

@Suite struct DefinitionTests {
  /// What the statements define, and the codes of what is wrong with them.
  private func defined(_ statements: String..., given: [String: String] = [:]) -> (Definitions, [String]) {
    var definitions = Definitions()
    definitions.given = given
    var codes: [String] = []
    for statement in statements {
      do throws(QueryFailure) {
        #expect(try definitions.take(QuerySource(statement)))
      } catch {
        codes += error.diagnostics.map(\.code)
      }
    }
    return (definitions, codes)
  }

  private func rows(_ query: String, _ definitions: Definitions) throws -> Int {
    try QueryEngine(SmallBase.whole, mode: .script, definitions: definitions).run(QuerySource(query)).rows.count
  }

  @Test func aViewIsAQueryThatGoesOn() throws {
    let (definitions, codes) = defined(
      "define Inside = claims where location = Pakistan", "DEFINE iskp = inside where subject = ISKP")
    #expect(codes.isEmpty)
    #expect(definitions.views.map(\.query).last == "claims where location = Pakistan where subject = ISKP")
    let plain = try rows("claims where location = Pakistan and subject = ISKP", Definitions())
    #expect(try rows("ISKP", definitions) == plain && plain > 0)
    #expect(try rows("claims where subject = ISKP intersect inside", definitions) == plain)
    #expect(try rows("explain inside group by source", definitions) > 2)
  }

  @Test func aNewMeaningLeavesOldViewsAsTheyWere() throws {
    let (definitions, _) = defined(
      "define a = claims limit 1", "define b = a", "define a = b union sources", "define a = claims limit 2",
      "define b2 = a")
    #expect(try rows("a", definitions) == 2)
    #expect(try rows("b", definitions) == 1)
    #expect(definitions.views.count == 3)
  }

  @Test func aParameterIsAValueAndNothingElse() throws {
    let (definitions, codes) = defined(
      "param who = Zalmay Khalilzad -- who speaks", "param $n = 2", "param trick = \"ISKP or subject is present\"",
      "param none -- must be given")
    #expect(codes.isEmpty)
    #expect(definitions.parameters.map(\.name) == ["who", "n", "trick", "none"])
    #expect(definitions.parameter(named: "$WHO")?.summary == "who speaks")
    #expect(try rows("claims where speaker = $who", definitions) == 1)
    #expect(try rows("claims limit $n", definitions) == 2)
    #expect(throws: QueryFailure.self) { try rows("claims where subject = $trick", definitions) }
    #expect(throws: QueryFailure.self) { try rows("claims where subject = $none", definitions) }
  }

  @Test func aValueFromOutsideWins() throws {
    let (definitions, _) = defined(
      "param who = ISKP", "define theirs = claims where subject = $who", given: ["who": "Pakistan"])
    #expect(definitions.parameter(named: "who")?.value == "Pakistan")
    #expect(try rows("theirs", definitions) == 1)
  }

  @Test(arguments: [
    ("define", "Q040"), ("define 7up = claims", "Q040"), ("define who = claims", "Q040"),
    ("define claims = sources", "Q040"), ("define run = claims", "Q040"),
    ("define match = claims", "Q040"), ("define x", "Q043"), ("define x claims", "Q043"), ("define x = ", "Q043"),
    ("define x = clams", "Q004"), ("define x = claims wher", "Q006"), ("define x = x", "Q004"),
    ("param", "Q040"), ("param 1st = 1", "Q040"), ("param x = ", "Q010"), ("param x = a,", "Q010"),
    ("param x y", "Q043"), ("define x = claims where y = 'z", "Q001"),
  ])
  func whatIsWrongIsSaid(_ statement: String, _ code: String) {
    let (definitions, codes) = defined(statement)
    #expect(codes.first == code)
    #expect(definitions == Definitions())
  }

  @Test func aParameterMayBeAList() throws {
    var definitions = Definitions()
    _ = try definitions.take(QuerySource("param who = ISKP, \"Zalmay Khalilzad\", Ahmad Safi -- whom"))
    #expect(definitions.parameter(named: "who")?.values == ["ISKP", "Zalmay Khalilzad", "Ahmad Safi"])
    #expect(definitions.parameter(named: "who")?.summary == "whom")
    func count(_ query: String) throws -> Int {
      try QueryEngine(SmallBase.whole, mode: .script, definitions: definitions).run(QuerySource(query)).rows.count
    }
    #expect(
      try count("claims where speaker in ($who)")
        == count("claims where speaker in (ISKP, Zalmay Khalilzad, Ahmad Safi)"))
    #expect(throws: QueryFailure.self) { try count("claims where speaker = $who") }
    _ = try definitions.take(QuerySource("define them = claims where speaker in ($who)"))
    #expect(try count("them") == count("claims where speaker in ($who)"))

    definitions.given = ["who": "Ahmad Safi , Lucas Webber", "one": "Safi, Webber"]
    _ = try definitions.take(QuerySource("param who = ISKP, UN"))
    #expect(definitions.parameter(named: "who")?.values == ["Ahmad Safi", "Lucas Webber"])
    // What is one value stays one, whatever it holds.
    _ = try definitions.take(QuerySource("param one = \"Smith, John\""))
    #expect(definitions.parameter(named: "one")?.values == ["Safi, Webber"])
  }

  @Test func otherStatementsAreLeftAlone() throws {
    var definitions = Definitions()
    #expect(try !definitions.take(QuerySource("claims")))
    #expect(try !definitions.take(QuerySource("")))
  }

  /// What is wrong inside a view is told of its name.
  @Test func errorsInAViewStandAtItsName() {
    let (definitions, _) = defined("define them = claims where subject = ISPK and lokation = here")
    do throws(QueryFailure) {
      _ = try QueryEngine(SmallBase.whole, mode: .script, definitions: definitions).run(QuerySource("  them limit 3"))
      Issue.record("it was run")
    } catch {
      #expect(error.diagnostics.map { $0.place?.column } == [3])
    }
  }
}
