import ClaimModel
import TextForms

/// The views and parameters that queries may name: what `define` and `param` have said.
///
/// A value: an engine that was made with it does not see what is defined later.
public struct Definitions: Hashable, Sendable {
  /// A query with a name.
  public struct View: Hashable, Sendable {
    /// Its name, as it was first written.
    public var name: String
    /// The query, with the views and parameters that it was written with filled in.
    public var query: String
  }

  /// A value with a name.
  public struct Parameter: Hashable, Sendable {
    /// Its name, without `$`.
    public var name: String
    /// Its value, or its values where it is a list; none where it must be given and has not been.
    public var values: [String]
    /// What it is, as the comment behind it says; empty where there is none.
    public var summary: String

    /// Its value as it can be shown: that of a list with commas; nil where it has none.
    public var value: String? { values.isEmpty ? nil : values.joined(separator: ", ") }
  }

  /// The views, in the order in which they were first defined.
  public private(set) var views: [View] = []
  /// The parameters, in the order in which they were first declared.
  public private(set) var parameters: [Parameter] = []
  /// Values from outside, by the parameters' names in lower case, which win over those that `param` states from now on.
  public var given: [String: String] = [:]

  /// Nothing is defined.
  public init() {}

  /// The view of this name, whatever its case.
  public func view(named name: String) -> View? { views.first { $0.name.lowercased() == name.lowercased() } }

  /// The parameter of this name, whatever its case, with or without `$`.
  public func parameter(named name: String) -> Parameter? {
    let wanted = name.drop { $0 == "$" }.lowercased()
    return parameters.first { $0.name.lowercased() == wanted }
  }

  /// Takes up a statement, where it is a `define` or a `param`.
  ///
  /// A view is checked for its grammar here; what its words stand for, where it is used.
  ///
  /// - Returns: false where it is neither; then nothing has changed.
  /// - Throws: what is wrong with it; then nothing has changed either.
  public mutating func take(_ source: QuerySource) throws(QueryFailure) -> Bool {
    let (tokens, found) = Lexer.tokens(of: source.text)
    guard let first = tokens.first, let kind = Declaration.Kind(rawValue: first.keyword) else { return false }
    var declaration = Declaration(tokens, found, with: self)
    switch kind {
    case .define: if let view = declaration.readView() { add(view) }
    case .param:
      if var parameter = declaration.readParameter(in: source.text) {
        if let value = given[parameter.name.lowercased()] { parameter.values = Self.given(value, for: parameter) }
        add(parameter)
      }
    }
    guard declaration.faults.isEmpty else {
      throw QueryFailure(Fault.told(declaration.faults, Places(source: source)))
    }
    return true
  }

  /// The names of the parameters that the statements of a file declare.
  public static func parameterNames(in text: String) -> [String] {
    StatementReader.statements(of: text).compactMap { statement in
      let tokens = Lexer.tokens(of: statement.text).tokens
      guard tokens.first?.keyword == Declaration.Kind.param.rawValue, tokens[1].kind == .word else { return nil }
      return String(tokens[1].text.drop { $0 == "$" })
    }
  }

  /// Gives a parameter values, whether or not it has been declared.
  public mutating func set(_ name: String, to values: [String]) {
    add(
      Parameter(name: String(name.drop { $0 == "$" }), values: values, summary: parameter(named: name)?.summary ?? ""))
  }

  /// A value from outside; where the usual one is a list, it is one too, with commas between its values.
  private static func given(_ value: String, for parameter: Parameter) -> [String] {
    guard parameter.values.count > 1 else { return [value] }
    let values = value.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    return values.isEmpty ? [value] : values
  }

  private mutating func add(_ view: View) {
    views.removeAll { $0.name.lowercased() == view.name.lowercased() }
    views.append(view)
  }

  private mutating func add(_ parameter: Parameter) {
    parameters.removeAll { $0.name.lowercased() == parameter.name.lowercased() }
    parameters.append(parameter)
  }

  /// Tokens with each `$name` replaced by the parameter's value, as if that stood there in quotes: a value can be nothing
  /// but a value. Of a list the values stand there with commas between them. One that has no value stays.
  func filled(_ tokens: [Token]) -> [Token] {
    tokens.flatMap { token in
      guard token.kind == .word, token.text.hasPrefix("$"), let values = parameter(named: token.text)?.values,
        !values.isEmpty
      else { return [token] }
      let filled = values.map { [Token(.symbol, ",", token.range), Token(.quoted, $0, token.range)] }
      return Array(filled.joined().dropFirst())
    }
  }
}

extension Definitions.View {
  /// The query, every part of which stands at `range`: what is wrong with it is told of the view's name.
  func query(at range: TextRange) -> Query? {
    let tokens = Lexer.tokens(of: query).tokens.map { Token(moving: $0, to: range) }
    return Parser.parse(tokens, with: Definitions()).query
  }
}

extension Token {
  /// The same token at another place.
  fileprivate init(moving token: Token, to range: TextRange) {
    self = token
    self.range = range
  }
}
