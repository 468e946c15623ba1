import Foundation

/// The project's own data files.
enum ProjectData {
    /// The package's folder.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    /// `data/calendars`.
    static let calendars = root.appending(path: "data/calendars")
}

/// Real prices and chains, which are not part of the project; tests on them are skipped where they are not present.
enum RealData {
    private static let folder = ProjectData.root.deletingLastPathComponent().appending(path: "shared/real")
    /// Whether they are present.
    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }
    /// A symbol's daily bars.
    static func bars(_ symbol: String) -> URL { folder.appending(path: "prices/\(symbol).csv") }
    /// The dividends of all symbols.
    static let dividends = folder.appending(path: "prices/dividends.csv")
    /// A chain.
    static func chain(_ name: String) -> URL { folder.appending(path: "chains/\(name)") }
}
