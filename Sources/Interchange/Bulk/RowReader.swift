import CScanner
import ClaimModel
import Store

/// Reads plain lines into batches, straight from their bytes: those that name no other claim and no article whose text is
/// known, and say nothing in lists and objects but what is known of entities. It says of each the same as `ClaimLinker`
/// does.
///
/// What a text means is found out when it is first met and kept as the payload of its entry in the dictionary.
///
/// Safe: it alone has its memory, where there is room for all attributes, and texts are those of the line that is read.
@safe
final class RowReader {
  /// What the thread has met.
  var thread = LoadingThread()
  /// The articles that the thread has met.
  var mentions: [ArticleMention] = []

  let shared: BulkContext
  let scanner: LineScanner
  let slots = Slots()
  private var batch = ClaimBatch()
  let dictionary: LocalDictionary
  private let words: LocalWordTable
  let scratch = TextScratch()
  let content = ContentBuffer()
  /// Whether nothing has been met in the line that only the careful way can read.
  var isPlain = true

  /// The arguments that are not themselves what they stand for, by payload.
  var arguments: [LinkedArgument] = [LinkedArgument()]
  /// What the arguments mention, one after another.
  var abouts: [UInt32] = []
  /// What is looked up of the lines.
  let lookUps: UnsafeMutableBufferPointer<LocalDictionary.LookUp>
  /// Of each attribute of each line its place among these, from 1; 0 where it is missing.
  private let allPlaces: UnsafeMutablePointer<UInt8>
  /// The same of the line.
  private(set) var places: UnsafeMutablePointer<UInt8>
  /// The texts of the lines.
  private let texts: UnsafeMutablePointer<UnsafeBufferPointer<UInt8>>
  /// The lines of which all that is looked up is plain, a bit each.
  private var plainLines = 0
  /// The entities that the line explains; nil for none.
  var explained: ExplainedEntities?
  /// The lists of entities that have been met lately; nil for those that are not plain.
  var explanations: [String: ExplainedEntities?] = [:]
  /// The arguments that lines explain, by their entries.
  var explainedArguments: [UInt32: LinkedArgument] = [:]
  let reader = JSONReader()
  /// The greatest batch that was given away, whose memory is used again when nobody else has it any more.
  private var lent: ClaimBatch?
  var dates: [(code: DateColumn.Code, words: UInt32)] = [(.missing, 0)]
  // None has the number 0.
  var articles = [LocalArticle(identity: 0, author: 0)]
  var authors = [Entity(name: "", kind: .other)]
  let defaultExtractor: UInt32
  /// What stands for each code in a content address, as entries.
  let bounds: [UInt32]
  let polarities: [UInt32]
  let certainties: [UInt32]
  var mentioned: [UInt32] = []
  /// The place of the line's date in `dates`.
  var date = 0

  /// An argument whose names have been looked up.
  struct LinkedArgument {
    var term: UInt32 = 0
    /// A hash of its name.
    var name: UInt64 = 0
    /// The entities that it mentions, in `abouts`.
    var aboutStart = 0
    var aboutEnd = 0
  }

  /// An article that the thread has met.
  struct LocalArticle {
    /// What tells it apart, as an entry.
    var identity: UInt32
    /// Its author, as an entry, and a hash of the name.
    var author: UInt32
    var authorName: UInt64 = 0
  }

  typealias Space = Slots.Space

  /// The payload of a text that only the careful way can read.
  static let isNotPlain = UInt32.max
  /// The payload of an argument that stands for its own words, which name nobody.
  static let isItself = UInt32.max - 1

