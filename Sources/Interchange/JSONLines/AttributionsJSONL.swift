public import ClaimModel

/// Writes attributions as lines of JSON: `file`, then `source`, `cue` and `content`, each a list of pairs of byte offsets
/// into the original file.
public enum AttributionsJSONL {
  /// The line for `relation`, which was read out of `article`, without a line break at its end.
  public static func line(for relation: AttributionRelation, of article: Article) -> String {
    var object = JSONObject()
    object.add("file", article.file)
    for (name, ranges) in [("source", relation.source), ("cue", relation.cue), ("content", relation.content)] {
      object.add(name, json: "[" + ranges.map { "[\($0.start),\($0.end)]" }.joined(separator: ",") + "]")
    }
    return object.text
  }
}
