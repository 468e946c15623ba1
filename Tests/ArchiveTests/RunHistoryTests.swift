@testable import Archive
import Dates
import Foundation
import Testing

@Suite struct RunHistoryTests {
    /// Runs in the order of this list; `r2` of a period is its correction.
    private static func history() throws -> (Desk, RunHistory) {
        let desk = Desk()
        for (period, kind, title) in [
            ("2026-07-29", "daily", "Cash does not reconcile"), ("2026-W30", "weekly", "P&L up"),
            ("2026-07-31", "daily", "All quiet"), ("2026-W31", "weekly", "P&L down"),
            ("2026-07-30", "daily", "All quiet"),
        ] {
            try desk.publish(
                Desk.draft(period, kind: kind, outcome: Outcome(title: "\(kind) \(period)", headline: title)))
        }
        try desk.publish(
            Desk.draft(
                "2026-W30", kind: "weekly", input: "b", reason: "A fill came late.",
                outcome: Outcome(title: "Again", headline: "P&L flat", decision: "HOLD")))
        return (desk, try desk.archive.history())
    }

    @Test("The run that counts is the newest revision; before and after are those of the same kind")
    func neighbours() throws {
        let (desk, history) = try Self.history()
        defer { desk.remove() }
        func path(_ run: Run?) -> String? { run?.place.path }
        let week = try #require(Period("2026-W30"))
        let next = try #require(Period("2026-W31"))
        #expect(path(history.current(kind: "weekly", period: week)) == "2026/W30/weekly/r2")
        #expect(path(history.previous(kind: "weekly", before: next)) == "2026/W30/weekly/r2")
        #expect(path(history.next(kind: "weekly", after: week)) == "2026/W31/weekly/r1")
        #expect(history.previous(kind: "weekly", before: week) == nil)
        #expect(history.next(kind: "weekly", after: next) == nil)
        // Published last, and yet between two.
        let day = try #require(Period("2026-07-30"))
        #expect(path(history.previous(kind: "daily", before: day)) == "2026/07-29/daily/r1")
        #expect(path(history.next(kind: "daily", after: day)) == "2026/07-31/daily/r1")
        #expect(path(history.next(kind: "daily", after: try #require(Period("2026-01-01")))) == "2026/07-29/daily/r1")
        #expect(history.previous(kind: "gate", before: day) == nil)
        #expect(history.current(kind: "gate", period: day) == nil)
    }

    @Test("The runs that count are in the order of publication, without what was superseded or removed")
    func current() throws {
        let (desk, history) = try Self.history()
        defer { desk.remove() }
        let names = [
            "2026-07-29-daily-r1", "2026-07-31-daily-r1", "2026-W31-weekly-r1", "2026-07-30-daily-r1",
            "2026-W30-weekly-r2",
        ]
        #expect(history.current.map(\.place.name) == names)
        try desk.archive.remove(
            place("2026-W31-weekly-r1"), person: "Ada", reason: "a name", at: Instant(secondsSince1970: 1_785_535_200))
        #expect(try desk.archive.history().current.map(\.place.name) == names.filter { $0 != names[2] })
        #expect(RunHistory.nothing.current == [])
    }

    @Test(
        "Runs are selected by kind, days and words, newest period first",
        arguments: [
            (
                nil, nil, nil, "",
                [
                    "W31-weekly-r1", "07-31-daily-r1", "07-30-daily-r1", "07-29-daily-r1", "W30-weekly-r2",
                    "W30-weekly-r1",
                ]
            ),
            ("weekly", nil, nil, "", ["W31-weekly-r1", "W30-weekly-r2", "W30-weekly-r1"]),
            // A week counts where any of its days does.
            (nil, "2026-07-31", nil, "", ["W31-weekly-r1", "07-31-daily-r1"]),
            (nil, nil, "2026-07-27", "", ["W31-weekly-r1", "W30-weekly-r2", "W30-weekly-r1"]),
            (nil, "2026-07-20", "2026-07-26", "", ["W30-weekly-r2", "W30-weekly-r1"]),
            (nil, nil, nil, "CASH reconcile", ["07-29-daily-r1"]), (nil, nil, nil, "hold", ["W30-weekly-r2"]),
            (nil, nil, nil, "late fill", ["W30-weekly-r2"]), ("daily", nil, nil, "p&l", []),
        ] as [(String?, String?, String?, String, [String])])
    func select(kind: String?, from: String?, through: String?, text: String, expected: [String]) throws {
        let (desk, history) = try Self.history()
        defer { desk.remove() }
        let found = history.select(
            kind: kind, from: from.flatMap { Day($0) }, through: through.flatMap { Day($0) }, text: text)
        #expect(found.map { String($0.place.name.dropFirst(5)) } == expected)
        let input = history.runs[0].inputID
        #expect(history.select(text: String(input.prefix(16))).map(\.inputID) == [input])
    }

