import ClaimModel
import Query
import TextForms

/// A picture for pages: that which `as … as svg` names, else a timeline where the answer has dates, a matrix where it has
/// several columns of numbers, else bars.
///
/// All that is drawn stands in the description too, for those who hear a page.
struct SVGFormat: ResultFormat {
  let name = "svg"

  func write(_ table: ResultTable, layout: Layout, to output: inout some TextOutputStream) {
    let columns = ChartColumns(table, layout)
    let format = table.picture.flatMap { OutputFormats.named($0) } as? any PictureFormat
    let picture = format?.picture(of: columns) ?? Self.usual(columns)
    output.write(picture.svg)
  }

  private static func usual(_ columns: ChartColumns) -> Picture {
    Timeline(columns).map { Picture($0) }
      ?? (columns.numbers.count > 1 ? Picture(Matrix(columns)) : Picture(BarChart(columns)))
  }
}

extension Picture {
  /// The picture as SVG.
  fileprivate var svg: String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img" font-family="sans-serif" \
    font-size="\(Self.size)">
    <title>\(title.htmlEscaped)</title>
    <desc>\(words.joined(separator: "; ").htmlEscaped)</desc>
    \(shapes.map(\.svg).joined(separator: "\n"))
    </svg>

    """
  }

  fileprivate static func svg(_ colour: UInt32) -> String {
    let digits = String(colour, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension Picture.Shape {
  fileprivate var svg: String {
    let bar = Picture.svg(Picture.barColour)
    switch self {
    case .bar(let x, let y, let width, let height, let percent):
      return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(bar)\" "
        + "fill-opacity=\"\(percent)%\"/>"
    case .box(let x, let y, let width, let height):
      return "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(Picture.cornerRadius)\" "
        + "fill=\"\(Picture.svg(Picture.boxColour))\" stroke=\"\(bar)\"/>"
    case .curve(let from, let one, let other, let to):
      return "<path d=\"M\(from.x) \(from.y) C\(one.x) \(one.y) \(other.x) \(other.y) \(to.x) \(to.y)\" fill=\"none\" "
        + "stroke=\"\(bar)\"/>"
    case .arrow(let tip, let length):
      return "<path d=\"M\(tip.x) \(tip.y) l\(length) -4 v8 z\" fill=\"\(bar)\"/>"
    case .words(let text, let x, let y, let anchor, let lettering):
      let size = lettering == .small ? " font-size=\"\(Picture.smallSize)\"" : ""
      let colour = lettering == .boxed ? Picture.svg(Picture.boxedColour) : "currentColor"
      return "<text x=\"\(x)\" y=\"\(y)\" text-anchor=\"\(anchor.rawValue)\"\(size) fill=\"\(colour)\">"
        + "\(text.htmlEscaped)</text>"
    }
  }
}
