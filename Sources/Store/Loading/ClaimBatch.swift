package import ClaimModel

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Claims that one thread has read, on their way into a knowledge base: texts are numbers of its `LocalDictionary`.
package struct ClaimBatch {
  package private(set) var rows: [Row] = []
  /// What the claims mention, one claim's after another's.
  package private(set) var about: [UInt32] = []
  private(set) var sentences: [Sentence] = []
  /// The texts of the sentences, one after another.
  private(set) var text: [UInt8] = []
  /// The stems of the words of the sentences, as numbers of the thread's words.
  private(set) var stems: [UInt32] = []
  /// What lines tell of entities, with the number of their article.
  private(set) var told: [(article: UInt32, entities: [Entity])] = []

  package init() {}

  /// A batch with room for as much as another one has.
  package init(like other: ClaimBatch) {
    rows.reserveCapacity(other.rows.count + other.rows.count / 8)
    about.reserveCapacity(other.about.count + other.about.count / 8)
    sentences.reserveCapacity(other.sentences.count + other.sentences.count / 8)
    text.reserveCapacity(other.text.count + other.text.count / 8)
    stems.reserveCapacity(other.stems.count + other.stems.count / 8)
  }

  /// Takes everything out; the memory stays.
  package mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    about.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    stems.removeAll(keepingCapacity: true)
    told.removeAll(keepingCapacity: true)
  }

  /// How many bytes the texts of its sentences have.
  package var textBytes: Int { text.count }

  /// A claim. Terms are numbers of entries in the local dictionary, 0 where they are missing.
  package struct Row {
    package var id: UInt64 = 0
    package var subject: UInt32 = 0
    package var relation: UInt32 = 0
    package var object: UInt32 = 0
    package var location: UInt32 = 0
    package var locationResolvedFrom: UInt32 = 0
    package var unit: UInt32 = 0
    package var speaker: UInt32 = 0
    package var cue: UInt32 = 0
    package var topic: UInt32 = 0
    package var extractor: UInt32 = 0
    package var date = DateColumn.Code.missing
    package var quantity = Double.nan
    package var confidence = Double.nan
    /// The number of the article that the thread has given it.
    package var article: UInt32 = 0
    var sentence: UInt32 = 0
    /// Where what it mentions ends in `about`.
    var aboutEnd: UInt32 = 0
    package var bound: UInt8 = 0
    package var polarity: UInt8 = 1
    package var certainty: UInt8 = 1
    package var stance: UInt8 = 0
    /// 1 where the speaker is the article's own voice.
    package var speakerIsAuthor: UInt8 = 0

    package init() {}
  }

  /// A sentence of an article.
  struct Sentence {
    var article: UInt32
    var number: UInt32
    /// A hash of its text.
    var hash: UInt64
    /// Where its text ends, and its stems.
    var textEnd: Int
    var stemEnd: Int
  }

  /// How many claims there are.
  package var count: Int { rows.count }

  /// Adds a claim that is said in a sentence, of which all but `sentence` and what it mentions is filled in. The text has
  /// been fetched by `words` as `fetched`.
  package mutating func append(
    _ row: Row, about mentioned: [UInt32], text: UnsafeBufferPointer<UInt8>, number: UInt32,
    with words: LocalWordTable, fetched: Int
  ) {
    var row = row
    let start = unsafe text.baseAddress.unsafelyUnwrapped
    let hash = unsafe ByteHash.of(start, text.count, seed: UInt64(number))
    // Claims of one sentence stand next to one another, as a rule; those that do not meet when they are stored.
    if let last = sentences.last, last.hash == hash, last.article == row.article, last.number == number,
      holds(unsafe text.span, asSentence: sentences.count - 1)
    {
      row.sentence = UInt32(sentences.count - 1)
    } else {
      row.sentence = UInt32(sentences.count)
      unsafe self.text.append(contentsOf: text)
      words.table.encode(fetched, into: &stems)
      sentences.append(
        Sentence(article: row.article, number: number, hash: hash, textEnd: self.text.count, stemEnd: stems.count))
    }
    for entry in mentioned { about.append(entry) }
    row.aboutEnd = UInt32(about.count)
    rows.append(row)
  }

  /// Adds what is told of entities in an article.
  package mutating func tell(_ entities: [Entity], article: UInt32) { told.append((article, entities)) }

  /// Where the text of a sentence stands.
  func textRange(_ sentence: Int) -> Range<Int> {
    (sentence == 0 ? 0 : sentences[sentence - 1].textEnd)..<sentences[sentence].textEnd
  }

  /// Where the stems of a sentence stand.
  func stemRange(_ sentence: Int) -> Range<Int> {
    (sentence == 0 ? 0 : sentences[sentence - 1].stemEnd)..<sentences[sentence].stemEnd
  }

  /// What a claim mentions.
  func about(_ row: Int) -> ArraySlice<UInt32> {
    about[Int(row == 0 ? 0 : rows[row - 1].aboutEnd)..<Int(rows[row].aboutEnd)]
  }

  /// Whether the text of a sentence is this one.
  func holds(_ text: Span<UInt8>, asSentence sentence: Int) -> Bool {
    let range = textRange(sentence)
    guard range.count == text.count else { return false }
    return unsafe self.text.withUnsafeBufferPointer { all in
      unsafe text.withUnsafeBufferPointer { own in
        unsafe range.isEmpty || memcmp(all.baseAddress! + range.lowerBound, own.baseAddress!, range.count) == 0
      }
    }
  }

  /// Leaves out claims that are there already; their sentences stay.
  mutating func keep(_ isKept: [Bool]) {
    var kept: [Row] = []
    var mentioned: [UInt32] = []
    for (place, row) in rows.enumerated() where isKept[place] {
      mentioned.append(contentsOf: about(place))
      kept.append(row)
      kept[kept.count - 1].aboutEnd = UInt32(mentioned.count)
    }
    rows = kept
    about = mentioned
  }
}

/// The words that a thread has met.
package struct LocalWordTable {
  let table = LocalWords()

  package init() {}

  /// Forgets the texts that were fetched.
  package func start() { table.start() }

  /// Has the processor fetch what is looked up for the words of a text, which goes by a number below 16 until `start` is
  /// called. It stays where it is until then, and `slack` bytes after it may be read.
  package func fetch(_ text: UnsafeBufferPointer<UInt8>, as number: Int) { unsafe table.fetch(text, as: number) }
}
