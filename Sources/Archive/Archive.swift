public import Foundation

/// The archive of published reports: a folder to which runs are added and in which nothing published ever changes.
///
/// `<year>/<period>/<kind>/r<revision>/` holds a run's files and its manifest; `log.jsonl` binds all runs in the order of
/// their publication, each line to the one before; `HEAD` says where the log is; index pages are made from the log alone and
/// can be made again at any time. See docs/archive.md.
public struct Archive: Sendable {
    /// The folder.
    public let root: String
    /// Whose archive it is, as in `thetadesk.example/desk`: written into `HEAD` with the first run, and bound by the log.
    public let origin: String
    /// The runs that should be there once there is any of their kind, so that gaps show.
    public let expected: [ExpectedRuns]
    let checkpoint: @Sendable (Checkpoint) throws -> Void

    /// The archive in a folder. Nothing is read or written yet; the first publication makes the folder.
    /// - Parameters:
    ///   - root: the folder.
    ///   - origin: whose archive it is: one line without control characters.
    ///   - expected: the runs that should be there, once there is any of their kind; days to come do no harm.
    ///   - checkpoint: called at each point between which a crash can fall; what it throws stops the work there.
    public init(
        root: URL, origin: String, expected: [ExpectedRuns] = [],
        checkpoint: @escaping @Sendable (Checkpoint) throws -> Void = { _ in }
    ) {
        self.root = root.path
        self.origin = origin
        self.expected = expected
        self.checkpoint = checkpoint
    }

    /// Bytes of the log: the lines of seventy thousand runs.
    static let logBound = 1 << 26
    /// Bytes of a manifest, and of the line that is being added to the log.
    static let manifestBound = 1 << 24
    /// Bytes of `HEAD`.
    static let headBound = 1 << 12

    /// The name of a run's manifest within its folder.
    static let manifestName = "manifest.json"

    var logPath: String { "\(root)/log.jsonl" }
    var headPath: String { "\(root)/HEAD" }
    var indexPath: String { "\(root)/index.html" }
    /// The line that is being added to the log, kept until everything that follows from it is done.
    var notePath: String { "\(root)/.publishing" }
    var lockPath: String { "\(root)/.lock" }
    func path(of place: Place) -> String { "\(root)/\(place.path)" }
    func indexPath(of year: Int) -> String { "\(root)/\(year)/index.html" }
    func stagingPath(of place: Place) -> String { "\(root)/\(Archive.stagingPrefix)\(place.name)" }
    static let stagingPrefix = ".staging-"
    /// Whether a name in the root is that of a year's folder.
    static func isYear(_ name: String) -> Bool { name.count == 4 && Int(name) != nil }
}
