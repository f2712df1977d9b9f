import CEmbedded

extension Vocabulary {
  /// The vocabulary that comes with the program, read when it is first asked for.
  public static let shipped: Vocabulary = {
    var parser = VocabularyParser(bytes: ShippedFile.vocabulary, file: "world.vocabulary")
    do throws(VocabularyErrors) {
      return try parser.vocabulary(over: nil)
    } catch {
      fatalError("world.vocabulary cannot be read: \(error.diagnostics)")
    }
  }()
}

extension Topics {
  /// The topics that come with the program, read when they are first asked for.
  public static let shipped: Topics = {
    do throws(VocabularyErrors) {
      return try Topics(parsing: ShippedFile.topics, file: "topics.txt")
    } catch {
      fatalError("topics.txt cannot be read: \(error.diagnostics)")
    }
  }()
}

/// Copies of the files that the binary carries.
enum ShippedFile {
  static var vocabulary: [UInt8] { unsafe bytes(of: embedded_vocabulary()) }
  static var topics: [UInt8] { unsafe bytes(of: embedded_topics()) }
  static var opposites: [UInt8] { unsafe bytes(of: embedded_opposites()) }

  private static func bytes(of file: EmbeddedFile) -> [UInt8] {
    // The file is a constant of the binary: its bytes are there, and stay as they are, as long as the process runs.
    unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }
}
