import Language

/// What the model of factuality looks at: a predicate's form, its auxiliaries, negation, subject and adverbs, the words
/// next to it, the same of the predicates above it, and what the rules say.
///
/// A feature is a number below `count`, to which its parts are hashed (Weinberger et al. 2009, feature hashing without
/// signs); a word has some 130. Setting up is linear in the sentence.
struct FactualityFeatures {
  /// How many numbers there are.
  static let count = 1 << 18

  private let tree: SyntaxTree
  private let negation: Negation
  private let forms: [UInt32]
  private let lemmas: [UInt32]
  private let tags: [UInt32]
  private let dependencies: [UInt32]
  private let end: UInt32

  /// What the words of a predicate's own clause say of it, hashed.
  private struct Shape {
    var auxiliaries: UInt32 = 0
    var finite: UInt32
    var subject: UInt32 = 0
    var mark: UInt32 = 0
    var isNegated: UInt32 = 0
    var adverbs: [UInt32] = []
    var conditions: [UInt32] = []
    var verbGroup: UInt32 { FactualityFeatures.mixed(auxiliaries, isNegated, finite) }
  }

  /// The features of the words of `tree`.
  init(_ tree: SyntaxTree, cues: CueTable) {
    self.tree = tree
    negation = Negation(tree: tree, cues: cues)
    forms = tree.tokens.map { Self.hash($0.form) }
    lemmas = tree.lemmas.map { Self.hash($0) }
    tags = tree.tokens.map { Self.hash($0.fineTag) }
    dependencies = tree.tokens.map { Self.hash($0.dependency.rawValue) }
    end = tree.tokens.suffix(2).contains { $0.form.hasPrefix("?") } ? 1 : forms.last ?? 0
  }

  /// The features of the predicate `word`, of which the rules say `factuality`.
  func features(of word: Int, _ factuality: Factuality) -> [Int] {
    var features: [Int] = []
    features.reserveCapacity(160)
    func add(_ name: UInt32, _ first: UInt32 = 0, _ second: UInt32 = 0, _ third: UInt32 = 0) {
      features.append(Int(Self.mixed(name &+ Self.mixed(first, second, third), name, 7)) & (Self.count - 1))
    }
    let own = shape(of: word)
    add(1)
    add(2, UInt32(factuality.certainty.rank), factuality.isDenied ? 1 : 0)
    add(3, end)
    add(4, end, tree.head(of: word) == nil ? 1 : 0, own.finite)
    add(5, forms.first ?? 0)
    addShape(own, of: word, level: 0, add)
    addNeighbours(of: word, add)
    add(6, own.verbGroup, dependencies[word])
    add(7, own.verbGroup, own.subject)
    add(8, own.subject, dependencies[word])
    addWord(word, own, add)
    addContext(of: word, own, add)
    return features
  }

  private typealias Adder = (UInt32, UInt32, UInt32, UInt32) -> Void

  private func addShape(_ shape: Shape, of word: Int, level: UInt32, _ add: Adder) {
    let base = 100 + 50 * level
    let dependency = dependencies[word]
    add(base, dependency, 0, 0)
    add(base + 1, tags[word], 0, 0)
    add(base + 2, shape.auxiliaries, 0, 0)
    add(base + 3, shape.finite, 0, 0)
    add(base + 4, shape.isNegated, 0, 0)
    add(base + 5, shape.verbGroup, 0, 0)
    add(base + 6, shape.mark, 0, 0)
    add(base + 7, dependency, shape.mark, shape.finite)
    add(base + 8, shape.subject, 0, 0)
    add(base + 9, shape.subject == 0 ? 0 : 1, dependency, shape.finite)
    add(base + 10, lemmas[word], 0, 0)
    add(base + 11, lemmas[word], dependency, 0)
    add(base + 12, lemmas[word], shape.isNegated, 0)
    for adverb in shape.adverbs { add(base + 13, adverb, 0, 0) }
    for condition in shape.conditions { add(base + 14, condition, 0, 0) }
  }

