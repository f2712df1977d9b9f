/// Sixels read back into pixels, as a terminal does it.
struct SixelReader {
  private(set) var width = 0
  private(set) var height = 0
  /// The colour of each pixel, in percent of red, green and blue; nil where none was set.
  private(set) var pixels: [[Int]?] = []
  private var colours: [Int: [Int]] = [:]
  private var colour = 0
  private var column = 0
  private var top = 0

  /// The picture in `text`; nil where it is no sixels.
  init?(_ text: String) {
    guard text.hasPrefix("\u{1B}P0;1q"), text.hasSuffix("\u{1B}\\") else { return nil }
    var rest = text.dropFirst("\u{1B}P0;1q".count).dropLast(2)
    while let sign = rest.popFirst() {
      let numbers = rest.prefix { $0.isNumber || $0 == ";" }.split(separator: ";").compactMap { Int($0) }
      switch sign {
      case "\"":
        (width, height) = (numbers[2], numbers[3])
        pixels = Array(repeating: nil, count: width * height)
      case "#":
        if numbers.count == 5 { colours[numbers[0]] = Array(numbers[2...]) }
        colour = numbers[0]
      case "!":
        rest = rest.drop { $0.isNumber }
        guard let sixel = rest.popFirst() else { return nil }
        for _ in 0..<numbers[0] { put(sixel) }
        continue
      case "$": column = 0
      case "-": (column, top) = (0, top + 6)
      default: put(sign)
      }
      if sign == "\"" || sign == "#" { rest = rest.drop { $0.isNumber || $0 == ";" } }
    }
  }

  private mutating func put(_ sixel: Character) {
    let bits = Int(sixel.asciiValue ?? 63) - 63
    for line in 0..<6 where bits >> line & 1 == 1 { pixels[(top + line) * width + column] = colours[colour] }
    column += 1
  }
}