  init(_ shared: BulkContext, _ scanner: LineScanner) {
    self.shared = shared
    self.scanner = scanner
    dictionary = thread.dictionary
    words = thread.words
    unsafe lookUps = .allocate(capacity: LineScanner.most * slots.lookedUp.count)
    let places = LineScanner.most * Int(scanner_most_attributes)
    unsafe allPlaces = .allocate(capacity: places)
    unsafe allPlaces.initialize(repeating: 0, count: places)
    unsafe self.places = allPlaces
    unsafe texts = .allocate(capacity: LineScanner.most)
    bounds = Self.entries(Quantity.Bound.self, dictionary)
    polarities = Self.entries(Polarity.self, dictionary)
    certainties = Self.entries(Certainty.self, dictionary)
    defaultExtractor = UInt32(dictionary.encode(shared.extractor, in: TermKind.text.rawValue).id)
  }

  deinit {
    unsafe lookUps.deallocate()
    unsafe allPlaces.deallocate()
    unsafe texts.deallocate()
  }

  /// The words for each code of a choice.
  private static func entries<Choice: RawRepresentable<String> & CaseIterable>(
    _: Choice.Type, _ dictionary: LocalDictionary
  ) -> [UInt32] {
    [0] + Choice.allCases.map { UInt32(dictionary.encode($0.rawValue, in: Space.raw).id) }
  }

  /// Begins with a chunk; what was given away has been used.
  func start() {
    guard var spare = lent else { return }
    lent = nil
    spare.removeAll()
    batch = spare
  }

  /// Gives away what has been read since the last time; nil where that is nothing.
  func take() -> (batch: ClaimBatch, words: WordGroups)? {
    guard batch.count > 0 else { return nil }
    let taken = batch
    batch = ClaimBatch(like: taken)
    if taken.count > lent?.count ?? 0 { lent = taken }
    return (taken, WordGroups(taken, of: thread))
  }

  /// Looks up all that is looked up of the lines that were scanned last, at once.
  func fetch(_ bytes: UnsafeBufferPointer<UInt8>, lines: Int) {
    unsafe scratch.start(bytes)
    words.start()
    plainLines = 0
    var count = 0
    let others = scanner.columns == nil ? slots.others : slots.othersOfCSV
    for line in 0..<lines {
      select(line)
      isPlain = !scanner.hasAny(of: others)
      let first = count
      if isPlain, let text = unsafe text(slots.text) {
        unsafe texts[line] = text
        unsafe words.fetch(text, as: line)
      } else {
        isPlain = false
      }
      for slot in slots.lookedUp where isPlain {
        unsafe places[slot] = 0
        guard let text = unsafe text(slot) else { continue }
        unsafe lookUps.initializeElement(at: count, to: LocalDictionary.LookUp(text, in: slots.spaces[slot]))
        count += 1
        unsafe places[slot] = UInt8(truncatingIfNeeded: count)
      }
      if isPlain { plainLines |= 1 << line } else { count = first }
    }
    unsafe dictionary.encode(UnsafeMutableBufferPointer(rebasing: lookUps[..<count]))
    fetchArticles(lines)
  }

  /// Has the processor fetch what is known of the articles of lines that name no more than the source.
  private func fetchArticles(_ lines: Int) {
    func payload(_ line: Int) -> Int {
      let place = unsafe Int(allPlaces[line * Int(scanner_most_attributes) + slots.source])
      return plainLines >> line & 1 == 0 || place == 0 ? 0 : Int(unsafe lookUps[place - 1].payload)
    }
    unsafe articles.withUnsafeBufferPointer { articles in
      for line in 0..<lines where payload(line) < articles.count {
        unsafe prefetch_line(articles.baseAddress! + payload(line))
      }
      for line in 0..<lines where payload(line) < articles.count {
        dictionary.prefetch(Int(unsafe articles[payload(line)].identity))
      }
    }
  }

  private func select(_ line: Int) {
    scanner.select(line)
    unsafe places = allPlaces + line * Int(scanner_most_attributes)
  }

