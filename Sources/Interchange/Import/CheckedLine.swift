/// A line whose form has been checked.
struct CheckedLine {
  /// The line.
  var line: LineText
  /// What it says, unless it is wrong.
  var claim: ClaimLine?
  /// What is wrong with it.
  var faults: [LineFault]

  /// Checks a line of JSON; `range` of `bytes` is its JSON, which `JSONReader.padding` bytes of them follow.
  init(
    _ line: LineText, _ range: Range<Int>, of bytes: [UInt8], with reader: borrowing JSONReader,
    nearest: @escaping (String, [String]) -> String?
  ) {
    self.line = line
    do throws(JSONFailure) {
      let root = try reader.document(in: bytes, range).root
      var checker = LineChecker(nearest: nearest)
      checker.check(root, against: .object(ClaimLineAttributes.all))
      faults = checker.faults
      claim = faults.allSatisfy(\.isWarning) ? ClaimLine(root, line: line) : nil
    } catch {
      let isObject = bytes[range].first { $0 != 0x20 && $0 != 0x09 } == 0x7B
      faults = [.notJSON(isObject ? error : .noObject)]
    }
  }

  /// A line that cannot be one.
  init(_ line: LineText, _ fault: LineFault) {
    self.line = line
    faults = [fault]
  }

  /// The same line `count` lines further down.
  func moved(by count: Int) -> CheckedLine {
    var moved = self
    moved.line.number += count
    moved.claim?.line.number += count
    return moved
  }
}
