import CNeural

extension Buffer<Float> {
  /// Brings `count` numbers to integers of at most `limit`, which are written to `results` from `place` on; negative
  /// ones are divided by ten first if `rectified`.
  ///
  /// - Returns: what a unit of the integers is worth.
  func quantise(
    _ count: Int, at offset: Int, limit: Float, rectified: Bool, into results: Buffer<Int16>, at place: Int
  ) -> Float {
    expect(offset + count)
    results.expect(place + count)
    return unsafe Kernels.shared.table.pointee.quantise(
      count, limit, rectified ? 1 : 0, start + offset, results.start + place)
  }
}

extension Buffer<Int16> {
  /// The products of a vector of `size` numbers at `offset` and `count` vectors in `rows`, one after the other from
  /// `place` on.
  func match(
    _ size: Int, at offset: Int, with rows: Buffer<Int16>, _ count: Int, at place: Int = 0, into scores: Buffer<Int32>
  ) {
    expect(offset + size)
    rows.expect(place + count * size)
    scores.expect(count)
    unsafe Kernels.shared.table.pointee.match(
      count, size, start + offset, rows.start + place, size, scores.start)
  }
}