  /// Reads one of the lines that were fetched last.
  ///
  /// - Returns: whether it is plain; if not, nothing has come of it.
  func read(_ line: Int) -> Bool {
    if plainLines >> line & 1 == 0 { return false }
    select(line)
    isPlain = true
    let text = unsafe texts[line]
    guard mayHaveAnyID() else { return false }
    explained = scanner.value(slots.entities).form == ScannedMissing ? nil : explainedEntities()
    var row = ClaimBatch.Row()
    row.relation = term(slots.relation)
    guard row.relation != 0 else { return false }
    let subject = argument(slots.subject)
    let object = argument(slots.object)
    row.subject = subject.term
    row.object = object.term
    readCircumstances(&row)
    row.location = location()
    row.locationResolvedFrom = term(slots.locationResolvedFrom)
    row.cue = term(slots.cue)
    row.topic = term(slots.topic)
    row.extractor = extractor()
    let number = count(slots.sentence)
    guard isPlain else { return false }
    guard let article = self.article() else { return false }
    row.article = UInt32(article)
    readSpeaker(&row, articles[article])
    guard isPlain else { return false }
    findMentioned(row.location, subject, object)
    row.id = unsafe address(row, identity: articles[article].identity, text, number)
    unsafe batch.append(row, about: mentioned, text: text, number: number, with: words, fetched: line)
    if let explained { batch.tell(explained.entities, article: row.article) }
    return true
  }

  /// Whether the id of the line that was scanned last is one of `ids`.
  func hasID(among ids: Set<String>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe scratch.start(bytes)
    return unsafe text(slots.id).map { ids.contains(unsafe String(decoding: $0, as: UTF8.self)) } ?? false
  }

  private func mayHaveAnyID() -> Bool {
    let form = scanner.value(slots.id).form
    return form == ScannedMissing || form == ScannedText || form == ScannedEscapedText
  }

  private func readCircumstances(_ row: inout ClaimBatch.Row) {
    date = Int(payload(slots.date) { self.date($0) })
    if isPlain { row.date = dates[date].code }
    row.quantity = number(slots.quantity)
    row.confidence = number(slots.confidence)
    if row.confidence < 0 || row.confidence > 1 { isPlain = false }
    let unit = term(slots.unit)
    let bound = payload(slots.bound) { Self.code($0, Quantity.Bound.self) }
    if !row.quantity.isNaN {
      row.unit = unit
      row.bound = bound == 0 ? 1 : UInt8(truncatingIfNeeded: bound)
    }
    let polarity = payload(slots.polarity) { Self.code($0, Polarity.self) }
    let certainty = payload(slots.certainty) { Self.code($0, Certainty.self) }
    row.polarity = polarity == 0 ? 1 : UInt8(truncatingIfNeeded: polarity)
    row.certainty = certainty == 0 ? 1 : UInt8(truncatingIfNeeded: certainty)
    row.stance = UInt8(truncatingIfNeeded: payload(slots.stance) { Self.code($0, Stance.self) })
  }

  private func readSpeaker(_ row: inout ClaimBatch.Row, _ article: LocalArticle) {
    let flag = scanner.value(slots.speakerIsAuthor)
    var isAuthor: Bool?
    switch flag.form {
    case ScannedMissing: isAuthor = nil
    case ScannedTrue: isAuthor = true
    case ScannedFalse: isAuthor = false
    default: return isPlain = false
    }
    if scanner.value(slots.speaker).form == ScannedMissing {
      row.speaker = article.author
      row.speakerIsAuthor = isAuthor ?? true ? 1 : 0
      if thread.entities[article.author] == nil { thread.entities[article.author] = authors[Int(row.article)] }
    } else {
      let speaker = argument(slots.speaker)
      row.speaker = speaker.term
      let isSame = speaker.name == article.authorName && areSame(speaker.term, article.author)
      row.speakerIsAuthor = isAuthor ?? isSame ? 1 : 0
    }
  }

  private func areSame(_ one: UInt32, _ other: UInt32) -> Bool {
    unsafe dictionary.text(Int(one)).elementsEqual(dictionary.text(Int(other)))
  }

  /// The hash that the text of an entry has as an argument.
  func nameHash(_ entry: UInt32) -> UInt64 {
    unsafe LocalDictionary.hash(dictionary.text(Int(entry)), in: slots.spaces[slots.speaker])
  }
}
