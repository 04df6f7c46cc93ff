// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// One of Debian's C libraries, as a module that Swift can import.
func library(_ name: String, _ pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, path: "Sources/CLibraries/\(name)", pkgConfig: pkgConfig)
}

/// A room of the house: Sources/<name>, with its tests in Tests/<name>Tests.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ room: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: room + "Tests", dependencies: [.init(stringLiteral: room)] + dependencies, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let http: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
    .product(name: "UnixSignals", package: "swift-service-lifecycle"),
    logging,
]

// Arrows point up this list only: a room may use the rooms before it. The build proves it
// (script/test builds with --explicit-target-dependency-import-check error).
let package = Package(
    name: "meedoen",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "meedoen", targets: ["meedoen"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        library("CCMarkGFM", "libcmark-gfm"),
        library("CCrypto", "libcrypto"),
        library("CSodium", "libsodium"),
        library("COath", "liboath"),
        library("CPostgreSQL", "libpq"),
        library("CQRencode", "libqrencode"),
        library("CZlib", "zlib"),
        library("CHyphen"),
        library("CMimalloc"),
        library("CStemmer"),

        room("Markup", ["CCMarkGFM"]),
        room("Courseware", ["Markup", "CHyphen", "CStemmer", yams]),
        room("Storage", ["CPostgreSQL", grdb, .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        room("Audit", ["Storage", "CCrypto", "CSodium"]),
        room("Accounts", ["Storage", "Audit", "CSodium", "COath"]),
        room("Learning", ["Storage", "Audit", "Accounts", "Courseware"]),
        room("Coaching", ["Storage", "Audit", "Accounts", "Courseware", "Learning"]),
        // Learning, because a helper must have finished a course.
        room("Mandates", ["Storage", "Audit", "Accounts", "Courseware", "Learning"]),
        room(
            "Web",
            ["Markup", "Courseware", "Storage", "Audit", "Accounts", "Learning", "Coaching", "Mandates"]
                + ["CQRencode", "CZlib"] + http),
        .executableTarget(
            name: "meedoen",
            dependencies: ["Web", "Courseware", "Storage", "Audit", "Accounts", "Learning", "Coaching", "Mandates"]
                + ["CMimalloc", arguments, logging],
            swiftSettings: strict),

        tests("Markup"),
        // What the tests of the reader and script/fuzz share.
        .target(name: "ReaderFuzz", dependencies: ["Courseware", "Markup"], path: "Tests/ReaderFuzz", swiftSettings: strict),
        tests("Courseware", ["Markup", "ReaderFuzz"]),
        // What all tests with a database share.
        .target(name: "TestDatabase", dependencies: ["Storage", "CPostgreSQL"], path: "Tests/TestDatabase", swiftSettings: strict),
        tests("Storage", ["TestDatabase", .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        tests("Audit", ["TestDatabase", "Storage", .product(name: "GRDBSQLite", package: "GRDB.swift")]),
        tests("Accounts", ["TestDatabase", "Audit", "Storage"]),
        tests("Learning", ["TestDatabase", "Storage", "Accounts", "Courseware"]),
        tests("Mandates", ["TestDatabase", "Storage", "Accounts", "Audit", "Courseware", "Learning"]),
        tests("Coaching", ["TestDatabase", "Storage", "Accounts", "Audit", "Courseware", "Learning"]),
        tests(
            "Web",
            ["TestDatabase", "Storage", "Audit", "Accounts", "Courseware", "Learning", "Coaching", "Mandates"]
                + [.product(name: "NIOEmbedded", package: "swift-nio")]
                + http),
        .testTarget(name: "HouseRulesTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