  /// The word with its auxiliaries and subject, and its last letters: "would like", "I feel", "-ify".
  private func addWord(_ word: Int, _ own: Shape, _ add: Adder) {
    add(35, lemmas[word], own.verbGroup, 0)
    add(36, lemmas[word], own.verbGroup, dependencies[word])
    add(37, own.subject, own.verbGroup, lemmas[word])
    add(38, Self.hash(tree.lemmas[word].utf8.suffix(3)), 0, 0)
    add(39, Self.hash(tree.lemmas[word].utf8.suffix(4)), tags[word], 0)
  }

  private func addNeighbours(of word: Int, _ add: Adder) {
    func at(_ list: [UInt32], _ index: Int) -> UInt32 { list.indices.contains(index) ? list[index] : 1 }
    for (number, step) in [-3, -2, -1, 1, 2].enumerated() { add(20 + UInt32(number), at(forms, word + step), 0, 0) }
    let (before, twoBefore) = (at(forms, word - 1), at(forms, word - 2))
    add(30, twoBefore, before, 0)
    add(31, before, lemmas[word], 0)
    add(32, before, tags[word], 0)
    add(33, twoBefore, before, tags[word])
    add(34, lemmas[word], at(forms, word + 1), 0)
  }

  /// What the predicates above say, to the fourth.
  private func addContext(of start: Int, _ own: Shape, _ add: Adder) {
    var word = start
    var path = dependencies[start]
    var level: UInt32 = 1
    while level <= 4, let parent = tree.head(of: word) {
      let above = shape(of: parent)
      addShape(above, of: parent, level: level, add)
      let base = 400 + 20 * level
      let (lemma, dependency) = (lemmas[parent], dependencies[word])
      let isInfinitive: UInt32 = tree.isInfinitive(word) ? 1 : 0
      add(base, lemma, dependency, isInfinitive)
      add(base + 1, lemma, dependency, above.isNegated)
      add(base + 2, path, tags[parent], 0)
      if level == 1 {
        add(base + 4, Self.mixed(lemma, dependency, isInfinitive), own.verbGroup, 0)
        add(base + 5, above.verbGroup, own.verbGroup, 0)
        add(base + 6, above.finite, own.verbGroup, 0)
        add(base + 7, Self.mixed(lemma, dependency, above.isNegated), own.verbGroup, 0)
      }
      path = Self.mixed(path, dependencies[parent], 3)
      add(40, path, 0, 0)
      add(41, lemma, 0, 0)
      word = parent
      level += 1
    }
    add(42, tags[word], 0, 0)
    add(43, tags[word], tags[start], 0)
  }

  private func shape(of word: Int) -> Shape {
    var shape = Shape(finite: tags[word])
    for child in tree.children(of: word) {
      switch tree.tokens[child].dependency {
      case .aux, .auxPass, .cop:
        if shape.auxiliaries == 0 { shape.finite = tags[child] }
        let isModal = tree.tokens[child].fineTag == "MD"
        shape.auxiliaries = Self.mixed(shape.auxiliaries, isModal ? forms[child] : lemmas[child], 5)
      case .mark: shape.mark = Self.mixed(shape.mark, forms[child], 5)
      case .nsubj, .nsubjPass, .nsubjOuter, .csubj, .csubjPass, .csubjOuter:
        if shape.subject == 0 { shape.subject = tree.tokens[child].tag == .pron ? lemmas[child] : 2 }
      case .advmod, .discourse, .oblUnmarked: shape.adverbs.append(lemmas[child])
      case .advcl:
        shape.conditions.append(Self.mixed(tree.child(of: child, .mark).map { forms[$0] } ?? 0, 0, 9))
      default: break
      }
    }
    shape.isNegated = negation.negates(word) ? 1 : 0
    return shape
  }

  /// FNV-1a over the bytes, capital letters of ASCII made small.
  private static func hash(_ text: String) -> UInt32 { hash(text.utf8) }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes {
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      hash = (hash ^ UInt32(isCapital ? byte + 32 : byte)) &* 0x0100_0193
    }
    return hash
  }

  private static func mixed(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    var hash = (first &* 0x9E37_79B1) ^ (second &* 0x85EB_CA77 &+ 0x7F4A_7C15)
    hash = (hash ^ hash >> 15) &* 0xC2B2_AE3D &+ third
    hash = (hash ^ hash >> 13) &* 0x27D4_EB2F
    return hash ^ hash >> 16
  }
}
