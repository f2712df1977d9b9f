import Store

/// What names lie within or are parts of, looked up when somebody asks, as for a map.
///
/// It is no part of what an answer says: two are equal whatever they know.
public struct Nesting: Sendable {
  private let find: @Sendable (String) -> [String]

  /// For each name what `find` gives: what it is a part of, what that is a part of, and so on.
  public init(_ find: @escaping @Sendable (String) -> [String] = { _ in [] }) {
    self.find = find
  }

  /// The names of the wholes around `name`, the innermost first; none where it is a part of nothing.
  public subscript(name: String) -> [String] { find(name) }
}

extension Nesting: Hashable {
  /// Any two are equal.
  public static func == (left: Nesting, right: Nesting) -> Bool { true }
  /// Feeds nothing to a hasher.
  public func hash(into hasher: inout Hasher) {}
}

extension Nesting {
  /// The trees over the terms of a table.
  init(_ table: NounTable) {
    self.init { name in
      let terms = table.terms.terms(named: name).sorted { table.terms.isShown($0, ratherThan: $1) }
      let chain = terms.lazy.map { table.terms.chain(above: $0) }.first { !$0.isEmpty } ?? []
      return chain.map { table.terms.texts[Int($0)] }
    }
  }
}
