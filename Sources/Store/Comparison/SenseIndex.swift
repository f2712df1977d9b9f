import ClaimModel
import TextForms

/// The senses that a knowledge base knows; their index is made when it is first asked for.
final class DeclaredSenses: Sendable {
  private let senses: Senses
  private let made = Lazy<SenseIndex>()

  init(_ senses: Senses) {
    self.senses = senses
  }

  /// The senses by the words that say them.
  var index: SenseIndex { made.value { SenseIndex(senses) } }
}

/// The senses by the words that say them.
struct SenseIndex: Sendable {
  let senses: [Sense]
  let cues: PhraseCues
  /// For each sense its opposite, and what it implies; itself where there is none.
  private(set) var opposites: [Int] = []
  private(set) var implied: [Int] = []
  private var ofSubject: [String: [Int]] = [:]
  private var ofObject: [String: [Int]] = [:]
  private var ofTopics: [String: [Int]] = [:]
  private var helpers: [String: Set<Senses.Helper>] = [:]
  /// For each last stem of a noun the nouns that end in it, as stems, with their sense.
  private var nouns: [String: [(stems: [String], sense: Int)]] = [:]

  /// What a relation can say.
  struct Reading {
    /// The senses that it says of its subject, and of its object.
    var ofSubject: [Int]
    var ofObject: [Int]
    var helpers: Set<Senses.Helper>
  }

  init(_ table: Senses) {
    senses = table.senses
    cues = PhraseCues(table)
    for (number, sense) in senses.enumerated() {
      opposites.append(senses.firstIndex { $0.name == sense.opposite } ?? number)
      implied.append(senses.firstIndex { $0.name == sense.implied } ?? number)
      for lemma in sense.ofSubject { ofSubject[lemma.foldedKey, default: []].append(number) }
      for lemma in sense.ofObject { ofObject[lemma.foldedKey, default: []].append(number) }
      for topic in sense.topics { ofTopics[topic.foldedKey, default: []].append(number) }
      for noun in sense.nouns {
        let stems = Words.stems(of: noun)
        if let last = stems.last { nouns[last, default: []].append((stems, number)) }
      }
    }
    for (helper, lemmas) in table.helpers {
      for lemma in lemmas { helpers[lemma.foldedKey, default: []].insert(helper) }
    }
  }

  /// What a relation with a topic can say: that of the whole, else of the verb without its preposition, else of the topic.
  func reading(of relation: String, topic: String) -> Reading {
    let verb = withoutAspect(relation.foldedKey)
    let first = verb.firstIndex(of: " ").map { String(verb[..<$0]) } ?? verb
    var reading = Reading(
      ofSubject: ofSubject[verb] ?? ofSubject[first] ?? [], ofObject: ofObject[verb] ?? ofObject[first] ?? [],
      helpers: helpers[verb] ?? helpers[first] ?? [])
    guard reading.ofSubject.isEmpty, reading.ofObject.isEmpty, reading.helpers.isEmpty else { return reading }
    for sense in ofTopics[topic.foldedKey] ?? [] {
      if senses[sense].kind == .event { reading.ofObject.append(sense) } else { reading.ofSubject.append(sense) }
    }
    return reading
  }

  /// The senses that a noun phrase says by its head, the longest noun first.
  func senses(of phrase: NounWords) -> [Int] {
    guard let last = phrase.core.last else { return [] }
    let found = (nouns[last] ?? []).filter { phrase.core.suffix($0.stems.count).elementsEqual($0.stems) }
    var senses: [Int] = []
    for noun in found where !senses.contains(noun.sense) { senses.append(noun.sense) }
    return senses
  }

  /// "begin to relocate" says what "relocate" says.
  private func withoutAspect(_ relation: String) -> String {
    let words = relation.split(separator: " ")
    guard words.count > 2, words[1] == "to", helpers[String(words[0])]?.contains(.aspect) == true else {
      return relation
    }
    return withoutAspect(words.dropFirst(2).joined(separator: " "))
  }
}
