public import ClaimModel

extension Senses {
  /// The senses of a file's bytes (see `opposites.txt` for the form).
  ///
  /// - Throws: all that is wrong with it.
  init(parsing bytes: [UInt8], file: String) throws(VocabularyErrors) {
    var parser = SensesParser(bytes: bytes, file: file)
    try parser.parse()
    self = parser.senses
  }

  /// The senses that come with the program, read when they are first asked for.
  public static let shipped: Senses = {
    do throws(VocabularyErrors) {
      return try Senses(parsing: ShippedFile.opposites, file: "opposites.txt")
    } catch {
      fatalError("opposites.txt cannot be read: \(error.diagnostics)")
    }
  }()
}
