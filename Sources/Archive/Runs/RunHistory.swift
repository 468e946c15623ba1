public import Dates
internal import Input

/// Everything that was published, as the log has it.
public struct RunHistory: Sendable {
    /// How a run stands today.
    public enum State: Hashable, Sendable {
        /// It is the one that counts for its kind and period.
        case current
        /// A later revision took its place.
        case superseded(by: Place)
        /// It was removed.
        case removed(Removal)
    }

    /// The runs, in the order of publication.
    public let runs: [Run]
    /// The removals, in their order.
    public let removals: [Removal]
    private let outline: Outline
    private let records: [LogRecord]

    /// The history of an archive that holds nothing yet.
    public static var nothing: RunHistory { RunHistory([]) }

    init(_ records: [LogRecord]) {
        self.records = records
        runs = records.compactMap { if case .run(let run) = $0 { run } else { nil } }
        removals = records.compactMap { if case .removal(let removal) = $0 { removal } else { nil } }
        outline = Outline(records.map(\.outlined))
    }

    /// How a run stands today.
    public func state(of run: Run) -> State {
        switch outline.state(of: run.place) {
        case .current: .current
        case .superseded(let by): .superseded(by: by)
        case .removed(let line):
            if case .removal(let removal) = records[line] { .removed(removal) } else { .current }
        }
    }

    /// The runs that count, in the order of publication: neither superseded nor removed.
    public var current: [Run] { runs.filter { state(of: $0) == .current } }

    /// The run that counts for a kind and a period; nil where none stands.
    public func current(kind: String, period: Period) -> Run? {
        outline.currentLine(Series(kind: kind, period: period)).flatMap(run)
    }

    /// The run that counts of the period before, the one that "since last time" compares with; nil where there is none.
    public func previous(kind: String, before period: Period) -> Run? {
        outline.previous(Series(kind: kind, period: period)).flatMap { current(kind: kind, period: $0.period) }
    }

    /// The run that counts of the period after; nil where there is none.
    public func next(kind: String, after period: Period) -> Run? {
        outline.next(Series(kind: kind, period: period)).flatMap { current(kind: kind, period: $0.period) }
    }

    /// The runs that meet every condition given, newest period first, a correction before what it corrects.
    /// - Parameters:
    ///   - kind: the kind of report.
    ///   - from: no period that ends before this day.
    ///   - through: no period that begins after this day.
    ///   - text: words that stand in name, title, headline, decision, verdict, reason or input id, whatever their case.
    public func select(kind: String? = nil, from: Day? = nil, through: Day? = nil, text: String = "") -> [Run] {
        let words = text.lowercased().split(separator: " ")
        return runs.filter { run in
            if let kind, run.place.kind != kind { return false }
            if let from, run.place.period.lastDay < from { return false }
            if let through, run.place.period.firstDay > through { return false }
            let searched = run.searched
            return words.allSatisfy { searched.contains($0) }
        }.sorted(by: Run.isNewer)
    }

    /// The run at a place, given as a path (`2026/W31/weekly/r1`) or a name (`2026-W31-weekly-r1`); without a revision
    /// (`2026-W31-weekly`) the one that counts.
    /// - Throws: ``ArchiveError/unknownRun(name:nearest:)``.
    public func run(named name: String) throws(ArchiveError) -> Run {
        if let place = Place(name), let run = runs.last(where: { $0.place == place }) { return run }
        for separator in ["-", "/"] {
            if let place = Place("\(name)\(separator)r1"), let run = current(kind: place.kind, period: place.period) {
                return run
            }
        }
        throw .unknownRun(name: name, nearest: NearestName.suggestion(for: name, among: runs.map(\.place.name)))
    }

    /// What had been published before a run.
    public func before(_ run: Run) -> RunHistory { RunHistory(records.filter { $0.sequence < run.sequence }) }

    /// The place of a run with its neighbours as they were when it was published.
    public func slot(of run: Run) -> Slot {
        let before = before(run)
        return Slot(
            place: run.place, supersedes: before.current(kind: run.place.kind, period: run.place.period),
            previous: before.previous(kind: run.place.kind, before: run.place.period))
    }

    /// What is expected up to a day and does not stand, by period.
    public func gaps(_ expected: [ExpectedRuns], through day: Day) -> [Gap] { expected.gaps(in: outline, through: day) }

    private func run(line: Int) -> Run? { if case .run(let run) = records[line] { run } else { nil } }
}

extension Run {
    /// Whether the first run comes before the second in a list with the newest first.
    static func isNewer(_ first: Run, _ second: Run) -> Bool {
        if first.place.period != second.place.period { return first.place.period > second.place.period }
        if first.place.kind != second.place.kind { return first.place.kind < second.place.kind }
        return first.place.revision > second.place.revision
    }

    /// The words in which a search looks, in small letters.
    var searched: String {
        [
            place.name, outcome.title, outcome.headline, outcome.decision ?? "", outcome.verdict ?? "", reason ?? "",
            inputID,
        ].joined(separator: " ").lowercased()
    }
}
