import CEmbedded

/// What was learnt from treebanks: tags and trees by a network, lemmas by rules, both read where they are.
public struct LanguageModel: Sendable {
  package let annotator: NeuralAnnotator
  package let lemmatizer: Lemmatizer

  /// The English model that the program carries, trained on the treebanks UD English EWT and GUM.
  ///
  /// - Complexity: O(1); the weights are not copied.
  public static let english: LanguageModel = {
    let model = unsafe LanguageModel(
      network: ModelBytes(embedded: embedded_english_network()), lemmas: ModelBytes(embedded: embedded_english_lemmas())
    )
    guard let model else { preconditionFailure("The program was built with damaged models.") }
    return model
  }()

  /// The model in the bytes of the files that `train-models` wrote; nil if one of them is none, or damaged.
  public init?(network: [UInt8], lemmas: [UInt8]) {
    self.init(network: ModelBytes(copying: network), lemmas: ModelBytes(copying: lemmas))
  }

  private init?(network: ModelBytes, lemmas: ModelBytes) {
    guard let annotator = NeuralAnnotator(network), let lemmatizer = Lemmatizer(lemmas) else { return nil }
    self.annotator = annotator
    self.lemmatizer = lemmatizer
  }
}
