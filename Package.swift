// swift-tools-version: 6.2
import PackageDescription

// Targets stand in the order in which data goes through them; Sources/README.md says what each is for.

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
]

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = []
) -> Target {
  .target(name: name, dependencies: dependencies, path: path, exclude: exclude, swiftSettings: house)
}

func tests(_ library: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: library + "Tests",
    dependencies: [.byName(name: library), "TestSupport"] + dependencies,
    swiftSettings: house)
}

let package = Package(
  name: "hearsay",
  products: [
    .executable(name: "hearsay", targets: ["hearsay"]),
    .executable(name: "train-models", targets: ["train-models"]),
    // For programs of your own: Docs/library.md.
    .library(name: "Hearsay", targets: ["Hearsay"]),
    // For the packages in Fuzz and Benchmarks.
    .library(
      name: "HearsayParts",
      targets: ["ClaimModel", "Articles", "Language", "Vocabulary", "Claims", "Store", "Query", "Interchange"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // C libraries, and the data files that the binary carries.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CUTF8Proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"])]),
    .target(name: "CLineEditor", dependencies: ["CLibEdit"]),
    .target(name: "CEmbedded", exclude: ["Data"]),
    .target(name: "CNeural"),
    .target(name: "CTraining"),
    .target(name: "CScanner"),
    .target(name: "CDigest", dependencies: ["CLibMD"]),
    .target(name: "CPicture"),
    .target(name: "CJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),

    // The stages.
    library("ClaimModel"),
    library("TextForms", ["CUTF8Proc", "CLibMD"]),
    library("Articles", ["ClaimModel", "TextForms", "CEmbedded", "CLibXML2"]),
    library("Language", ["ClaimModel", "CEmbedded", "CNeural"]),
    library("Vocabulary", ["ClaimModel", "TextForms", "CEmbedded"]),
    library("Claims", ["ClaimModel", "Language", "Vocabulary", "TextForms", "CDigest", "CEmbedded"]),
    library("Store", ["ClaimModel", "TextForms", "CScanner"]),
    library("Query", ["ClaimModel", "Store", "TextForms", "CRE2"]),
    library("Output", ["ClaimModel", "Query", "TextForms", "CEmbedded", "CPicture"]),
    library("Interchange", ["ClaimModel", "Store", "TextForms", "CJSON", "CScanner", "CSerd"]),
    // The library's folder is called otherwise than the program's in more than capitals, which some file systems take for
    // the same.
    library(
      "Hearsay",
      [
        "ClaimModel", "TextForms", "Articles", "Language", "Vocabulary", "Claims", "Store", "Query", "Output",
        "Interchange",
      ],
      path: "Sources/Library"),
    library(
      "Shell",
      [
        "ClaimModel", "TextForms", "Articles", "Language", "Vocabulary", "Claims", "Store", "Query", "Output",
        "Interchange", "Hearsay", "CLineEditor", "CMarkGFM", "CEmbedded",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "hearsay",
      dependencies: ["Shell", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: house),
    library(
      "Training", ["ClaimModel", "Language", "Claims", "CTraining"],
      exclude: ["verb-forms.txt", "judged-statements.tsv", "web-names.tsv"]),
    .executableTarget(
      name: "train-models",
      dependencies: [
        "ClaimModel", "Language", "Claims", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),

    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    tests("ClaimModel"),
    tests("TextForms"),
    tests("Articles", ["ClaimModel"]),
    tests("Language", ["ClaimModel", "CNeural"]),
    tests("Training", ["ClaimModel", "Language", "Claims", "CTraining"]),
    tests("Vocabulary", ["ClaimModel"]),
    tests("Claims", ["ClaimModel", "Language", "Vocabulary"]),
    tests("Store", ["ClaimModel", "Vocabulary"]),
    tests("Query", ["ClaimModel", "Store", "TextForms", "Vocabulary"]),
    tests("Output", ["ClaimModel", "Query", "TextForms"]),
    tests("Interchange", ["ClaimModel", "Claims", "Store"]),
    .testTarget(name: "HearsayTests", dependencies: ["Hearsay", "TestSupport"], swiftSettings: house),
    tests("Shell", ["ClaimModel", "Hearsay", "Interchange", "Output", "Query", "Store", "TextForms", "hearsay"]),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
