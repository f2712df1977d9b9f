/// Which Hearsay this is.
public enum Version {
  /// The version, by semver.org.
  public static let number = "0.1.0"

  /// What claims say that Hearsay has made.
  public static let extractor = extractorName + number

  /// What the names of all versions of Hearsay as an extractor start with.
  private static let extractorName = "hearsay "

  /// Whether `extractor` names some version of Hearsay.
  public static func isHearsay(_ extractor: String) -> Bool { extractor.hasPrefix(extractorName) }
}
