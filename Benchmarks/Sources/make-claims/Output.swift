import Glibc

/// The files of a set of claims.
enum Output {
  /// The claim's id: sixteen hexadecimal digits.
  static func identifier(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A claim as Hearsay's interchange has it, which tells what its place lies in where that is news. Names and words need no
  /// escapes.
  static func line(_ claim: World.Claim, placeIsNew: Bool) -> String {
    var line =
      "{\"id\":\"\(identifier(claim.number))\",\"subject\":\"\(claim.subject)\",\"relation\":\"\(claim.relation)\""
    if let object = claim.object { line += ",\"object\":\"\(object)\"" }
    if let place = claim.place { line += ",\"location\":\"\(place.name)\"" }
    line += ",\"source\":\"\(claim.document)\",\"speaker\":\"\(claim.speaker)\""
    line += ",\"polarity\":\"\(claim.isDenied ? "denied" : "affirmed")\",\"certainty\":\"\(claim.certainty)\""
    if let date = claim.date { line += ",\"date\":\"\(date)\"" }
    if let quantity = claim.quantity { line += ",\"quantity\":\(quantity)" }
    line += ",\"text\":\"\(claim.text)\""
    if placeIsNew, let place = claim.place, place.level > 0 { line += ",\"entities\":[\(lineage(place))]" }
    return line + "}\n"
  }

  /// The place and what it lies in.
  private static func lineage(_ place: World.Place) -> String {
    let broader = place.broader
    let within = broader.map { ",\"broader\":\"\($0.name)\"" } ?? ""
    let entry = "{\"name\":\"\(place.name)\",\"kind\":\"place\"\(within)}"
    return broader.map { entry + "," + lineage($0) } ?? entry
  }

  static let header = "id,subject,relation,object,location,source,speaker,polarity,certainty,date,quantity,text\n"

  /// The same claim as a record of CSV.
  static func record(_ claim: World.Claim) -> String {
    let quantity = claim.quantity.map(String.init) ?? ""
    let fields = [
      identifier(claim.number), claim.subject, claim.relation, claim.object ?? "", claim.place?.name ?? "",
      claim.document,
      claim.speaker, claim.isDenied ? "denied" : "affirmed", claim.certainty, claim.date ?? "", quantity, claim.text,
    ]
    return fields.joined(separator: ",") + "\n"
  }
}
