import Foundation

/// As much of JSON Schema (2020-12) as the schema of claims uses; any other keyword is a fault of the schema.
struct SchemaCheck {
  private let schema: [String: Any]
  private static let annotations: Set<String> = ["$schema", "title", "description"]

  init(_ text: String) throws {
    schema = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  /// What is wrong with a JSON text; empty where it is valid.
  func faults(of text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    return Self.faults(of: value, schema)
  }

  private static func faults(of value: Any, _ schema: [String: Any]) -> [String] {
    schema.flatMap { keyword, rule in faults(of: value, keyword, rule, schema) }
  }

  private static func faults(of value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any]) -> [String] {
    let object = value as? [String: Any]
    let list = value as? [Any]
    let text = value as? String
    let number = isFlag(value) ? nil : (value as? NSNumber)?.doubleValue
    let holds: Bool
    switch keyword {
    case _ where annotations.contains(keyword): return []
    case "type": holds = (rule as? [String] ?? [rule as? String ?? ""]).contains { isOfType($0, value) }
    case "enum": holds = (rule as? [String])?.contains(text ?? "\u{0}") ?? false
    case "minLength": holds = text.map { $0.unicodeScalars.count >= rule as? Int ?? 0 } ?? true
    case "pattern": holds = text.map { $0.range(of: rule as? String ?? "", options: .regularExpression) != nil } ?? true
    case "minimum": holds = number.map { $0 >= (rule as? NSNumber)?.doubleValue ?? 0 } ?? true
    case "maximum": holds = number.map { $0 <= (rule as? NSNumber)?.doubleValue ?? 0 } ?? true
    case "minItems": holds = list.map { $0.count >= rule as? Int ?? 0 } ?? true
    case "maxItems": holds = list.map { $0.count <= rule as? Int ?? 0 } ?? true
    case "items": return (list ?? []).flatMap { faults(of: $0, rule as? [String: Any] ?? [:]) }
    case "required": holds = object.map { Set(rule as? [String] ?? []).isSubset(of: $0.keys) } ?? true
    case "anyOf": holds = (rule as? [[String: Any]] ?? []).contains { faults(of: value, $0).isEmpty }
    case "properties":
      let properties = rule as? [String: [String: Any]] ?? [:]
      return (object ?? [:]).flatMap { name, value in properties[name].map { faults(of: value, $0) } ?? [] }
    case "additionalProperties":
      let properties = schema["properties"] as? [String: Any] ?? [:]
      if let rule = rule as? [String: Any] {
        return (object ?? [:]).filter { properties[$0.key] == nil }.flatMap { faults(of: $0.value, rule) }
      }
      holds = object.map { Set($0.keys).isSubset(of: properties.keys) } ?? true
    default: return ["no keyword \(keyword) is known"]
    }
    return holds ? [] : ["\(value) does not meet \(keyword) \(rule)"]
  }

  private static func isOfType(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": isFlag(value)
    case "null": value is NSNull
    case "number": !isFlag(value) && value is NSNumber
    case "integer": !isFlag(value) && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    default: false
    }
  }

  private static func isFlag(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    // The type of a number is a text that lives as long as the program.
    return unsafe String(cString: number.objCType) == "c"
  }
}
