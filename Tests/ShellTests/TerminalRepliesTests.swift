import Output
import Testing

@testable import Shell

@Suite struct TerminalRepliesTests {
  @Test(
    arguments: [
      ("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;22c", "kitty"), ("\u{1B}[?62;4;22c", "sixel"), ("\u{1B}[?4c", nil),
      ("\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;4c", "kitty"), ("\u{1B}_Gi=31;EINVAL:no\u{1B}\\\u{1B}[?1;2c", nil), ("", nil),
      ("\u{1B}_Gi=31;OK", nil), ("\u{1B}[?", nil), ("\u{1B}", nil), ("\u{1B}[A", nil),
    ] as [(String, String?)])
  func language(bytes: String, language: String?) {
    #expect(TerminalReplies(Array(bytes.utf8)).language?.rawValue == language)
  }

  @Test func coloursAndKeysAreTold() {
    let bytes =
      "so\u{1B}]10;rgb:ffff/8080/0000\u{1B}\\ur\u{1B}]11;rgb:0/1f/1ff\u{7}ces\u{1B}[A\u{1B}[?1;2c limit 1\u{1B}]10;red\u{7}"
    let replies = TerminalReplies(Array(bytes.utf8))
    #expect(replies.paper == 0x001F1F)
    #expect(String(decoding: replies.typed, as: UTF8.self) == "sources\u{1B}[A limit 1")
    // What is said last counts, and it is no colour.
    #expect(replies.ink == nil)
    #expect(TerminalReplies(Array("\u{1B}]10;rgb:ffff/8080/0000\u{1B}\\".utf8)).ink == 0xFF8000)
  }
}
