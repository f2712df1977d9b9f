import Testing
import TextForms

@Suite struct FoldedKeyTests {
  @Test(arguments: [
    ("Pakistan", "pakistan"), ("  Khyber \t\n Agency ", "khyber agency"), ("São Paulo", "sao paulo"),
    ("ISIS‑K", "isis-k"), ("ISIS–K", "isis-k"), ("Sana’a", "sana'a"), ("Sana`a", "sana'a"), ("Sanʿa", "san'a"),
    ("Sana´a", "sana'a"), ("“Burhan”", "\"burhan\""), ("«Zaid»", "\"zaid\""), ("Straße", "strasse"),
    ("İstanbul", "istanbul"),
    ("Diyarbakır", "diyarbakir"), ("Łódź", "lodz"), ("Tromsø", "tromso"), ("ﬁghters", "fighters"), ("Ｐａｋ", "pak"),
    ("New\u{A0}York", "new york"), ("Tali\u{200B}ban", "taliban"), ("Tali\u{AD}ban", "taliban"),
    ("Қазақстан", "қазақстан"), ("طالبان", "طالبان"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("", ""), (" \u{3000} ", ""),
    ("Nuku\u{2BB}alofa", "nuku'alofa"), ("a\u{0}b", "a\u{0}b"),
  ])
  func aNameIsFolded(_ name: String, _ key: String) {
    #expect(name.foldedKey == key)
  }

  @Test func foldingAgainChangesNothing() {
    for name in ["Sana´a", "İ", "ŁÓDŹ", "‘‹›’", "Ünïcödé  Näme", "½ ﬃ ㎏", "e\u{301}\u{302}", "\u{301}"] {
      #expect(name.foldedKey.foldedKey == name.foldedKey)
    }
  }

  /// What is plain ASCII takes a way of its own, which must lead to the same key.
  @Test func bothWaysLeadToTheSameKey() {
    for first in 0..<128 {
      let name = "X\(Character(Unicode.Scalar(UInt8(first)))) y"
      let longWay = "\(name) é".foldedKey
      #expect(longWay == "\(name) E".foldedKey, "character \(first)")
    }
  }
}

@Suite struct CellWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("Kābul", 5), ("Ka\u{304}bul", 5), ("東京", 4), ("서울", 4), ("ｱ", 1), ("Ａ", 2), ("🙂", 2),
    ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇵🇰", 2), ("❤️", 2), ("…", 1), ("—", 1), ("\u{1112}\u{1161}\u{11AB}", 2), ("\u{200B}", 0),
    ("a\u{7}b", 2), ("کابل", 4), ("เก้า", 3), ("½", 1),
  ])
  func aTextTakesCells(_ text: String, _ cells: Int) {
    #expect(text.cellWidth == cells)
  }
}

@Suite struct VisibleFormTests {
  @Test(arguments: [
    ("plain", "plain"), ("\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m"), ("\u{1B}]0;title\u{7}", "␛]0;title␇"),
    ("\u{9B}31m", "<U+009B>31m"), ("\u{0}", "␀"), ("\u{7F}", "␡"), ("a\tb\nc\r\nd", "a b c  d"), ("\u{8}", "␈"),
    ("\u{202E}gnirts", "<U+202E>gnirts"), ("\u{2066}x\u{2069}", "<U+2066>x<U+2069>"), ("\u{FEFF}x", "<U+FEFF>x"),
    ("\u{E0041}", "<U+E0041>"), ("a\u{2028}b", "a<U+2028>b"), ("می‌روند", "می‌روند"), ("👩‍👩‍👧 ❤️", "👩‍👩‍👧 ❤️"), ("é", "é"),
  ])
  func whatATerminalWouldObeyIsShown(_ text: String, _ shown: String) {
    #expect(text.visibleForm() == shown)
  }

  @Test func linesAreKeptWhereAskedFor() {
    #expect("a\nb\tc\u{1B}".visibleForm(keepingLines: true) == "a\nb c␛")
  }

  @Test func noControlIsLeft() {
    for value in (0...0x2100 as ClosedRange<UInt32>) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = String(Character(scalar)).visibleForm()
      #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control }, "U+\(value)")
      #expect(shown.visibleForm() == shown)
    }
  }
}

@Suite struct JSONQuotedTests {
  @Test(arguments: [
    ("", #""""#), ("plain é 東", #""plain é 東""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("/", #""/""#),
    ("🙂", #""🙂""#),
  ])
  func aTextIsQuoted(_ text: String, _ quoted: String) {
    #expect(text.jsonQuoted == quoted)
  }
}
