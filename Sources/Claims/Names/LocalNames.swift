import ClaimModel
import TextForms
import Vocabulary

/// The names that an article brings along: defined in it, or met in it in full.
struct LocalNames: Sendable {
  private var entities: [String: Entity] = [:]
  private var shortForms: [String: Entity?] = [:]
  /// The keys of names that the article's own words show to be places.
  var places: Set<String> = []

  /// No names.
  init() {}

  /// Whether there are none.
  var isEmpty: Bool { entities.isEmpty && shortForms.isEmpty }

  /// The entity that the article calls `name`.
  func entity(named name: String) -> Entity? {
    let key = name.foldedKey
    return entities[key] ?? shortForms[key] ?? nil
  }

  /// The kind of a name that no list has and that was taken for one of `kind`.
  func kind(of name: String, takenFor kind: EntityKind) -> EntityKind {
    !places.isEmpty && places.contains(name.foldedKey) ? .place : kind
  }

  /// Takes up that `alias` names `entity`; the first definition counts.
  mutating func define(_ alias: String, as entity: Entity) {
    let key = alias.foldedKey
    guard entities[key] == nil, key != entity.name.foldedKey else { return }
    entities[key] = entity
  }

  /// Takes up a person's full name, so that the last name alone is understood; two persons of one last name are not.
  mutating func meet(person: Entity, fullName: String) {
    guard let last = fullName.split(separator: " ").last, last.utf8.count > 2, last.utf8.count < fullName.utf8.count
    else { return }
    let key = String(last).foldedKey
    if let known = shortForms[key], known?.name != person.name {
      shortForms[key] = .some(nil)
    } else {
      shortForms[key] = .some(person)
    }
  }
}
