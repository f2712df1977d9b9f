import CUTF8Proc

extension Character {
  /// How many cells of a terminal it takes: 0, 1 or 2.
  ///
  /// The widest of its scalars counts (a base and its marks share one place); an emoji presentation selector makes it 2,
  /// and so do the two letters of a flag.
  public var cellWidth: Int {
    var width = 0
    for scalar in unicodeScalars {
      if scalar.value == 0xFE0F || (0x1F1E6...0x1F1FF).contains(scalar.value) { return 2 }
      width = max(width, Int(utf8proc_charwidth(Int32(bitPattern: scalar.value))))
    }
    return width
  }
}

extension String {
  /// How many cells of a terminal the text takes.
  public var cellWidth: Int {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return utf8.count }
    var width = 0
    for character in self { width += character.cellWidth }
    return width
  }
}
