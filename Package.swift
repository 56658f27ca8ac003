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

/// Libraries that several targets use.
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "atelier",
    products: [
        .executable(name: "atelier", targets: ["atelier"]),
        .executable(name: "crowd-load", targets: ["CrowdLoad"]),
        .executable(name: "echo-server", targets: ["EchoServer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    ],
    targets: [
        // The domain and its forms.
        .target(name: "Workshop", swiftSettings: strict),
        .target(name: "WireProtocol", dependencies: ["Workshop"], swiftSettings: strict),
        .target(name: "Reports", dependencies: ["Workshop"], swiftSettings: strict),

        // The record.
        .target(name: "EventLog", dependencies: ["Workshop"], swiftSettings: strict),
        .target(
            name: "SQLiteEventLog",
            dependencies: ["EventLog", "Workshop", grdb],
            swiftSettings: strict
        ),

        // Rooms in use, and the people who look at them.
        .target(
            name: "LiveRooms",
            dependencies: ["EventLog", "Workshop", crypto, logging],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CQRCode", pkgConfig: "qrcodegen"),
        .target(name: "QRCode", dependencies: ["CQRCode"], swiftSettings: strict),
        .target(
            name: "Gateway",
            dependencies: [
                "Frames", "LiveRooms", "QRCode", "Reports", "WireProtocol", "Workshop", httpTypes,
            ],
            swiftSettings: strict
        ),

        // The network.
        .target(name: "Frames", swiftSettings: strict),
        .systemLibrary(name: "CLibwebsockets", pkgConfig: "libwebsockets"),
        .target(
            name: "Libwebsockets",
            dependencies: ["CLibwebsockets", "Frames", httpTypes],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "EchoServer",
            dependencies: ["Frames", "Libwebsockets"],
            swiftSettings: strict
        ),

        // The program.
        .target(
            name: "Server",
            dependencies: [
                "EventLog", "Frames", "Gateway", "Libwebsockets", "LiveRooms", "SQLiteEventLog",
                "WireProtocol", "Workshop", crypto, httpTypes, logging,
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "atelier",
            dependencies: [
                "Libwebsockets", "Server", "Simulation", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),

        // Simulated networks, disks and people.
        .target(
            name: "Simulation",
            dependencies: [
                "EventLog", "Frames", "Gateway", "LiveRooms", "WireProtocol", "Workshop", logging,
            ],
            swiftSettings: strict
        ),

        // Seen from outside.
        .systemLibrary(name: "CEpoll"),
        .target(name: "Rehearsal", dependencies: ["CEpoll", "Frames"], swiftSettings: strict),
        .executableTarget(
            name: "CrowdLoad",
            dependencies: ["Rehearsal"],
            swiftSettings: strict
        ),

        // Tests, their data, and the programs that measure.
        .target(
            name: "Scenarios",
            dependencies: ["Workshop"],
            path: "Tests/Scenarios",
            resources: [.embedInCode("actions-47.csv"), .embedInCode("notes-attributions.csv")],
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
        .executableTarget(
            name: "TallyBench",
            dependencies: ["Workshop"],
            path: "Tests/Benchmarks/TallyBench",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "WorkshopBench",
            dependencies: ["Rehearsal"],
            path: "Tests/Benchmarks/WorkshopBench",
            swiftSettings: strict
        ),
        .testTarget(
            name: "WorkshopTests",
            dependencies: ["Scenarios", "Workshop"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "EventLogTests",
            dependencies: ["EventLog", "LogWriter", "SQLiteEventLog", "Workshop", grdb],
            exclude: ["Fixtures"],
            swiftSettings: strict
        ),
        .testTarget(name: "FramesTests", dependencies: ["Frames"], swiftSettings: strict),
        .testTarget(
            name: "LibwebsocketsTests",
            dependencies: ["Frames", "Libwebsockets", "Rehearsal", httpTypes],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Scenarios", "Workshop"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "WireProtocolTests",
            dependencies: ["WireProtocol", "Workshop"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "LiveRoomsTests",
            dependencies: ["LiveRooms", "Workshop"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "GatewayTests",
            dependencies: ["Gateway", "LiveRooms", "WireProtocol", "Workshop", httpTypes],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Frames", "LiveRooms", "Rehearsal", "Scenarios", "Server", "WireProtocol",
                "Workshop", "atelier", crypto, logging,
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "SimulationTests",
            dependencies: ["Simulation", "Workshop"],
            swiftSettings: strict
        ),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ]
)
