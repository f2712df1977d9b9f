import Hearsay
import Testing

@Suite struct CorpusTests {
}
