import ClaimModel
package import Claims

/// Which number from -3 to 3 each polarity and certainty stands for, what lies ahead apart from the rest.
public struct FactualityScale: Sendable {
  /// What a claim says of an event, and whether that is told of the future.
  package struct Reading: Hashable, Sendable {
    var polarity: Polarity
    var certainty: Certainty
    var liesAhead: Bool
  }

  /// A row of the scale: a reading, its number, and of how many predicates that is the mean; 0 where it was not learned.
  public struct Row: Sendable {
    /// The reading in words.
    public let name: String
    /// What it stands for.
    public let number: Double
    /// How many predicates were read so.
    public let count: Int
  }

  /// The rows, the affirmed first, the surest first.
  public let rows: [Row]
  private let numbers: [Reading: Double]

  /// Certainty × polarity: 3, 2, 1 and 0, negative where denied; what lies ahead counts as the rest does.
  public static let plain = FactualityScale { reading in
    let degree = Double(3 - (Certainty.allCases.firstIndex(of: reading.certainty) ?? 3))
    return (reading.polarity == .denied ? -degree : degree, 0)
  }

  /// Gives each reading the mean of what people said of the predicates of `corpus` that are read so.
  public init(fitting corpus: FactualityCorpus) {
    var readers: [Int: FactualityReader] = [:]
    var values: [Reading: [Double]] = [:]
    for predicate in corpus.predicates {
      let reader = readers[predicate.sentence] ?? FactualityReader(corpus.sentences[predicate.sentence])
      readers[predicate.sentence] = reader
      values[reader.reading(at: predicate.word), default: []].append(predicate.factuality)
    }
    self.init { reading in
      let values = values[reading] ?? []
      return (values.reduce(0, +) / Double(max(1, values.count)), values.count)
    }
  }

  private init(_ number: (Reading) -> (Double, Int)) {
    var rows: [Row] = []
    var numbers: [Reading: Double] = [:]
    for polarity in [Polarity.affirmed, .denied] {
      for certainty in Certainty.allCases {
        for liesAhead in [false, true] {
          let reading = Reading(polarity: polarity, certainty: certainty, liesAhead: liesAhead)
          let (value, count) = number(reading)
          let name = "\(polarity.rawValue), \(certainty.rawValue)" + (liesAhead ? ", ahead" : "")
          rows.append(Row(name: name, number: value, count: count))
          numbers[reading] = value
        }
      }
    }
    (self.rows, self.numbers) = (rows, numbers)
  }

  /// What `reading` stands for.
  package func number(_ reading: Reading) -> Double { numbers[reading] ?? 0 }
}

extension FactualityReader {
  /// What a claim of `word` says of it.
  package func reading(at word: Int) -> FactualityScale.Reading {
    let (polarity, certainty) = factuality(at: word)
    return FactualityScale.Reading(polarity: polarity, certainty: certainty, liesAhead: liesAhead(at: word))
  }
}
