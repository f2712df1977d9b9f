/// Which Hearsay this is.
public enum Version {
  /// The version, by semver.org.
  public static let number = "0.1.0"
}
