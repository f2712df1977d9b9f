/// A query for each attribute, for `help` and the reference page.
enum AttributeExamples {
  /// Those of claims that show more than which values there are.
  private static let ofClaims = [
    "subject": "claims where subject = ISKP group by relation limit 3",
    "relation": "claims where relation = kill show subject, object, quantity",
    "object": "claims where object = ISKP group by relation limit 3",
    "location": "claims where location = Afghanistan show subject, relation, object limit 3",
    "date": "claims where date = 2025 show subject, relation, date limit 3",
    "quantity": "claims where quantity > 20 show quantity, unit, subject, relation",
    "unit": "claims where unit has member show quantity, unit, relation",
    "polarity": "claims where polarity = denied group by source",
    "certainty": "claims where certainty < certain group by certainty",
    "status": "claims where status is present group by status limit 3",
    "topic": "claims where topic = violence group by topic limit 3",
    "about": "claims where about = Taliban group by source",
    "speaker": "claims where speaker is present group by speaker limit 3",
    "via": "claims where via is missing group by source limit 3",
    "cue": "claims where cue is present group by cue limit 3",
    "confidence": "claims where confidence >= 0.8 group by source",
    "mentions": "claims where mentions > 1 and repeats is missing show subject, relation, object, mentions limit 3",
    "repeats": "claims where repeats is missing group by source",
    "contradictions": "claims where contradictions > 0 group by source",
    "corroborations": "claims where corroborations = 0 and repeats is missing group by source",
    "copies": "sentences where copies > 1 show source, number, copies",
  ]

  /// A query that shows what an attribute holds.
  static func example(of attribute: Attribute, _ noun: Noun) -> String {
    if noun.name == Nouns.claims.name {
      if let example = ofClaims[attribute.name] { return example }
      let isWordy = [.text, .claim].contains(attribute.type) || attribute.type.isList
      return isWordy ? "claims show \(attribute.name) limit 2" : "claims group by \(attribute.name) limit 3"
    }
    let first = noun.attributes[0].name
    return "\(noun.name) show \(first == attribute.name ? "" : first + ", ")\(attribute.name) limit 2"
  }
}
