/// Statements that are typed where no prompt can be shown, because the answers go to a file: read line by line.
struct TypedLines {
  private let session: Session

  /// The reader of `session`'s statements.
  init(_ session: Session) {
    self.session = session
  }

  /// Reads and carries out statements until one goes wrong or the input ends.
  func run() {
    var buffer = StatementBuffer()
    var firstLine = 1
    var lines = 0
    while !session.isOver, let line = readLine() {
      lines += 1
      guard let statement = buffer.take(line) else { continue }
      guard session.carryOut(statement, file: "<stdin>", firstLine: firstLine) else { return }
      firstLine = lines + 1
    }
    session.carryOut(buffer.text, file: "<stdin>", firstLine: firstLine)
  }
}
