import CEmbedded
import CPicture
import Glibc

/// A picture as pixels.
///
/// The font is a constant of the program, and other pointers live for the call that they are made for.
struct Canvas {
  let width: Int
  let height: Int
  /// Three bytes a pixel: red, green and blue.
  private(set) var pixels: [UInt8]
  private let scale: Float
  private let ink: UInt32

  /// A picture painted on `paper`, each of its units `scale` pixels long, its words in `ink`: 0xRRGGBB.
  init(_ picture: Picture, scale: Float, ink: UInt32, paper: UInt32) {
    self.scale = scale
    self.ink = ink
    width = max(1, Int((Float(picture.width) * scale).rounded()))
    height = max(1, Int((Float(picture.height) * scale).rounded()))
    pixels = [UInt8](repeating: 0, count: 3 * width * height)
    for pixel in 0..<(width * height) {
      for part in 0..<3 { pixels[3 * pixel + part] = UInt8(truncatingIfNeeded: paper >> UInt32(16 - 8 * part)) }
    }
    for shape in picture.shapes { draw(shape) }
  }

  /// Whether there is a letter for all that is written in a picture. Letters that join or change with those beside them
  /// are none of ours.
  static func hasLetters(for picture: Picture) -> Bool {
    var known: Set<Unicode.Scalar> = []
    for case .words(let text, _, _, _, _) in picture.shapes {
      for letter in text.unicodeScalars where !known.contains(letter) {
        guard unsafe picture_font_has(embedded_labels().bytes, letter.value) else { return false }
        known.insert(letter)
      }
    }
    return true
  }

  /// The pixels as a PNG; nil where there is no memory.
  var png: [UInt8]? {
    var pixels = pixels
    return unsafe pixels.withUnsafeMutableBufferPointer { pixels in
      let canvas = unsafe PictureCanvas(pixels: pixels.baseAddress, width: Int32(width), height: Int32(height))
      var count = 0
      guard let bytes = unsafe picture_png(canvas, &count) else { return nil }
      defer { unsafe free(bytes) }
      return unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    }
  }

  // MARK: Shapes

  private mutating func draw(_ shape: Picture.Shape) {
    switch shape {
    case .bar(let x, let y, let width, let height, let percent):
      let (left, top, right, bottom) = (Float(x), Float(y), Float(x + width), Float(y + height))
      fill([(left, top), (right, top), (right, bottom), (left, bottom)], Picture.barColour, percent: percent)
    case .box(let x, let y, let width, let height):
      // Half of the frame lies within, half without.
      let line = max(1, 1 / scale)
      fill(Self.box(x, y, width, height, beyond: line / 2), Picture.barColour)
      fill(Self.box(x, y, width, height, beyond: -line / 2), Picture.boxColour)
    case .curve(let from, let one, let other, let to):
      fill(Self.line(along: [from, one, other, to], width: max(1, 1 / scale)), Picture.barColour)
    case .arrow(let tip, let length):
      let (x, y) = (Float(tip.x), Float(tip.y))
      fill([(x, y), (x + Float(length), y - 4), (x + Float(length), y + 4)], Picture.barColour)
    case .words(let text, let x, let y, let anchor, let lettering):
      write(text, Float(x) * scale, Float(y) * scale, anchor, lettering)
    }
  }

  private mutating func fill(_ outline: [(x: Float, y: Float)], _ colour: UInt32, percent: Int = 100) {
    let corners = outline.flatMap { [$0.x * scale, $0.y * scale] }
    let paint = PicturePaint(colour: colour, opacity: Int32(percent * 255 / 100))
    unsafe withCanvas { unsafe picture_fill_outline($0, paint, corners, corners.count / 2) }
  }

  private mutating func write(
    _ text: String, _ x: Float, _ y: Float, _ anchor: Picture.Anchor, _ lettering: Picture.Lettering
  ) {
    let font = unsafe embedded_labels().bytes
    let size = Float(lettering == .small ? Picture.smallSize : Picture.size) * scale
    let widths = text.unicodeScalars.map { unsafe picture_letter_width(font, size, $0.value) }
    let whole = widths.reduce(0, +)
    var place = x - (anchor == .start ? 0 : anchor == .end ? whole : whole / 2)
    let paint = PicturePaint(colour: lettering == .boxed ? Picture.boxedColour : ink, opacity: 255)
    for (letter, width) in zip(text.unicodeScalars, widths) {
      unsafe withCanvas { unsafe picture_fill_letter($0, paint, font, size, letter.value, place, y) }
      place += width
    }
  }

  private mutating func withCanvas(_ paint: (PictureCanvas) -> Void) {
    unsafe pixels.withUnsafeMutableBufferPointer {
      unsafe paint(PictureCanvas(pixels: $0.baseAddress, width: Int32(width), height: Int32(height)))
    }
  }

  // MARK: Outlines

  /// A box with round corners, larger than it is said to be by so much on every side.
  private static func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, beyond: Float) -> [(x: Float, y: Float)] {
    let (left, top) = (Float(x) - beyond, Float(y) - beyond)
    let (right, bottom) = (Float(x + width) + beyond, Float(y + height) + beyond)
    let radius = Float(Picture.cornerRadius) + beyond
    // Each corner as a curve towards its point, in eighths.
    func corner(_ x: Float, _ y: Float, from: (Float, Float), to: (Float, Float)) -> [(x: Float, y: Float)] {
      (0...8).map { step in
        let part = Float(step) / 8
        let (before, after) = ((1 - part) * (1 - part), part * part)
        return (
          x + radius * (before * from.0 + after * to.0), y + radius * (before * from.1 + after * to.1)
        )
      }
    }
    return corner(left, top, from: (0, 1), to: (1, 0)) + corner(right, top, from: (-1, 0), to: (0, 1))
      + corner(right, bottom, from: (0, -1), to: (-1, 0)) + corner(left, bottom, from: (1, 0), to: (0, -1))
  }

  /// A line of this width along a cubic curve: there on its one side, back on the other.
  private static func line(along points: [Picture.Point], width: Float) -> [(x: Float, y: Float)] {
    let steps = 32
    var there: [(x: Float, y: Float)] = []
    var back: [(x: Float, y: Float)] = []
    for step in 0...steps {
      let part = Float(step) / Float(steps)
      let rest = 1 - part
      let weights = [rest * rest * rest, 3 * rest * rest * part, 3 * rest * part * part, part * part * part]
      let slopes = [-rest * rest, rest * rest - 2 * rest * part, 2 * rest * part - part * part, part * part]
      let x = zip(points, weights).reduce(0) { $0 + Float($1.0.x) * $1.1 }
      let y = zip(points, weights).reduce(0) { $0 + Float($1.0.y) * $1.1 }
      let (across, down) = (
        zip(points, slopes).reduce(0) { $0 + Float($1.0.x) * $1.1 },
        zip(points, slopes).reduce(0) { $0 + Float($1.0.y) * $1.1 }
      )
      let length = (across * across + down * down).squareRoot()
      let (aside, below) = length > 0 ? (-down / length * width / 2, across / length * width / 2) : (0, width / 2)
      there.append((x + aside, y + below))
      back.append((x - aside, y - below))
    }
    return there + back.reversed()
  }
}
