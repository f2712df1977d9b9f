import Foundation
import TestSupport
import Testing

/// Each rule of `Sources/Claims` has a comment and a file of marked sentences, from which its page in the manual is made.
@Suite struct RuleManualTests {
  @Test func manualIsCurrent() throws {
    let page = try RuleManual().page { try GoldenCase.text("claims/\($0).claims") }
    try GoldenCase.expect(page, equals: "../../Docs/rules.md")
  }

  @Test func everyRuleHasItsSentences() throws {
    let manual = try RuleManual()
    let files = Set(
      GoldenCase.files(in: "claims", suffix: ".conllu").map { $0.deletingPathExtension().lastPathComponent })
    #expect(manual.rules.count > 40)
    for rule in manual.rules {
      #expect(files.contains(rule.cases), "\(rule.name) has no \(rule.cases).conllu")
      #expect(!rule.comment.isEmpty, "\(rule.name) has no comment")
    }
    #expect(files.subtracting(manual.rules.flatMap(manual.cases(of:))) == [])
  }

  /// What is named as no rule exists, and each rule belongs to a part of the page.
  @Test func everyFileIsARuleOrNot() throws {
    let manual = try RuleManual()
    #expect(RuleManual.others.subtracting(manual.names) == [])
    #expect(manual.names.subtracting(RuleManual.others).subtracting(manual.rules.map(\.name)) == [])
  }
}