    @Test(
        "A run is found by its path and its name, without a revision the one that counts; another name gives the nearest"
    )
    func named() throws {
        let (desk, history) = try Self.history()
        defer { desk.remove() }
        for name in ["2026/W30/weekly/r2", "2026-W30-weekly-r2", "2026-W30-weekly", "2026/W30/weekly"] {
            #expect(try history.run(named: name).place.path == "2026/W30/weekly/r2")
        }
        #expect(try history.run(named: "2026-W30-weekly-r1").place.revision == 1)
        let error = #expect(throws: ArchiveError.self) { try history.run(named: "2026-W30-weakly-r1") }
        #expect(error?.description == "'2026-W30-weakly-r1': no run has this name; the nearest is '2026-W30-weekly-r1'")
        let none = #expect(throws: ArchiveError.self) { try RunHistory([]).run(named: "x") }
        #expect(none?.description == "'x': no run has this name; report history lists them")
    }

    @Test("A gap is an expected run that does not stand, from its kind's first on; a week is due with its Friday")
    func gaps() throws {
        let (desk, history) = try Self.history()
        defer { desk.remove() }
        // 2026-07-27 to 07-31 is week 31; 08-03 is the Monday after.
        let sessions = ["2026-07-27", "2026-07-28", "2026-07-29", "2026-07-30", "2026-07-31", "2026-08-03"]
            .compactMap { Day($0) }
        let expected: [ExpectedRuns] = [.weeks("weekly", sessions: sessions), .nights("daily", sessions: sessions)]
        func gaps(through day: String) throws -> [String] {
            history.gaps(expected, through: try #require(Day(day))).map { "\($0.period) \($0.kind)" }
        }
        #expect(try gaps(through: "2026-07-26") == [])
        // The first daily run stands for 07-29: the two nights before it were never this archive's to hold.
        #expect(try gaps(through: "2026-07-31") == [])
        #expect(try gaps(through: "2026-08-06") == ["2026-08-03 daily"])
        #expect(try gaps(through: "2026-08-07").last == "2026-W32 weekly")
    }

    @Test("What a run wrote is handed back as it was, or not at all")
    func files() throws {
        let (desk, history) = try Self.history()
        defer { desk.remove() }
        let run = try history.run(named: "2026-W30-weekly-r1")
        let cells = try #require(try desk.archive.file("cells.json", of: run))
        #expect(String(decoding: cells, as: UTF8.self) == "cells.json of 2026/W30/weekly/r1, inputs \(run.inputID)\n")
        #expect(try desk.archive.file("figures.json", of: run) == nil)
        try desk.write("{}", "2026/W30/weekly/r1/cells.json")
        #expect(throws: ArchiveError.altered(path: desk.path("2026/W30/weekly/r1/cells.json"))) {
            try desk.archive.file("cells.json", of: run)
        }
        try desk.write("{}", "2026/W30/weekly/r1/manifest.json")
        #expect(throws: ArchiveError.altered(path: desk.path("2026/W30/weekly/r1/manifest.json"))) {
            try desk.archive.file("cells.json", of: run)
        }
        try FileManager.default.removeItem(atPath: desk.path("2026/W30/weekly/r1"))
        #expect(throws: ArchiveError.self) { try desk.archive.manifest(of: run) }
    }

    @Test("Where nothing was published there is no history and no head")
    func empty() throws {
        let desk = Desk()
        let error = #expect(throws: ArchiveError.self) { try desk.archive.history() }
        #expect(
            error?.description
                == "\(desk.folder.path): there is no archive; check the path, or publish a first report there")
        #expect(try desk.archive.head() == nil)
        try FileManager.default.createDirectory(at: desk.folder, withIntermediateDirectories: true)
        defer { desk.remove() }
        try desk.write("HEAD\n", "HEAD")
        #expect(throws: ArchiveError.self) { try desk.archive.head() }
        try desk.write("no line\n", "log.jsonl")
        let damaged = #expect(throws: ArchiveError.self) { try desk.archive.history() }
        #expect(
            damaged?.description
                == "\(desk.path("log.jsonl")):1: is no line of the archive's log (is no JSON of this archive); nothing was written; restore the log from a backup"
        )
    }
}
