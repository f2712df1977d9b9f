/// The dense id of a term; 0 stands for none.
package typealias TermID = UInt32

/// What a term is; names, phrases and labels that are written alike are different terms.
package enum TermKind: UInt8, Sendable {
  case none, entity, phrase, number, claim, topic, text
}
