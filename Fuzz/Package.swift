// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it needs the fuzzer of the toolchain, which a user's build does not.
let package = Package(
  name: "hearsay-fuzz",
  dependencies: [.package(name: "hearsay", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz-trees",
      dependencies: [.product(name: "HearsayParts", package: "hearsay")],
      path: "Sources/FuzzTextToTrees",
      swiftSettings: [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])])
  ]
)
