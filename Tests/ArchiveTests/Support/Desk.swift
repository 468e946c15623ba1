import Archive
import Dates
import Digests
import Foundation

/// An archive in a folder of its own, and small reports to put into it.
struct Desk {
    static let origin = "thetadesk.example/test"
    let folder: URL
    var sessions: [Day] = []
    var checkpoint: @Sendable (Checkpoint) throws -> Void = { _ in }

    init() {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("archive-\(UUID().uuidString)")
    }

    init(at path: String) { folder = URL(fileURLWithPath: path) }

    var archive: Archive {
        Archive(
            root: folder, origin: Desk.origin, expected: [.nights("daily", sessions: sessions)], checkpoint: checkpoint)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// A report whose inputs are told apart by one word.
    static func draft(
        _ period: String, kind: String = "daily", input: String = "a", reason: String? = nil,
        outcome: Outcome? = nil, warnings: [String] = []
    ) -> Draft {
        let period = Period(period) ?? .day(Day(daysSince1970: 0))
        return Draft(
            kind: kind, period: period, asOf: period.asOf, reason: reason,
            program: .init(name: "ThetaDesk", version: "0.4.0"), settings: SHA256.digest(of: "settings"),
            templates: [.init(name: "\(kind).md", sha256: SHA256.digest(of: kind))],
            parameters: [.init(name: "period", text: period.description, isDefault: false)],
            inputs: [
                .init(
                    name: "closed_trades", sha256: SHA256.digest(of: input), rows: 12,
                    totals: [.init(name: "realized_pnl", text: "1234.50")], firstDay: Day("2026-01-02"),
                    lastDay: period.asOf)
            ],
            outcome: outcome ?? Outcome(title: "\(kind) \(period)", headline: "All quiet"), warnings: warnings,
            started: Instant(utc: period.asOf, hour: 20), host: "desk", user: "nightly", command: "report nightly")
    }

    /// Publishes a report of three files and a chart, an hour after the session's close.
    @discardableResult
    func publish(_ draft: Draft) throws -> Publication {
        try archive.publish(draft, clock: { Instant(utc: draft.asOf, hour: 21) }) { folder, slot in
            try Desk.write(draft, slot, to: folder)
        }
    }

    static func write(_ draft: Draft, _ slot: Slot, to folder: URL) throws {
        let charts = folder.appendingPathComponent("charts")
        try FileManager.default.createDirectory(at: charts, withIntermediateDirectories: true)
        for name in ["index.html", "report.md", "report.xlsx", "cells.json", "charts/equity.svg"] {
            try Data("\(name) of \(slot.place), inputs \(draft.inputID)\n".utf8).write(
                to: folder.appendingPathComponent(name))
        }
    }

    /// Every file below the archive with its bytes, and every folder with nothing.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        let names = FileManager.default.enumerator(atPath: folder.path)
        while let name = names?.nextObject() as? String {
            contents[name] = FileManager.default.contents(atPath: path(name)) ?? Data()
        }
        return contents
    }

    func names(_ below: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: below.isEmpty ? folder.path : path(below)).sorted()
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    /// The lines of the log.
    func log() throws -> [String] {
        try text("log.jsonl").split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    }

    func write(log: [String]) throws { try write(log.map { $0 + "\n" }.joined(), "log.jsonl") }
}

extension Period {
    /// The date of its report: the day, or a week's Friday.
    var asOf: Day {
        switch self {
        case .day(let day): day
        case .week(let week): week.friday
        }
    }
}

/// A text's place, which the test knows to be one.
func place(_ text: String) throws -> Place {
    guard let place = Place(text) else { throw NoSuchPlace() }
    return place
}

private struct NoSuchPlace: Error {}
