import Query
import Store

extension Command {
  /// `describe ENTITY`
  static let describe = Command(
    name: "describe", arguments: "ENTITY", summary: "shows what is known of a person, group, place …",
    explanation: """
      Its other names, what it is part of, and who says what of it: the claims in which it is mentioned by source and
      speaker, what it does and what is done to it, where and when, each topic with those who say most of it, and the
      points on which articles contradict one another. Any of its names will do; quotes are not needed.
      """,
    completion: .entities
  ) { session, invocation throws(SessionFailure) in
    let name = invocation.name
    guard !name.isEmpty else { throw invocation.missingArgument }
    let text = try session.unlessDamaged { () throws(SessionFailure) in
      guard let entity = session.knowledgeBase.entity(named: name) else {
        let near = session.engine.names(near: name).prefix(3).map(\.name)
        throw invocation.failure(.unknownEntity(name: name, near: Array(near)), at: name)
      }
      return EntityPortrait(of: entity, in: session.knowledgeBase, session.control)
        .text(style: session.style, width: session.width)
    }
    if session.console.takeInterrupt() { return session.tell("interrupted") }
    session.write(text)
  }
}
