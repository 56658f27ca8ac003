// swift-tools-version: 6.2
import PackageDescription

/// The compiler settings of every Swift target: Swift 6 mode plus the upcoming features that keep
/// imports, existentials and isolation explicit; a warning is an error.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
]

/// The HTTP vocabulary shared by the gateway and the server below it.
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
    name: "atelier",
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(name: "Frames", swiftSettings: strict),
        .target(name: "Workshop", swiftSettings: strict),
        .target(name: "EventLog", dependencies: ["Workshop"], swiftSettings: strict),
        .target(
            name: "SQLiteEventLog",
            dependencies: [
                "EventLog", "Workshop",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .target(
            name: "Scenarios",
            dependencies: ["Workshop"],
            path: "Tests/Scenarios",
            resources: [.embedInCode("notes-attributions.csv")],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "LogWriter",
            dependencies: ["EventLog", "SQLiteEventLog", "Workshop"],
            path: "Tests/Support/LogWriter",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "LogBench",
            dependencies: ["EventLog", "SQLiteEventLog", "Workshop"],
            path: "Tests/Benchmarks/LogBench",
            swiftSettings: strict
        ),
        .testTarget(
            name: "WorkshopTests",
            dependencies: ["Scenarios", "Workshop"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "EventLogTests",
            dependencies: [
                "EventLog", "LogWriter", "SQLiteEventLog", "Workshop",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ]
)
