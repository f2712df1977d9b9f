/// Tells sentences apart by numbers, so that files can speak of them without their words.
enum SentenceHash {
  /// FNV-1a over the sentence's bytes (Fowler, Noll and Vo).
  static func hash(_ sentence: String) -> UInt32 {
    sentence.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
