import ClaimModel
import TestSupport
import Testing
import TextForms

@testable import Vocabulary

@Suite struct ShippedVocabularyTests {
  private let world = Vocabulary.shipped

  @Test func everyBroaderEntityIsThereAndEndsTheWayUp() {
    let entities = world.entities
    let names = Set(entities.map(\.name))
    for entity in entities {
      if let broader = entity.broader { #expect(names.contains(broader), "\(entity.name) within \(broader)") }
    }
    for number in entities.indices { #expect(!world.numbers(above: number).contains(number)) }
  }

  @Test func everyNameFindsItsEntityFirst() {
    for entity in world.entities { #expect(world.entity(named: entity.name)?.name == entity.name) }
  }

  @Test func everyAliasFindsItsEntity() {
    for entity in world.entities {
      for alias in entity.aliases {
        #expect(world.entities(named: alias).contains { $0.name == entity.name }, "\(alias) of \(entity.name)")
      }
    }
  }

  @Test func noNameHoldsWhatATerminalWouldObey() {
    for entity in world.entities {
      for name in [entity.name] + entity.aliases { #expect(name.visibleForm() == name) }
    }
  }

  /// Names that stand for several entities are meant to: the list is read when it changes.
  @Test func ambiguousNamesAreKnown() throws {
    var bearers: [String: [String]] = [:]
    for entity in world.entities {
      for name in [entity.name] + entity.aliases { bearers[name.foldedKey, default: []].append(entity.name) }
    }
    let ambiguous = bearers.filter { Set($0.value).count > 1 }.keys.sorted()
    let lines = ambiguous.map { name in
      "\(name): \(world.entities(named: name).map(\.name).joined(separator: " > "))\n"
    }
    try GoldenCase.expect(lines.joined(), equals: "vocabulary/ambiguous.txt")
  }

  @Test(arguments: [
    ("ISIL", "ISIS"), ("Daesh", "ISIS"), ("Islamic State", "ISIS"), ("IS", "ISIS"), ("ISIS-K", "ISKP"),
    ("IS-K", "ISKP"), ("Islamic State Khorasan Province", "ISKP"), ("Khorasan Province", "ISKP"),
    ("Tehreek-e-Taliban Pakistan", "TTP"), ("the UN", "United Nations"), ("IEA", "Islamic Emirate of Afghanistan"),
    ("IAG", "Islamic Emirate of Afghanistan"), ("Khalilzad", "Zalmay Khalilzad"), ("Khyber Agency", "Khyber"),
    ("U.S.", "United States"), ("Holland", "Netherlands"), ("Kiev", "Kyiv"), ("Türkiye", "Turkey"),
    ("Security Council", "UN Security Council"), ("kunar province", "Kunar"), ("the city of Lahore", "Lahore"),
    ("Kabul province", "Kabul Province"), ("Kabul", "Kabul"), ("sao paulo", "São Paulo"), ("Bara region", "Bara"),
    ("Georgia", "Georgia"), ("Washington", "Washington, D.C."), ("Niger", "Niger"), ("Hyderabad", "Hyderabad"),
  ])
  func aNameFinds(_ name: String, _ entity: String) {
    #expect(world.entity(named: name)?.name == entity)
  }

  @Test(arguments: [
    ("Mastung", ["Balochistan", "Pakistan", "South Asia", "Asia"]),
    ("Bara", ["Khyber", "Khyber Pakhtunkhwa", "Pakistan", "South Asia", "Asia"]),
    ("Kunar", ["Afghanistan", "South Asia", "Asia"]), ("ISKP", ["ISIS"]),
    ("UN Counter-Terrorism Committee", ["UN Security Council", "United Nations"]),
    ("Mosul", ["Nineveh", "Iraq", "Middle East", "Asia"]), ("Timbuktu", ["Mali", "Sahel", "Africa"]),
  ])
  func standsBelow(_ name: String, _ above: [String]) {
    #expect(world.chain(above: name).map(\.name) == above)
    for broader in above { #expect(world.isPart(name, of: broader) && !world.isPart(broader, of: name)) }
  }

  @Test(arguments: [
    ("Afghan", "Afghanistan"), ("Afghans", "Afghanistan"), ("pakistani", "Pakistan"), ("Dutch", "Netherlands"),
    ("American", "United States"), ("British", "United Kingdom"), ("Congolese", "Democratic Republic of the Congo"),
  ])
  func aDemonymFinds(_ word: String, _ country: String) {
    #expect(world.country(ofDemonym: word)?.name == country)
  }

  @Test func aDemonymOfAProvinceIsNoCountrys() {
    #expect(world.country(ofDemonym: "Baloch") == nil)
    #expect(world.place(ofDemonym: "Baloch")?.name == "Balochistan")
    #expect(world.place(ofDemonym: "Afghan")?.name == "Afghanistan")
  }

  @Test(arguments: [
    ("Islamabad", "Pakistan"), ("Kabul", "Afghanistan"), ("Kiev", "Ukraine"), ("Washington", "United States"),
    ("New Delhi", "India"), ("Beijing", "China"), ("Moscow", "Russia"),
  ])
  func aCapitalFinds(_ capital: String, _ country: String) {
    #expect(world.country(ofCapital: capital)?.name == country)
  }

  @Test func cityThatIsNoCapitalFindsNone() {
    #expect(world.country(ofCapital: "Karachi") == nil)
    #expect(world.country(of: "Karachi")?.name == "Pakistan")
    #expect(world.country(of: "ISIS") == nil)
  }
}
