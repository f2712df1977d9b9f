import ClaimModel
import Testing
import Vocabulary

@Suite struct MergingTests {
  private func base() throws -> Vocabulary {
    try Vocabulary(
      parsing: """
        group ISIS | also Islamic State; Daesh
        group ISKP | within ISIS | also ISIS-K
        country Pakistan | people Pakistani | capital Islamabad | size 212215
        place Islamabad | within Pakistan
        place Balochistan | within Pakistan
        place Mastung | within Balochistan | size 30
        place Hyderabad | within Pakistan | size 1921
        """, file: "base.vocabulary", over: nil)
  }

  private func merged(_ winner: String) throws -> Vocabulary {
    let base = try base()
    return base.merging(try Vocabulary(parsing: winner, file: "own.vocabulary", over: base))
  }

  @Test func addsAliasesToAnEntityOfTheSameName() throws {
    let merged = try merged("group iskp | also Khorasan Chapter; Daesh")
    #expect(merged.entity(named: "Khorasan Chapter")?.name == "iskp")
    #expect(merged.entity(named: "ISIS-K")?.name == "iskp")
    #expect(merged.isPart("Khorasan Chapter", of: "ISIS"))
    #expect(merged.count == 7)
  }

  @Test func aNameOfTheWinnerStandsForItsEntityFirst() throws {
    let merged = try merged("group iskp | also Daesh")
    #expect(merged.entities(named: "Daesh").map(\.name) == ["iskp", "ISIS"])
  }

  @Test func anEntityThatHasTheOldNameAmongItsAliasesRenamesIt() throws {
    let merged = try merged("group Daesh | also ISIS")
    #expect(merged.entity(named: "isis")?.name == "Daesh")
    #expect(merged.chain(above: "ISKP").map(\.name) == ["Daesh"])
    #expect(merged.entity(named: "Daesh")?.aliases == ["Islamic State", "ISIS"])
    #expect(merged.count == 7)
  }

  @Test func anEntityThatLiesElsewhereIsAnother() throws {
    let merged = try merged(
      """
      country India | size 1352617
      place Hyderabad, India | within India | also Hyderabad
      """)
    #expect(merged.entities(named: "Hyderabad").map(\.name) == ["Hyderabad, India", "Hyderabad"])
    #expect(merged.count == 9)
  }

  @Test func movesAnEntityBelowAnother() throws {
    let merged = try merged("place Mastung | within Quetta Division\nplace Quetta Division | within Balochistan")
    #expect(merged.chain(above: "Mastung").map(\.name) == ["Quetta Division", "Balochistan", "Pakistan"])
  }

  @Test func keepsWhatTheWinnerDoesNotState() throws {
    let merged = try merged("country Pakistan | also The Land of the Pure")
    #expect(merged.country(ofCapital: "Islamabad")?.name == "Pakistan")
    #expect(merged.country(ofDemonym: "Pakistani")?.name == "Pakistan")
    #expect(merged.isPart("Mastung", of: "The Land of the Pure"))
  }

  @Test func theLastOfSeveralFilesWinsHoweverTheyAreMerged() throws {
    let base = try base()
    let first = try Vocabulary(parsing: "group First | also K", file: "1", over: base)
    let second = try Vocabulary(parsing: "group Second | also K", file: "2", over: base)
    #expect(base.merging(first).merging(second).entity(named: "k")?.name == "Second")
    #expect(base.merging(first.merging(second)).entity(named: "k")?.name == "Second")
  }

  @Test func filesThatTogetherGoRoundDoNotHang() throws {
    let left = try Vocabulary(parsing: "group A | within B\ngroup B", file: "1", over: nil)
    let right = try Vocabulary(parsing: "group B | within A\ngroup A", file: "2", over: nil)
    let both = left.merging(right)
    #expect(both.chain(above: "A").map(\.name) == ["B"])
    #expect(both.isPart("A", of: "B") && both.isPart("B", of: "A"))
  }

  @Test func mergingWithNothingChangesNothing() throws {
    let nothing = try Vocabulary(parsing: "", file: "empty", over: nil)
    let shipped = Vocabulary.shipped
    #expect(shipped.merging(nothing).entities == shipped.entities)
    #expect(nothing.merging(shipped).entities == shipped.entities)
  }
}
