import Synchronization
import Testing

@testable import Shell

@Suite struct ProgressTests {
  private static let articles = ProgressLine(verb: "reading", items: ("articles", 1000), bytes: 4_000_000)

  @Test func lineTellsRateAndTimeLeft() {
    let text = Self.articles.text(items: 312, bytes: 1_000_000, after: .seconds(2), width: 100)
    #expect(text == "reading ██████                   312 of 1000 articles, 500 kB/s, 0:06 left")
    let file = ProgressLine(verb: "importing", items: nil, bytes: 200_000_000)
    #expect(
      file.text(items: 0, bytes: 50_000_000, after: .milliseconds(500), width: 60)
        == "importing ██▎       50.0 of 200.0 MB, 100.0 MB/s, 0:02 left")
  }

  @Test(arguments: [0, 1, 10, 40, 60, 200])
  func lineFitsTheTerminal(width: Int) {
    for bytes in [0, 1, 2_000_000, 4_000_000, 9_000_000] {
      let text = Self.articles.text(items: 5, bytes: bytes, after: .zero, width: width)
      #expect(text.count < max(1, width))
    }
  }

  @Test func isGoneWhenDone() throws {
    let console = DrawingConsole()
    let progress = try #require(Progress(Self.articles, on: console, after: .zero))
    progress.add(items: 1, bytes: 100)
    progress.clear()
    progress.clear()
    #expect(console.drawn.hasPrefix("\rreading "))
    #expect(console.drawn.hasSuffix("\u{1B}[K\r\u{1B}[K"))
  }

  @Test func isNotShownForWhatIsSoonDone() throws {
    let console = DrawingConsole()
    let progress = try #require(Progress(Self.articles, on: console, after: .seconds(1_000_000)))
    progress.add(items: 1, bytes: 100)
    progress.clear()
    #expect(console.drawn.isEmpty)
    #expect(Progress(Self.articles, on: RecordingConsole(width: 80)) == nil)
  }

  /// A console that keeps what is drawn on its terminal.
  private final class DrawingConsole: Console {
    private final class Paper: Sendable {
      let text = Mutex("")
    }

    let outputWidth: Int? = 80
    let reportWidth: Int? = 80
    let takesColour = false
    private let paper = Paper()
    var drawn: String { paper.text.withLock { $0 } }
    var progressDrawer: (@Sendable (String) -> Void)? {
      let paper = paper
      return { line in paper.text.withLock { $0 += line } }
    }

    func write(_ text: String) {}
    func report(_ text: String) {}
  }
}
