import ClaimModel

extension OffsetMap {
  /// Adds the map of a text of `count` bytes that stands at byte `start` from now on; `inner` says where its bytes
  /// stand in a text of which `outer` says where that one's stand. Linear in the runs it meets.
  mutating func append(_ inner: OffsetMap, count: Int, at start: Int, through outer: OffsetMap) {
    for (index, run) in inner.runs.enumerated() where run.clean < count {
      let end = index + 1 < inner.runs.count ? min(inner.runs[index + 1].clean, count) : count
      append(clean: start + run.clean, original: outer.original(of: run.original))
      let limit = run.original + end - run.clean
      var next = outer.firstRun(after: run.original)
      while next < outer.runs.count, outer.runs[next].clean < limit {
        let shift = outer.runs[next].clean - run.original
        append(clean: start + run.clean + shift, original: outer.runs[next].original)
        next += 1
      }
    }
  }

  /// The index of the first run that starts after byte `clean`.
  private func firstRun(after clean: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].clean <= clean { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
