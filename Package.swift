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

let package = Package(
    name: "atelier",
    products: [
        .executable(name: "crowd-load", targets: ["CrowdLoad"]),
        .executable(name: "echo-server", targets: ["EchoServer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibwebsockets", pkgConfig: "libwebsockets"),
        .target(name: "Frames", swiftSettings: strict),
        .target(
            name: "Libwebsockets",
            dependencies: [
                "CLibwebsockets", "Frames",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict
        ),
        .systemLibrary(name: "CEpoll"),
        .target(name: "Rehearsal", dependencies: ["CEpoll", "Frames"], swiftSettings: strict),
        .executableTarget(
            name: "EchoServer",
            dependencies: ["Libwebsockets", "Frames"],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "CrowdLoad",
            dependencies: ["Rehearsal"],
            swiftSettings: strict
        ),
        .testTarget(name: "FramesTests", dependencies: ["Frames"], swiftSettings: strict),
        .testTarget(
            name: "LibwebsocketsTests",
            dependencies: [
                "Libwebsockets", "Frames", "Rehearsal",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ],
            swiftSettings: strict
        ),
    ]
)
