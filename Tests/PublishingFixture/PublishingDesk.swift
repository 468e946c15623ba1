public import Archive
public import Dates
internal import DeskFixture
internal import Digests
public import Foundation
public import History
internal import Input
internal import Market
internal import Metrics
public import Notebooks
public import Publishing
internal import Reports

/// For tests: the small desk with a folder of its own, in which its history and its archive lie.
public struct PublishingDesk: Sendable {
    /// A fixture that cannot be made.
    public struct Broken: Error, CustomStringConvertible {
        /// What is missing.
        public let description: String

        /// A fixture that cannot be made.
        public init(description: String) { self.description = description }
    }

    /// The folder.
    public let folder: URL
    /// The history, open for writing.
    public let store: HistoryStore
    /// The clock of everything that is made: 22:00 UTC on Friday, 31 July 2026 unless it is set.
    public let clock: HandClock
    /// The program's version.
    public var version = "0.4.0"
    /// The settings, as far as manifests know them: by their digest.
    public var settings = "the desk's settings"
    /// Called at each point between which a crash can fall.
    public var checkpoint: @Sendable (Checkpoint) throws -> Void = { _ in }

    /// A desk with the first of its ten sessions in the history.
    public init(sessions: Int = 10) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("publishing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try Desk.store(at: folder.appendingPathComponent("desk.sqlite").path, sessions: sessions)
        clock = HandClock(Instant(utc: try Self.day("2026-07-31"), hour: 22))
    }

    /// Takes the folder away.
    public func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The archive.
    public var archive: Archive {
        Archive(
            root: folder.appendingPathComponent("reports"), origin: "thetadesk.example/test", checkpoint: checkpoint)
    }

    /// Puts reports into the archive.
    public var publisher: Publisher {
        get throws {
            guard let calendar = Desk.calendar, let events = Desk.events else {
                throw Broken(description: "the project's calendars cannot be read")
            }
            let data = ReportData(
                store: store, calendar: calendar, events: events, review: ReviewSettings(), limits: ChecklistLimits())
            return Publisher(
                archive: archive, reports: ReportMaker(data: data, program: "ThetaDesk \(version)"),
                maker: Publisher.Maker(
                    program: Manifest.Program(name: "ThetaDesk", version: version),
                    settings: SHA256.digest(of: settings), host: "desk", user: "nightly", command: "report nightly"),
                now: { [clock] in clock.now })
        }
    }

    /// Writes a notebook into the desk's own folder of templates, and reads it there.
    public func write(_ text: String, as file: String) throws -> Template {
        let templates = folder.appendingPathComponent("templates")
        try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: templates.appendingPathComponent(file))
        return try catalogue.template(named: String(file.dropLast(3)))
    }

    /// The desk's own folder of templates.
    public var catalogue: TemplateCatalogue {
        get throws { try TemplateCatalogue(directory: folder.appendingPathComponent("templates").path) }
    }

    /// The notebooks that the project ships.
    public static func shipped() throws -> TemplateCatalogue {
        try TemplateCatalogue(directory: Desk.project.appendingPathComponent("templates").path)
    }

    /// Brings a trade of the first week in late: one contract, 30 dollars less fees of 2 dollars.
    public func importLateTrade() throws {
        let text = """
            trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,exit_time,exit_cost,fees,\
            expiration,width,short_put,long_put,confidence,exit_reason,mode
            A1,MULTIBOOK,PRIMARY,SPY,put_credit,2026-07-21T19:30:00Z,1,0.50,2026-07-23T19:00:00Z,0.20,2.00,\
            2026-08-14,5,600,595,75,profit,paper

            """
        let report = try store.importTrades(CSVReader(text: text, file: "trades-late.csv"), at: clock.now)
        guard report.imported == 1 else { throw Broken(description: report.description) }
    }

    /// A date that the test knows to be one.
    public static func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw Broken(description: "'\(text)' is no date") }
        return day
    }

    /// A week that the test knows to be one.
    public static func week(_ text: String) throws -> ISOWeek {
        guard let week = ISOWeek(text) else { throw Broken(description: "'\(text)' is no week") }
        return week
    }

    /// Every file below a folder of the archive with its bytes; all of them unless one is named.
    public func files(_ below: String = "") throws -> [String: Data] {
        let root = URL(fileURLWithPath: archive.root).appendingPathComponent(below)
        var files: [String: Data] = [:]
        let names = FileManager.default.enumerator(atPath: root.path)
        while let name = names?.nextObject() as? String {
            let path = root.appendingPathComponent(name).path
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            files[name] = FileManager.default.contents(atPath: path)
        }
        return files
    }
}
