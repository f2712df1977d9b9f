import CScanner

/// The words that one thread has met while it reads a file, as they are written, with the stems that they have.
///
/// A form of up to sixteen bytes is its own key: a probe reads one entry and no text.
@safe
final class LocalWords {
  /// The stems by number; none has the number 0.
  private(set) var stems: [String] = [""]
  private var numbers: [String: UInt32] = [:]
  private var table: UnsafeMutablePointer<WordForm>
  private var mask = 1 << 12 - 1
  private var count = 0
  /// Forms that are longer, and those of which folding makes several words.
  private var longForms: [[UInt8]: [UInt32]] = [:]
  /// The words of the texts that were fetched, and how many there are and may be.
  private var probes: UnsafeMutablePointer<WordProbe>
  private var (used, room) = (0, 1 << 10)
  private let fetched: UnsafeMutablePointer<Fetched>
  private var found: UnsafeMutablePointer<UInt32>
  /// What `WordGroups` sorts with; the first is zero for each stem between its calls.
  private var (counts, sorted, touched) = ([UInt32](), [UInt32](), [UInt32]())

  /// The most forms that are kept: a file of nothing but new words must not fill the memory twice.
  private static let most = 1 << 20
  /// Stands for a form that is among the long ones.
  private static let isLong = UInt32.max
  /// How many texts can be fetched at once.
  private static let mostTexts = 16

  /// A text that was fetched, and its words among `probes`.
  @unsafe
  private struct Fetched {
    var text = unsafe UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var words = 0..<0
  }

  init() {
    unsafe table = .allocate(capacity: mask + 1)
    unsafe table.initialize(repeating: WordForm(), count: mask + 1)
    unsafe (probes, found) = (.allocate(capacity: room), .allocate(capacity: room))
    unsafe fetched = .allocate(capacity: Self.mostTexts)
    unsafe fetched.initialize(repeating: Fetched(), count: Self.mostTexts)
  }

  deinit {
    unsafe table.deallocate()
    unsafe fetched.deallocate()
    unsafe probes.deallocate()
    unsafe found.deallocate()
  }

  /// Forgets the texts that were fetched.
  func start() { used = 0 }

  /// Has the processor fetch what is looked up for the words of a text, which goes by a number below `mostTexts` until
  /// `start` is called. It stays where it is until then, and `slack` bytes after it may be read.
  func fetch(_ text: UnsafeBufferPointer<UInt8>, as number: Int) {
    precondition(number >= 0 && number < Self.mostTexts)
    if used + text.count / 2 + 1 > room { makeRoom(used + text.count / 2 + 1) }
    let count = unsafe word_probes(table, UInt64(mask), text.baseAddress, text.count, probes + used)
    unsafe fetched[number] = Fetched(text: text, words: used..<used + count)
    used += count
  }

  /// Adds the numbers of the stems of the words of a text that was fetched to `numbers`.
  func encode(_ number: Int, into numbers: inout [UInt32]) {
    precondition(number >= 0 && number < Self.mostTexts)
    let (text, words) = unsafe (fetched[number].text, fetched[number].words)
    let (total, probes) = unsafe (words.count, probes + words.lowerBound)
    let unknown = unsafe word_stems(table, UInt64(mask), probes, total, found)
    if unknown == 0 { return unsafe numbers.append(contentsOf: UnsafeBufferPointer(start: found, count: total)) }
    for number in 0..<total {
      let (stem, probe) = unsafe (found[number], probes[number])
      if stem != 0, stem != Self.isLong {
        numbers.append(stem)
        continue
      }
      let run = unsafe UnsafeBufferPointer(rebasing: text[Int(probe.run.start)..<Int(probe.run.end)])
      let made = unsafe run.count > 16 ? Self.isLong : self.stem(of: run, probe)
      if made == Self.isLong { numbers.append(contentsOf: unsafe stemsOfLong(run)) } else { numbers.append(made) }
    }
  }

  /// Calls `body` with what `WordGroups` sorts with: a zero for each stem, which has to be zero again at the end, room for
  /// `words` numbers, and for one more than there are stems. Safe: nobody else has them meanwhile.
  func withSortingRoom(
    words: Int,
    _ body: (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>) -> Void
  ) {
    Self.fill(&counts, to: stems.count + 1)
    Self.fill(&touched, to: stems.count + 1)
    Self.fill(&sorted, to: words + 1)
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe sorted.withUnsafeMutableBufferPointer { sorted in
        unsafe touched.withUnsafeMutableBufferPointer { touched in
          unsafe body(counts.baseAddress!, sorted.baseAddress!, touched.baseAddress!)
        }
      }
    }
  }

  private static func fill(_ numbers: inout [UInt32], to count: Int) {
    if numbers.count < count { numbers.append(contentsOf: repeatElement(0, count: count - numbers.count)) }
  }

  private func makeRoom(_ wanted: Int) {
    let other = UnsafeMutablePointer<WordProbe>.allocate(capacity: wanted * 2)
    unsafe other.update(from: probes, count: used)
    unsafe probes.deallocate()
    unsafe found.deallocate()
    room = wanted * 2
    unsafe (probes, found) = (other, .allocate(capacity: room))
  }

  /// Where a form is, or would be.
  private func slot(low: UInt64, high: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: word_hash(low, high)) & mask
    while unsafe table[slot].stem != 0, unsafe table[slot].low != low || table[slot].high != high {
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// The stem of a form of up to sixteen bytes, which is added where it is new.
  private func stem(of run: UnsafeBufferPointer<UInt8>, _ probe: WordProbe) -> UInt32 {
    let known = unsafe table[slot(low: probe.low, high: probe.high)].stem
    if known != 0 { return known }
    if count >= Self.most { clear() }
    if count * 2 > mask { grow() }
    let numbers = unsafe numbers(of: run)
    let stem = numbers.count == 1 ? numbers[0] : Self.isLong
    if numbers.count != 1 { longForms[unsafe Array(run)] = numbers }
    unsafe table[slot(low: probe.low, high: probe.high)] = WordForm(low: probe.low, high: probe.high, stem: stem)
    count += 1
    return stem
  }

  private func stemsOfLong(_ run: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    let form = unsafe Array(run)
    if let known = longForms[form] { return known }
    if longForms.count >= Self.most { clear() }
    let made = unsafe numbers(of: run)
    longForms[form] = made
    return made
  }

  private func numbers(of run: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    unsafe Words.stems(ofRun: run.span).map { stem in
      if let known = numbers[stem] { return known }
      let number = UInt32(stems.count)
      stems.append(stem)
      numbers[stem] = number
      return number
    }
  }

  private func clear() {
    unsafe table.update(repeating: WordForm(), count: mask + 1)
    longForms = [:]
    count = 0
  }

  private func grow() {
    let (old, oldCount) = unsafe (table, mask + 1)
    mask = mask * 2 + 1
    unsafe table = .allocate(capacity: mask + 1)
    unsafe table.initialize(repeating: WordForm(), count: mask + 1)
    for place in 0..<oldCount {
      let form = unsafe old[place]
      if form.stem != 0 { unsafe table[slot(low: form.low, high: form.high)] = form }
    }
    unsafe old.deallocate()
  }
}
