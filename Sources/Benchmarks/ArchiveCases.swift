import Archive
import Dates
import Digests
import Foundation

/// An archive of 1,300 nights with small reports, as five years of a desk leave it.
private final class Nights {
    private static let first = 18_993  // 2022-01-01, a Saturday
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("archive-\(UUID().uuidString)")
    private let sessions = (0..<3_000).map { Day(daysSince1970: first + $0) }.filter { !$0.weekday.isWeekend }
    private var published = 0

    var archive: Archive {
        Archive(
            root: folder, origin: "thetadesk.example/benchmark", expected: [.nights("daily", sessions: sessions)])
    }

    func prepare() {
        if published == 0 { atexit { nights.remove() } }
        while published < 1_300 { publish() }
    }

    /// Publishes the next night.
    func publish() {
        let day = sessions[published]
        let draft = Draft(
            kind: "daily", period: .day(day), asOf: day, program: .init(name: "benchmarks", version: "1"),
            settings: SHA256.digest(of: "settings"),
            templates: [.init(name: "daily.md", sha256: SHA256.digest(of: "t"))],
            inputs: [.init(name: "history", sha256: SHA256.digest(of: day.iso), rows: published)],
            outcome: Outcome(
                title: "Daily checklist \(day)", headline: "All 5 checks pass", decision: "HOLD", verdict: "pass",
                share: 0.25, failed: published % 40 == 7 ? 1 : 0), started: Instant(utc: day, hour: 20))
        do {
            try archive.publish(draft, clock: { Instant(utc: day, hour: 21) }) { folder, _ in
                for name in ["index.html", "report.md", "report.xlsx"] {
                    try Data("\(name) of \(day)\n".utf8).write(to: folder.appendingPathComponent(name))
                }
            }
            published += 1
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(70)
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// One archive serves all cases.
private nonisolated(unsafe) let nights = Nights()

/// The cost of the 1,301st night and those after it: three tiny files, manifest, log, `HEAD`, a year's page and the first.
func archiveAppend() -> Case {
    return Case(name: "archive-append", unit: "nights", prepare: { nights.prepare() }) {
        nights.publish()
        return (1, 0)
    }
}

/// All index pages anew from the log.
func archiveIndex() -> Case {
    return Case(name: "archive-index", unit: "rebuilds", prepare: { nights.prepare() }) {
        do { try nights.archive.rebuildIndex() } catch { return (0, -1) }
        return (1, 0)
    }
}

/// Every digest, every line and every page of 1,300 nights.
func archiveVerify() -> Case {
    return Case(name: "archive-verify", unit: "archives", prepare: { nights.prepare() }) {
        (1, Double((try? nights.archive.verify().count) ?? -1))
    }
}
