// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "disputes",
  dependencies: [.package(name: "hearsay", path: "../..")],
  targets: [
    .executableTarget(name: "disputes", dependencies: [.product(name: "Hearsay", package: "hearsay")])
  ]
)
