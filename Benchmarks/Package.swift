// swift-tools-version: 6.2
import PackageDescription

// A package of its own: what it measures and makes, a user's build does not need.
let package = Package(
  name: "hearsay-benchmarks",
  dependencies: [.package(name: "hearsay", path: "..")],
  targets: [
    .executableTarget(name: "make-claims"),
    .executableTarget(name: "time-queries", dependencies: [.product(name: "Hearsay", package: "hearsay")]),
  ]
)
