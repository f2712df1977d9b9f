public import Query

/// What a terminal that shows pictures can take.
public struct TerminalGraphics: Hashable, Sendable {
  /// How a picture is sent.
  public enum Language: String, Hashable, Sendable, CaseIterable {
    /// kitty's graphics protocol, as PNG.
    case kitty
    /// The sixels of the VT340.
    case sixel
  }

  /// How a picture is sent.
  public var language: Language
  /// How many cells a line of the terminal has.
  public var columns: Int
  /// How many lines it has.
  public var rows: Int
  /// How many pixels wide a cell is.
  public var cellWidth: Int
  /// How many pixels high a cell is.
  public var cellHeight: Int
  /// The colour of its text, 0xRRGGBB.
  public var ink: UInt32
  /// The colour of its ground, 0xRRGGBB.
  public var paper: UInt32

  /// A terminal; where its colours are not known, a picture stands on white paper.
  public init(
    _ language: Language, columns: Int, rows: Int, cellWidth: Int, cellHeight: Int, ink: UInt32 = 0x202020,
    paper: UInt32 = 0xffffff
  ) {
    self.language = language
    self.columns = columns
    self.rows = rows
    self.cellWidth = cellWidth
    self.cellHeight = cellHeight
    self.ink = ink
    self.paper = paper
  }
}

extension ResultFormat {
  /// The answer with its picture as an image, the same that `as svg` writes; nil where there is none, where it would not
  /// fit the screen at a size that can be read, or where there are no letters for its words. Then `write` draws it.
  public func image(of table: ResultTable, layout: Layout, on graphics: TerminalGraphics) -> String? {
    let columns = ChartColumns(table, layout)
    guard let format = self as? any PictureFormat, let picture = format.picture(of: columns), !picture.shapes.isEmpty,
      let scale = graphics.scale(of: picture), Canvas.hasLetters(for: picture)
    else { return nil }
    let canvas = Canvas(picture, scale: scale, ink: graphics.ink, paper: graphics.paper)
    let image: String? =
      switch graphics.language {
      case .kitty: canvas.png.map { KittyImage.text(of: $0) }
      case .sixel: SixelImage.text(of: canvas)
      }
    guard let image else { return nil }
    let heading = picture.heading.map { layout.style.paint($0.clipped(to: graphics.columns), .heading) + "\n" } ?? ""
    return heading + image + "\n" + layout.style.paint(format.footer(of: columns), .faint) + "\n"
  }
}

extension TerminalGraphics {
  /// Lines of the screen that are left to the question, the heading, the line under the picture and the next prompt.
  private static let linesAround = 4
  /// Smaller than this nobody can read the letters, in pixels.
  private static let leastSize = 9

  /// How many pixels a unit of the picture takes, so that its letters are as high as those of the terminal, or less where
  /// it would not fit.
  fileprivate func scale(of picture: Picture) -> Float? {
    guard cellWidth > 0, cellHeight > 0, rows > Self.linesAround else { return nil }
    let wanted = Float(cellHeight) / 17
    let across = Float(columns * cellWidth) / Float(picture.width)
    let down = Float((rows - Self.linesAround) * cellHeight) / Float(picture.height)
    let scale = min(wanted, across, down, 4000 / Float(max(picture.width, picture.height)))
    return scale * Float(Picture.size) >= Float(Self.leastSize) ? scale : nil
  }
}

/// A picture in kitty's graphics protocol.
enum KittyImage {
  /// How many letters of Base64 a piece may have.
  private static let piece = 4096

  /// The commands that show a PNG at the cursor; the terminal is asked to answer nothing.
  static func text(of png: [UInt8]) -> String {
    let letters = Array(Base64.text(of: png).utf8)
    var text = ""
    for start in stride(from: 0, to: letters.count, by: piece) {
      let end = min(start + piece, letters.count)
      let control = (start == 0 ? "a=T,f=100,q=2," : "") + "m=\(end < letters.count ? 1 : 0)"
      text += "\u{1B}_G\(control);\(String(decoding: letters[start..<end], as: UTF8.self))\u{1B}\\"
    }
    return text
  }
}
