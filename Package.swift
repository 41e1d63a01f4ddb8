// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

// Each storey knows only those below it (docs/architecture.md).
let package = Package(
    name: "yuanbu",
    products: [
        .executable(name: "yuanbu", targets: ["yuanbu"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.9.0"),
    ],
    targets: [
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(
            name: "Storage",
            dependencies: [
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(name: "Formats", dependencies: ["CZip", "CExpat", "CXlsxWriter"], swiftSettings: strict),
        .target(
            name: "Registers",
            dependencies: [
                "Storage", "Formats", .product(name: "Yams", package: "Yams"), .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(name: "Indicators", dependencies: ["Registers", "Storage"], swiftSettings: strict),
        .target(name: "Reports", dependencies: ["Indicators", "Registers", "Storage", "Formats"], swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Reports", "Indicators", "Registers", "Storage", "Formats",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Static/yuanbu.css"), .embedInCode("Static/yuanbu.js"), .embedInCode("Static/icon.svg")],
            swiftSettings: strict),
        .target(name: "SamplePark", dependencies: ["Registers", "Storage", "Formats"], path: "Sources/samplepark", swiftSettings: strict),
        .executableTarget(
            name: "yuanbu",
            dependencies: [
                "Web", "Reports", "Indicators", "Registers", "Storage", "Formats", "SamplePark",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // How long the properties are tried, for all tests.
        .target(name: "Proofs", path: "Tests/Proofs", swiftSettings: strict),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "Proofs"], swiftSettings: strict),
        .testTarget(name: "FormatsTests", dependencies: ["Formats"], swiftSettings: strict),
        .testTarget(name: "RegistersTests", dependencies: ["Registers", "Storage", "Formats", "Proofs"], swiftSettings: strict),
        .testTarget(name: "IndicatorsTests", dependencies: ["Indicators", "Registers", "Storage", "Proofs"], swiftSettings: strict),
        .testTarget(
            name: "ReportsTests", dependencies: ["Reports", "Indicators", "Registers", "Storage", "Formats", "Proofs"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "Reports", "Indicators", "Registers", "Storage",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ParkTests",
            dependencies: ["Web", "Reports", "Indicators", "Registers", "Storage", "Formats", "SamplePark"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
