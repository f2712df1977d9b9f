/// What a name stands for.
public enum EntityKind: String, Hashable, Sendable, CaseIterable {
  case person, organisation, place, group, other
}

/// Something that claims speak of: one name, its other names, and at most one entity that it is a part of.
public struct Entity: Hashable, Sendable {
  /// The name by which it is shown; unique in a knowledge base.
  public var name: String
  /// What it is.
  public var kind: EntityKind
  /// Other names of it, the shown one left out.
  public var aliases: [String]
  /// The name of the entity that it lies within (a place) or is part of (anything else).
  public var broader: String?

  /// An entity; `broader` is the name of another.
  public init(name: String, kind: EntityKind, aliases: [String] = [], broader: String? = nil) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.broader = broader
  }
}
