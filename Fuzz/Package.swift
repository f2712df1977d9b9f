// swift-tools-version: 6.2
import PackageDescription

/// A program that feeds random bytes to a way of ours.
func fuzzer(_ name: String, _ folder: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: [.product(name: "HearsayParts", package: "hearsay")],
    path: "Sources/" + folder,
    swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
}

// A package of its own: it needs the fuzzer of the toolchain, which a user's build does not.
let package = Package(
  name: "hearsay-fuzz",
  dependencies: [.package(name: "hearsay", path: "..")],
  targets: [
    fuzzer("fuzz-trees", "FuzzTextToTrees"), fuzzer("fuzz-import", "FuzzImport"),
    fuzzer("fuzz-snapshot", "FuzzSnapshot"),
  ]
)
