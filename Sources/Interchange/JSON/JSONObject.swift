import TextForms

/// A JSON object that is written member by member, in the order in which they are added; missing values are left out.
struct JSONObject {
  /// What a member is.
  enum Value {
    case text(String)
    /// JSON text.
    case json(String)
  }

  /// The members, in their order.
  private(set) var members: [(name: String, value: Value)] = []

  /// The object as JSON text, on one line.
  var text: String {
    let members = members.map { name, value in
      switch value {
      case .text(let text): name.jsonQuoted + ":" + text.jsonQuoted
      case .json(let text): name.jsonQuoted + ":" + text
      }
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// An object without members.
  init() {}

  /// Adds a text.
  mutating func add(_ name: String, _ value: String?) {
    if let value { members.append((name, .text(value))) }
  }

  /// Adds a truth value.
  mutating func add(_ name: String, _ value: Bool) { add(name, json: value ? "true" : "false") }

  /// Adds texts as a list.
  mutating func add(_ name: String, list: [String]) {
    add(name, json: "[" + list.map(\.jsonQuoted).joined(separator: ",") + "]")
  }

  /// Adds what is JSON text already.
  mutating func add(_ name: String, json: String?) {
    if let json { members.append((name, .json(json))) }
  }
}
