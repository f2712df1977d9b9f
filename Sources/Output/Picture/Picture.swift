import TextForms

/// A picture as it is put together, in whole numbers, so that all machines draw the same; written as SVG, or painted for a
/// terminal. Extensions draw the charts.
struct Picture {
  /// What a picture consists of.
  enum Shape: Hashable {
    /// A bar or a cell, the darker the more percent of its colour it has.
    case bar(x: Int, y: Int, width: Int, height: Int, percent: Int)
    /// A frame with round corners.
    case box(x: Int, y: Int, width: Int, height: Int)
    /// A line that bends as a cubic curve.
    case curve(from: Point, Point, Point, to: Point)
    /// The head of an arrow whose point is at `tip` and which is so long; less than zero where it points to the right.
    case arrow(tip: Point, length: Int)
    /// Letters on a line at the height `y`.
    case words(String, x: Int, y: Int, anchor: Anchor, Lettering)
  }

  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// Which part of some words stands at their place.
  enum Anchor: String {
    case start, middle, end
  }

  /// How words are written.
  enum Lettering {
    /// In the colour of the text around, or small.
    case plain, small
    /// In a box, on its own ground.
    case boxed
  }

  /// The colours: 0xRRGGBB.
  static let barColour: UInt32 = 0x4878a8
  static let boxColour: UInt32 = 0xeef3f8
  static let boxedColour: UInt32 = 0x102030
  static let cornerRadius = 6
  static let size = 13
  static let smallSize = 11
  static let margin = 10

  var shapes: [Shape] = []
  /// All that is drawn, in words.
  var words: [String] = []
  var width: Int
  var height: Int
  let title: String
  /// What the numbers are, for a line above; nil where the picture says it.
  var heading: String?

  /// An empty picture of this size.
  init(title: String, width: Int = 800, height: Int = 0) {
    self.title = title
    self.width = width
    self.height = height
  }
}

/// A format that draws, of which pages and terminals can have the picture itself.
protocol PictureFormat: ResultFormat {
  /// The picture; nil where the answer has nothing for it.
  func picture(of columns: ChartColumns) -> Picture?

  /// The line under the picture.
  func footer(of columns: ChartColumns) -> String
}

extension PictureFormat {
  /// How many rows there are.
  func footer(of columns: ChartColumns) -> String { columns.footer }
}
