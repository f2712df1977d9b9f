import CLibXML2
import TextForms

/// An HTML page as libxml2 reads it: its elements and texts in document order, each text with its place in the source.
struct PageTree {
  /// An element; those within it follow it.
  struct Element {
    var name: String
    var attributes: [String: String]
    /// The index of the element around it, or nil for the outermost ones.
    var parent: Int?
  }

  /// What comes next in the page.
  enum Item {
    case open(Int), close(Int)
    /// Text of an element: bytes of the source, as they stand there or as a reference to a character.
    case text(TracedText, of: Int)
  }

  /// The elements, in the order in which they open.
  fileprivate(set) var elements: [Element] = []
  /// The page, in order.
  fileprivate(set) var items: [Item] = []

  /// Reads a page; any bytes make one. Linear.
  init(parsing source: [UInt8]) {
    let builder = PageBuilder(source)
    builder.parse()
    elements = builder.elements
    items = builder.items
  }

  /// The text of all elements for which `isWanted` holds, by element, white space collapsed.
  func texts(of isWanted: (Element) -> Bool) -> [(element: Element, text: String)] {
    var open: [(index: Int, text: TracedText)] = []
    var found: [(element: Element, text: String)] = []
    for item in items {
      switch item {
      case .open(let index):
        if open.isEmpty, isWanted(elements[index]) { open.append((index, TracedText())) }
      case .close(let index):
        if let last = open.last, last.index == index {
          found.append((elements[index], last.text.string.trimmed))
          open.removeLast()
        }
      case .text(let text, _):
        if !open.isEmpty { open[open.count - 1].text.append(text.bytes, 0..<text.bytes.count) }
      }
    }
    return found
  }
}

/// Takes what libxml2 calls out while it reads a page (SAX), and finds each text's place in the source.
@safe private final class PageBuilder {
  private let source: [UInt8]
  fileprivate var elements: [PageTree.Element] = []
  fileprivate var items: [PageTree.Item] = []
  /// The elements that are open.
  private var open: [Int] = []
  /// The byte of the source after the text that came last.
  private var last = 0
  private var context: htmlParserCtxtPtr?

  init(_ source: [UInt8]) {
    self.source = source
  }

  func parse() {
    guard source.count < Int(Int32.max) else { return }
    unsafe source.withUnsafeBytes { bytes in
      // libxml2 copies the bytes; the context, and the handler in it, live until they are freed below.
      guard
        let context = unsafe htmlCreateMemoryParserCtxt(
          bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count))
      else { return }
      unsafe self.context = unsafe context
      let options = HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      _ = unsafe htmlCtxtUseOptions(context, Int32(options | HTML_PARSE_NONET.rawValue))
      unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
      unsafe context.pointee.sax.pointee = unsafe Self.handler
      // The callbacks get this object back while `htmlParseDocument` runs, and `self` outlives that call.
      unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(self).toOpaque()
      _ = unsafe htmlParseDocument(context)
      unsafe htmlFreeParserCtxt(context)
      unsafe self.context = nil
    }
    while let element = open.popLast() { items.append(.close(element)) }
  }

  /// The calls that are taken; all others are left out.
  private static var handler: htmlSAXHandler {
    var handler = unsafe htmlSAXHandler()
    unsafe handler.startElement = { user, name, attributes in
      guard let user = unsafe user, let name = unsafe name else { return }
      unsafe PageBuilder.at(user).start(String(cString: name), unsafe PageBuilder.dictionary(attributes))
    }
    unsafe handler.endElement = { user, name in
      guard let user = unsafe user, let name = unsafe name else { return }
      unsafe PageBuilder.at(user).end(String(cString: name))
    }
    unsafe handler.characters = { user, bytes, count in unsafe PageBuilder.add(user, bytes, count) }
    unsafe handler.cdataBlock = { user, bytes, count in unsafe PageBuilder.add(user, bytes, count) }
    unsafe handler.ignorableWhitespace = { user, bytes, count in unsafe PageBuilder.add(user, bytes, count) }
    return unsafe handler
  }

  private static func at(_ user: UnsafeMutableRawPointer) -> PageBuilder {
    unsafe Unmanaged<PageBuilder>.fromOpaque(user).takeUnretainedValue()
  }

  private static func add(_ user: UnsafeMutableRawPointer?, _ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
    guard let user = unsafe user, let bytes = unsafe bytes, count > 0 else { return }
    unsafe at(user).text(Array(UnsafeBufferPointer(start: bytes, count: Int(count))))
  }

  /// Names and values, which alternate up to a null name; an attribute without a value has an empty one.
  private static func dictionary(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> [String: String] {
    guard let list = unsafe list else { return [:] }
    var attributes: [String: String] = [:]
    var at = 0
    while let name = unsafe list[at] {
      let key = unsafe String(cString: name).lowercased()
      let value = unsafe list[at + 1].map { unsafe String(cString: $0) } ?? ""
      if attributes[key] == nil { attributes[key] = value }
      at += 2
    }
    return attributes
  }

  private func start(_ name: String, _ attributes: [String: String]) {
    elements.append(PageTree.Element(name: name.lowercased(), attributes: attributes, parent: open.last))
    open.append(elements.count - 1)
    items.append(.open(elements.count - 1))
  }

  private func end(_ name: String) {
    guard let depth = open.lastIndex(where: { elements[$0].name == name.lowercased() }) else { return }
    while open.count > depth { items.append(.close(open.removeLast())) }
  }

  private func text(_ bytes: [UInt8]) {
    guard let element = open.last, let context = unsafe context else { return }
    let end = min(max(last, unsafe xmlByteConsumed(context)), source.count)
    items.append(.text(located(bytes, before: end), of: element))
  }

  /// `bytes` with their places in the source, of which libxml2 has read all up to `end`.
  private func located(_ bytes: [UInt8], before end: Int) -> TracedText {
    var text = TracedText()
    let start = end - bytes.count
    if start >= last, source[start..<end].elementsEqual(bytes) {
      text.appendExactly(source, start..<end)
      last = end
    } else if let reference = source[last..<end].firstIndex(of: 0x26) {
      last = append(bytes, writtenAt: reference..<end, to: &text)
    } else {
      // Some bytes between were dropped, such as control characters: each byte is found from the one before on.
      for byte in bytes {
        let place = source[last..<end].firstIndex(of: byte) ?? max(0, min(last, source.count - 1))
        text.append(byte, from: place)
        last = min(place + 1, end)
      }
    }
    return text
  }

  /// Adds what a reference to a character stands for; gives the byte after the reference.
  private func append(_ bytes: [UInt8], writtenAt place: Range<Int>, to text: inout TracedText) -> Int {
    if let reference = CharacterReference(source, at: place.lowerBound), reference.length == place.count {
      text.append(reference.scalar, from: place)
      return place.upperBound
    }
    // An ampersand that starts no reference is called out apart from what follows it.
    let stop = bytes == [0x26] ? place.lowerBound + 1 : place.upperBound
    for (index, byte) in bytes.enumerated() {
      let isEnd = index == bytes.count - 1 && index > 0
      text.append(byte, from: isEnd ? stop - 1 : min(place.lowerBound + index, stop - 1))
    }
    return stop
  }
}
