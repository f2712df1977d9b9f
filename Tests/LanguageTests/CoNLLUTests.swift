import ClaimModel
import Language
import Testing

@Suite struct CoNLLUTests {
  static let afghans = """
    # sent_id = 1
    # text = They don't know.
    1\tThey\tthey\tPRON\tPRP\t_\t4\tnsubj\t_\t_
    2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdo\tdo\tAUX\tVBP\t_\t4\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    4\tknow\tknow\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_


    """

  @Test func whatIsWrittenIsWhatWasRead() throws {
    let document = try CoNLLU.document(Self.afghans)
    #expect(document.text == "They don't know.")
    #expect(CoNLLU.text(of: document.sentences, in: document.text) == Self.afghans)
  }

  @Test func wordsOfOneTokenSayThatTheyContinueIt() throws {
    let tokens = try #require(CoNLLU.parse(Self.afghans).first).tokens
    #expect(tokens.map(\.continuesWord) == [false, false, true, false, false])
    #expect(tokens[2].range == TextRange(7, 10))
    #expect(tokens.map(\.head) == [3, 3, 3, nil, 3])
  }

  @Test func paragraphsAreApartInTheText() throws {
    let word = "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
    let document = try CoNLLU.document("# newdoc id = a\n\(word)# newpar\n\(word)\(word)")
    #expect(document.text == "Yes\n\nYes Yes")
    #expect(document.documents == ["a", "a", "a"])
  }

  @Test func emptyNodesAndCommentsAreLeftOut() throws {
    let text = "# anything\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n1.1\tb\tb\tX\t_\t_\t_\t_\t0:root\t_\n"
    #expect(try CoNLLU.parse(text).first?.tokens.map(\.form) == ["a"])
  }

  @Test func tokensAloneNeedNoTree() throws {
    let tokens = try #require(CoNLLU.parse("1\ta\t_\t_\t_\t_\t_\t_\t_\t_\n").first).tokens
    #expect(tokens.first?.head == nil)
    #expect(tokens.first?.lemma == "a")
  }

  @Test(arguments: [
    ("1\ta\ta\tX\n", 1, "4 columns"),
    ("\n\n1\ta\ta\tNOUNS\t_\t_\t0\troot\t_\t_\n", 3, "NOUNS"),
    ("1\ta\ta\tX\t_\t_\t7\tdep\t_\t_\n\n", 1, "7"),
    ("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n3\tb\tb\tX\t_\t_\t1\tdep\t_\t_\n", 2, "should be 2"),
    ("1\ta\ta\tX\t_\t_\t0\tsubject\t_\t_\n", 1, "subject"),
    ("1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 2, "lacks words"),
  ])
  func malformedLinesAreNamed(text: String, line: Int, reason: String) throws {
    let diagnostic = #expect(throws: Diagnostic.self) { try CoNLLU.parse(text) }
    #expect(diagnostic?.place?.line == line)
    #expect(diagnostic?.message.contains(reason) == true)
  }

  @Test func controlCharactersAreNotWritten() {
    let token = Token(form: "a\u{1B}[31m", range: TextRange(0, 6))
    let written = CoNLLU.text(of: [Sentence(tokens: [token], range: TextRange(0, 6))], in: "a\u{1B}[31m")
    #expect(!written.contains("\u{1B}"))
  }
}
