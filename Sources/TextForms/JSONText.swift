/// A JSON value to be written, with the members of objects in the order in which they are given.
public indirect enum JSONText {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([JSONText])
  case object([(String, JSONText)])

  /// The value as it is written, an object's members a line each; `indent` is how far the line it starts on is indented.
  public func text(indent: Int = 0) -> String {
    let space = String(repeating: " ", count: indent)
    switch self {
    case .text(let text): return text.jsonQuoted
    case .number(let number): return String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let nodes):
      let isLong = nodes.contains { if case .object = $0 { true } else { false } }
      guard isLong else { return "[" + nodes.map { $0.text(indent: indent) }.joined(separator: ", ") + "]" }
      let lines = nodes.map { "\(space)  \($0.text(indent: indent + 2))" }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(space)]"
    case .object(let members):
      let lines = members.map { "\(space)  \($0.0.jsonQuoted): \($0.1.text(indent: indent + 2))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(space)}"
    }
  }
}
