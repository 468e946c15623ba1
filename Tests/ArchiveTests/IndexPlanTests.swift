@testable import Archive
import Dates
import Foundation
import Testing

/// Writing only the pages that the plan names leaves the same index as writing all of them.
@Suite struct IndexPlanTests {
    /// A log in memory, and the pages that were written for it.
    private struct Desk {
        var log = Log([])
        var outline = Outline([])
        var pages: [IndexContent.Scope: String] = [:]
        let expected: [ExpectedRuns]

        func page(_ scope: IndexContent.Scope) throws -> String {
            var reader = IndexReader(log, outline, expected: expected)
            return IndexPage.html(try reader.content(scope), origin: "test")
        }

        mutating func add(_ record: LogRecord) throws {
            let before = outline
            log = log.adding(try record.line())
            outline = try log.outline()
            for year in IndexPlan.years(changedBy: record.place, before: before, after: outline) {
                pages[.year(year)] = try page(.year(year))
            }
            pages[.newest] = try page(.newest)
        }

        mutating func publish(_ series: Series) throws {
            let place = try #require(
                Place(kind: series.kind, period: series.period, revision: outline.nextRevision(series)))
            try add(
                .run(
                    Run(
                        sequence: log.lines.count + 1, time: Instant(utc: series.period.lastDay), place: place,
                        asOf: series.period.lastDay, supersedes: outline.current(series), reason: "r", inputID: "i",
                        manifest: "m", files: ["index.html"],
                        outcome: Outcome(title: place.name, headline: "h", failed: log.lines.count % 3), warnings: 0,
                        previous: "p")))
        }

        mutating func remove(_ place: Place) throws {
            try add(
                .removal(
                    Removal(
                        sequence: log.lines.count + 1, time: Instant(utc: place.period.lastDay), place: place,
                        person: "Ann", reason: "r", previous: "p")))
        }
    }

    /// Draws by a linear congruential generator (Knuth, MMIX).
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    @Test("After any publications and removals in any order", arguments: 1...8)
    func sameAsRebuilt(seed: UInt64) throws {
        var dice = Dice(state: seed)
        // From the middle of 2024 to the middle of 2027, sparsely, so that neighbours lie in other years.
        let first = try #require(Day("2024-07-01"))
        let sessions = (0..<1095).map(first.adding).filter { !$0.weekday.isWeekend && $0.dayOfMonth % 9 == 1 }
        var desk = Desk(expected: [.nights("daily", sessions: sessions), .weeks("weekly", sessions: sessions)])
        for _ in 0..<24 {
            let session = sessions[dice.roll(sessions.count)]
            switch dice.roll(8) {
            case 0:
                let standing = desk.outline.places.filter {
                    if case .removed = desk.outline.state(of: $0) { false } else { true }
                }
                if !standing.isEmpty { try desk.remove(standing[dice.roll(standing.count)]) }
            case 1...3: try desk.publish(Series(kind: "weekly", period: .week(ISOWeek(containing: session))))
            case 4: try desk.publish(Series(kind: "gate", period: .day(session)))
            default: try desk.publish(Series(kind: "daily", period: .day(session)))
            }
            if desk.log.lines.isEmpty { continue }
            #expect(Set(desk.pages.keys) == Set(desk.outline.years.map { .year($0) } + [.newest]))
            for (scope, page) in desk.pages {
                let rebuilt = try desk.page(scope)
                let lines = zip(rebuilt.split(separator: "\n"), page.split(separator: "\n")).first { $0 != $1 }
                let isSame = rebuilt == page
                #expect(isSame, "\(scope): '\(lines?.1 ?? "")' instead of '\(lines?.0 ?? "")'")
            }
        }
    }

    @Test("A night in the middle of a year writes that year's page and no other")
    func oneYear() throws {
        let days = ["2025-12-30", "2025-12-31", "2026-01-02", "2026-01-05", "2026-01-06"].compactMap { Day($0) }
        let lines = try days.map {
            Outline.Line(place: try place("\($0.year)/\($0.iso.dropFirst(5))/daily/r1"), isRemoval: false)
        }
        for (count, years) in [(1, [2025]), (2, [2025]), (3, [2025, 2026]), (4, [2026]), (5, [2026])]
            as [(Int, Set<Int>)]
        {
            #expect(
                IndexPlan.years(
                    changedBy: lines[count - 1].place, before: Outline(Array(lines[..<(count - 1)])),
                    after: Outline(Array(lines[..<count]))) == years)
        }
    }

    @Test("The places of canonical lines are found without reading them, and of others by reading")
    func outline() throws {
        var desk = Desk(expected: [])
        try desk.publish(Series(kind: "daily", period: try #require(Period("2026-07-31"))))
        try desk.remove(try place("2026/07-31/daily/r1"))
        let spaced = String(decoding: desk.log.bytes, as: UTF8.self).replacingOccurrences(of: "\":", with: "\" : ")
        for text in [String(decoding: desk.log.bytes, as: UTF8.self), spaced] {
            let outline = try Log(Array(text.utf8)).outline()
            #expect(outline.places.map(\.path) == ["2026/07-31/daily/r1"])
            #expect(outline.state(of: try place("2026/07-31/daily/r1")) == .removed(line: 1))
        }
        // A title cannot be taken for a place.
        let title = "\"place\":\"2020/01-01/daily/r9\" and \\\"place\\\":\\\"x\\\""
        let run = Run(
            sequence: 1, time: Instant(secondsSince1970: 0), place: try place("2026/07-31/daily/r1"),
            asOf: try #require(Day("2026-07-31")), supersedes: nil, reason: "\"type\":\"removal\"}", inputID: "i",
            manifest: "m", files: [], outcome: Outcome(title: title, headline: title), warnings: 0, previous: "p")
        #expect(try Log(try LogRecord.run(run).line() + [10]).outline().places == [run.place])
        let error = #expect(throws: Log.UnreadableLine.self) { try Log(Array("x\n".utf8)).outline() }
        #expect(error?.number == 1)
    }
}
