/// A picture as sixels: bands of six lines, in each band a run of columns for each colour.
enum SixelImage {
  /// How many colours a terminal has for them.
  private static let mostColours = 256

  /// The commands that show the picture at the cursor. Linear in its pixels times the colours of a band.
  static func text(of canvas: Canvas) -> String {
    let (numbers, colours) = palette(of: canvas)
    var bytes = Array("\u{1B}P0;1q\"1;1;\(canvas.width);\(canvas.height)".utf8)
    for (number, colour) in colours.enumerated() {
      let shares = [16, 8, 0].map { shift in ((colour >> shift & 0xFF) * 100 + 127) / 255 }
      bytes += Array("#\(number);2;\(shares[0]);\(shares[1]);\(shares[2])".utf8)
    }
    for top in stride(from: 0, to: canvas.height, by: 6) {
      if top > 0 { bytes.append(UInt8(ascii: "-")) }
      let lines = min(6, canvas.height - top)
      let band = numbers[(top * canvas.width)..<((top + lines) * canvas.width)]
      write(Array(band), width: canvas.width, lines: lines, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self) + "\u{1B}\\"
  }

  /// Writes a band: of each colour in it which of the six pixels of each column have it.
  private static func write(_ band: [Int], width: Int, lines: Int, to bytes: inout [UInt8]) {
    var columns: [Int: [UInt8]] = [:]
    for line in 0..<lines {
      for column in 0..<width {
        columns[band[line * width + column], default: [UInt8](repeating: 0, count: width)][column] |= 1 << UInt8(line)
      }
    }
    for (place, (number, column)) in columns.sorted(by: { $0.key < $1.key }).enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: "$")) }
      bytes += Array("#\(number)".utf8)
      writeRuns(column, to: &bytes)
    }
  }

  /// Writes columns, those that are alike as one with their number; empty ones at the end are left out.
  private static func writeRuns(_ columns: [UInt8], to bytes: inout [UInt8]) {
    var start = 0
    let end = (columns.lastIndex { $0 != 0 } ?? -1) + 1
    while start < end {
      let run = columns[start..<end].prefix { $0 == columns[start] }.count
      let sixel = columns[start] + 63
      if run > 3 { bytes += Array("!\(run)".utf8) }
      bytes += Array(repeating: sixel, count: run > 3 ? 1 : run)
      start += run
    }
  }

  /// The number of each pixel's colour, and the colours; where there are too many, those that differ least are one.
  private static func palette(of canvas: Canvas) -> (numbers: [Int], colours: [Int]) {
    for bits in 0..<8 {
      if let palette = palette(of: canvas, leavingOut: bits) { return palette }
    }
    return (Array(repeating: 0, count: canvas.width * canvas.height), [0])
  }

  private static func palette(of canvas: Canvas, leavingOut bits: Int) -> (numbers: [Int], colours: [Int])? {
    let mask = (0xFF >> bits) << bits
    // What is left out is made up for in the middle, but white stays white.
    let half = bits > 0 ? 1 << (bits - 1) : 0
    var numberOfColour: [Int: Int] = [:]
    var colours: [Int] = []
    var numbers: [Int] = []
    numbers.reserveCapacity(canvas.width * canvas.height)
    var last = (colour: -1, number: 0)
    for pixel in 0..<(canvas.width * canvas.height) {
      var colour = 0
      for byte in canvas.pixels[(3 * pixel)..<(3 * pixel + 3)] {
        let kept = (Int(byte) & mask) + (byte == 255 ? 255 - mask : half)
        colour = colour << 8 | kept
      }
      if colour != last.colour {
        last = (colour, numberOfColour[colour] ?? colours.count)
        if last.number == colours.count {
          guard colours.count < mostColours else { return nil }
          numberOfColour[colour] = last.number
          colours.append(colour)
        }
      }
      numbers.append(last.number)
    }
    return (numbers, colours)
  }
}
