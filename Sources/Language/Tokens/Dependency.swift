/// What a word is to its head: the relations that the English treebanks of Universal Dependencies 2 use.
public enum Dependency: String, Hashable, Sendable, CaseIterable {
  case acl
  case aclRelcl = "acl:relcl"
  case advcl
  case advclRelcl = "advcl:relcl"
  case advmod
  case amod
  case appos
  case aux
  case auxPass = "aux:pass"
  case caseMarker = "case"
  case cc
  case ccPreconj = "cc:preconj"
  case ccomp
  case compound
  case compoundPrt = "compound:prt"
  case conj
  case cop
  case csubj
  case csubjOuter = "csubj:outer"
  case csubjPass = "csubj:pass"
  case dep
  case det
  case detPredet = "det:predet"
  case discourse
  case dislocated
  case expl
  case fixed
  case flat
  case goeswith
  case iobj
  case list
  case mark
  case nmod
  case nmodDesc = "nmod:desc"
  case nmodPoss = "nmod:poss"
  case nmodUnmarked = "nmod:unmarked"
  case nsubj
  case nsubjOuter = "nsubj:outer"
  case nsubjPass = "nsubj:pass"
  case nummod
  case obj
  case obl
  case oblAgent = "obl:agent"
  case oblUnmarked = "obl:unmarked"
  case orphan
  case parataxis
  case punct
  case reparandum
  case root
  case vocative
  case xcomp
}

extension Dependency {
  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var universal: Dependency {
    let name = rawValue.prefix { $0 != ":" }
    return Dependency(rawValue: String(name)) ?? self
  }
}
