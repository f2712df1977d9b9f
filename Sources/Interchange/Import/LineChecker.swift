import ClaimModel
import TextForms

/// Compares an object with the table of the attributes that it can have.
struct LineChecker {
  /// What is wrong, in the order of the line.
  private(set) var faults: [LineFault] = []
  /// Which of some words one may have meant that is none of them.
  private let nearest: (_ word: String, _ words: [String]) -> String?

  init(nearest: @escaping (String, [String]) -> String?) {
    self.nearest = nearest
  }

  /// Checks a value; `path` leads to it. A null within an object or list is no value.
  mutating func check(_ value: JSONElement, against type: LineType, at path: [String] = []) {
    switch type {
    case .object(let attributes):
      guard let members = value.members else { return reject(value, type, path) }
      check(members, against: attributes, path)
    case .list(let element):
      guard let elements = value.elements else { return reject(value, type, path) }
      for (index, value) in elements.enumerated() where value.kind != .null {
        check(value, against: element, at: path.dropLast() + ["\(path.last ?? "")[\(index)]"])
      }
    default:
      if !Self.fits(value, type) { reject(value, type, path) }
    }
  }

  private mutating func check(
    _ members: [(name: String, value: JSONElement)], against attributes: [LineAttribute], _ path: [String]
  ) {
    // By place in the table: whether an attribute has come, and whether with a value.
    var isNamed = [Bool](repeating: false, count: attributes.count)
    var isPresent = isNamed
    var strangers: Set<String> = []
    var next = 0
    for (name, value) in members {
      let place = Self.place(of: name, in: attributes, from: next)
      let isNew = place.map { !isNamed[$0] } ?? strangers.insert(name).inserted
      guard isNew else {
        faults.append(.twice(path + [Self.cut(name)]))
        continue
      }
      if let place { isNamed[place] = true }
      guard value.kind != .null else { continue }
      guard let place else {
        faults.append(.unknown(path + [Self.cut(name)], near: near(name, attributes.map(\.name))))
        continue
      }
      isPresent[place] = true
      next = place + 1
      check(value, against: attributes[place].type, at: path + [name])
    }
    for (attribute, isPresent) in zip(attributes, isPresent) where attribute.need == .required && !isPresent {
      faults.append(.missing(path + [attribute.name], expected: attribute.type.words))
    }
    let choices = attributes.indices.filter { attributes[$0].need == .oneOf }
    if !choices.isEmpty, !choices.contains(where: { isPresent[$0] }) {
      faults.append(.missingAll(choices.map { attributes[$0].name }))
    }
  }

  /// The place of an attribute in its table, looked for from `start` on and then from the first: most lines have their
  /// attributes in the order of the table.
  private static func place(of name: String, in attributes: [LineAttribute], from start: Int) -> Int? {
    attributes[start...].firstIndex { $0.name == name } ?? attributes[..<start].firstIndex { $0.name == name }
  }

  /// Most characters of a text that a message shows.
  private static let mostShown = 40

  static func cut(_ text: String) -> String {
    text.count > mostShown ? text.prefix(mostShown) + "…" : text
  }

  /// Nobody slips over a word as long as that of a hostile file.
  private func near(_ word: String, _ words: [String]) -> String? {
    word.utf8.count > Self.mostShown ? nil : nearest(word, words)
  }

  private mutating func reject(_ value: JSONElement, _ type: LineType, _ path: [String]) {
    var near: String?
    if case .choice(let words) = type, let word = value.string { near = self.near(word, words) }
    faults.append(.wrong(path, found: Self.words(for: value), expected: type.words, near: near))
  }

  private static func fits(_ value: JSONElement, _ type: LineType) -> Bool {
    switch type {
    case .text: return value.string.map { !$0.isEmpty } ?? false
    case .anyText: return value.string != nil
    case .textOrNumber: return value.number != nil || fits(value, .text)
    case .number: return value.number != nil
    case .share: return value.number.map { (0...1).contains($0) } ?? false
    case .count: return value.wholeNumber.map { (1...LineType.greatestCount).contains($0) } ?? false
    case .flag: return value.flag != nil
    case .date: return value.string.flatMap { DateRange(iso8601: $0) } != nil
    case .range: return value.range != nil
    case .choice(let words): return value.string.map { words.contains($0) } ?? false
    case .list, .object: return false
    }
  }

  /// How a message names a value: texts in quotes, long ones cut.
  private static func words(for value: JSONElement) -> String {
    switch value.kind {
    case .text: return cut(value.string ?? "").jsonQuoted
    case .number: return value.number.map { Quantity.text(of: $0) } ?? ""
    case .flag: return value.flag == true ? "true" : "false"
    case .list:
      let elements = value.elements ?? []
      return elements.count == 2 && elements.allSatisfy { $0.number != nil }
        ? "[" + elements.map { words(for: $0) }.joined(separator: ", ") + "]" : "a list"
    case .object: return "an object"
    case .null: return "null"
    }
  }
}

extension JSONElement {
  /// Two byte offsets, the first not after the second; nil for any other value.
  var range: TextRange? {
    guard let ends = elements?.map(\.wholeNumber), ends.count == 2, let start = ends[0], let end = ends[1] else {
      return nil
    }
    return start >= 0 && start <= end && end <= LineType.greatestCount ? TextRange(start, end) : nil
  }
}
