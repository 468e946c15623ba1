// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// One room of the house (docs/architecture.md): a library target and the tests that stand beside it.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = []) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests", dependencies: [.target(name: name)] + dependencies + tests, swiftSettings: strict),
    ]
}

let package = Package(
    name: "ThetaDesk",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "report", targets: ["report"]),
        .executable(name: "backtest", targets: ["backtest"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        room("Dates"),
        room("Mathematics"),
        room("Input", ["Dates"]),
        room("Digests", ["CCrypto"]),
        room("Options", ["Dates", "Mathematics"]),
        room("Market", ["Dates", "Input", "Mathematics", "Options"]),
        room("Ledger", ["Dates", "Input", "Options"]),
        room("Strategy", ["Dates", "Input", "Ledger", "Market", "Mathematics", "Options"]),
        room("Backtesting", ["Dates", "Input", "Ledger", "Market", "Mathematics", "Options", "Strategy"]),
        room("History", ["Dates", "Digests", "Input", "Ledger", "Options", grdb, grdbSQLite], tests: ["Mathematics"]),
        room("Metrics", ["Dates", "Input", "Ledger", "Mathematics", "Options"]),
        room("Rollout", ["Dates", "Digests", "Ledger", "Metrics"]),
        room(
            "Notebooks", ["CSQLiteBudget", "Dates", "Input", "Ledger", "Metrics", grdbSQLite, yams],
            tests: ["ReportReading"]),
        room(
            "Rendering",
            ["Dates", "Digests", "Input", "Ledger", "Metrics", "Notebooks", "CXlsxWriter", "CMarkGFM", "CZlib"],
            tests: ["Mathematics", "ReportReading"]),
        room("Archive", ["Dates", "Digests", "Input", "Metrics", "Notebooks", "Rendering"]),
        room(
            "Reviews", ["Dates", "History", "Input", "Ledger", "Market", "Metrics", "Options", "Rollout"],
            tests: ["DeskFixture"]),
        room(
            "Reports",
            ["Dates", "History", "Input", "Ledger", "Market", "Metrics", "Notebooks", "Reviews", "Rollout"],
            tests: [grdb, "DeskFixture"]),
        room(
            "Publishing",
            [
                "Archive", "Dates", "Digests", "History", "Ledger", "Metrics", "Notebooks", "Rendering", "Reports",
                "Reviews", "Rollout",
            ], tests: ["DeskFixture", "Input", "PublishingFixture"]),
        room("Nightly", ["Dates", "Ledger"]),
        room("Mail", ["Dates", "Digests", "CCurl", "CCurlShim"], tests: ["Mathematics"]),
        room(
            "Operations",
            [
                "Archive", "Dates", "History", "Input", "Ledger", "Mail", "Market", "Metrics", "Nightly", "Notebooks",
                "Publishing", "Reports", "Reviews", "Rollout",
            ], tests: ["DeskFixture", "PublishingFixture"]),
        room(
            "Settings",
            [
                "Backtesting", "Console", "Digests", "Input", "Mail", "Market", "Metrics", "Nightly", "Rollout",
                "Strategy", arguments, yams,
            ]),
        room(
            "Serving",
            ["NIOCore", "NIOHTTP1", "NIOPosix"].map { .product(name: $0, package: "swift-nio") },
            tests: ["Mathematics", .product(name: "NIOEmbedded", package: "swift-nio")]),
        room("Console", ["Dates", "History", "Input", arguments]),
        [
            .target(
                name: "DeskFixture",
                dependencies: [
                    "Dates", "History", "Input", "Ledger", "Market", "Metrics", "Options", "Reviews", "Rollout",
                ],
                path: "Tests/DeskFixture", swiftSettings: strict),
            .target(
                name: "ReportReading", dependencies: ["Dates", "Metrics", "Notebooks"], path: "Tests/ReportReading",
                swiftSettings: strict),
            .testTarget(
                name: "TemplatesTests",
                dependencies: [
                    "Dates", "DeskFixture", "History", "Ledger", "Mathematics", "Metrics", "Notebooks", "Rendering",
                    "ReportReading",
                    "Reports", "Reviews", "Rollout",
                ], swiftSettings: strict),
            .target(
                name: "PublishingFixture",
                dependencies: [
                    "Archive", "Dates", "DeskFixture", "Digests", "History", "Input", "Market", "Metrics", "Notebooks",
                    "Publishing", "Reports",
                ], path: "Tests/PublishingFixture", swiftSettings: strict),
        ],
        [
            .executableTarget(
                name: "report",
                dependencies: [
                    "Archive", "Console", "Dates", "Digests", "History", "Input", "Ledger", "Mail", "Market", "Metrics",
                    "Nightly", "Notebooks", "Operations", "Publishing", "Rendering", "Reports", "Reviews", "Rollout",
                    "Serving",
                    "Settings", arguments,
                ], swiftSettings: strict),
            .executableTarget(
                name: "backtest",
                dependencies: [
                    "Backtesting", "Console", "Dates", "History", "Input", "Ledger", "Market", "Options", "Settings",
                    "Strategy",
                    arguments,
                ], swiftSettings: strict),
            .executableTarget(
                name: "benchmarks",
                dependencies: [
                    "Archive", "Dates", "Digests", "History", "Ledger", "Market", "Mathematics", "Metrics", "Notebooks",
                    "Options", "Rendering", "Reports", "Rollout",
                ],
                path: "Sources/Benchmarks", swiftSettings: strict),
        ],
        [
            .target(name: "CCurlShim", dependencies: ["CCurl"]),
            .target(name: "CSQLiteBudget", linkerSettings: [.linkedLibrary("sqlite3")]),
            .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
            .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
            .systemLibrary(
                name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
            .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
            .systemLibrary(
                name: "CMarkGFM", pkgConfig: "libcmark-gfm",
                providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        ],
    ].flatMap { $0 },
    swiftLanguageModes: [.v6]
)
