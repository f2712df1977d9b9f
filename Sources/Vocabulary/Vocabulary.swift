public import ClaimModel

/// Who and what there is, under which names, and what is part of what: people, organisations, groups, and the tree of
/// places.
///
/// A vocabulary is read from a text file, `name.vocabulary`, one entity a line:
///
///     # What follows is a comment.
///     group ISKP | within ISIS | also ISIS-K; Khorasan Province
///     place Balochistan | within Pakistan | people Baloch; Balochi | size 14894
///     country Pakistan | within South Asia | also Islamic Republic of Pakistan
///       | people Pakistani; Pakistanis | capital Islamabad | size 212215
///
/// - The first word is the kind: `person`, `organisation`, `group`, `place`, `country` (a place that is a state) or
///   `other`; the name follows it. No two entities of a file have the same name. Where a name is borne by several, the
///   best known has it bare, and the others a name that tells them apart and the bare one among their aliases:
///   `place Punjab, India | also Punjab`.
/// - `within` names the one entity that it lies within or is part of; `also` its other names; `people` the adjectives
///   and nouns for what and who is from there; `capital` a country's; `size` a figure by which those of one name are
///   ordered, for a place its thousands of inhabitants.
/// - An indented line goes on with the entity above it.
///
/// Names are compared by their folded keys: case, accents, and the kind of quotes and dashes do not matter.
public struct Vocabulary: Sendable {
  /// The files' bytes, in which all names stand.
  var bytes: [UInt8]
  var records: [VocabularyRecord]
  /// What the records' lists of aliases and demonyms are ranges of.
  var lists: [TextRange]
  /// Names and aliases.
  var names: NameIndex
  /// Adjectives and nouns of origin.
  var demonyms: NameIndex
  /// A capital's record to its country's.
  var countriesOfCapitals: [Int: Int] = [:]
  /// How many files have been merged.
  var layers: UInt8 = 1

  /// The topics of claims, which every vocabulary shares.
  public var topics: Topics { .shipped }

  /// The vocabulary of `text`, the content of a file that messages call `file`.
  ///
  /// - Parameters:
  ///   - text: the file's content.
  ///   - file: its name.
  ///   - base: a vocabulary whose entities `within` and `capital` may name; what is read holds none of it until the two
  ///     are merged.
  /// - Throws: everything that is wrong with the file, in the order of its lines. Linear in the length of the text.
  public init(parsing text: String, file: String, over base: Vocabulary? = .shipped) throws(VocabularyErrors) {
    var parser = VocabularyParser(bytes: Array(text.utf8), file: file)
    self = try parser.vocabulary(over: base)
  }

  /// A vocabulary of nothing.
  init(bytes: [UInt8], capacity: Int) {
    self.bytes = bytes
    records = []
    lists = []
    names = NameIndex(capacity: capacity)
    demonyms = NameIndex(capacity: 64)
  }
}

/// One entity as the file has it; what is text is a range of the vocabulary's bytes, and empty where it is not stated.
struct VocabularyRecord: Sendable {
  var name: TextRange
  var kind: EntityKind
  var isCountry = false
  var size: UInt32 = 0
  /// A range of `Vocabulary.lists`.
  var aliases = 0..<0
  /// A range of `Vocabulary.lists`.
  var people = 0..<0
  var capitalName = TextRange(0, 0)
  var broaderName = TextRange(0, 0)
  /// The number of the record that `broaderName` names.
  var broader: Int?
}

extension Vocabulary {
  /// All entities, in the order of the files. Makes them anew: linear in their number.
  public var entities: [Entity] { records.indices.map { entity($0) } }

  /// How many entities there are.
  public var count: Int { records.count }

  func text(_ range: TextRange) -> String { String(decoding: bytes[range.start..<range.end], as: UTF8.self) }

  func entity(_ number: Int) -> Entity {
    let record = records[number]
    return Entity(
      name: text(record.name), kind: record.kind, aliases: lists[record.aliases].map { text($0) },
      broader: record.broader.map { text(records[$0].name) })
  }
}
