internal import Dates

/// Reads what index pages show out of a log, each line at most once.
struct IndexReader {
    let log: Log
    let outline: Outline
    let expected: [ExpectedRuns]
    private var records: [Int: LogRecord] = [:]

    init(_ log: Log, _ outline: Outline, expected: [ExpectedRuns]) {
        self.log = log
        self.outline = outline
        self.expected = expected
    }

    mutating func content(_ scope: IndexContent.Scope) throws(Log.UnreadableLine) -> IndexContent {
        let lines: [Int]
        let year: Int
        switch scope {
        case .newest:
            lines = outline.runLines.suffix(IndexContent.newest)
            year = outline.years.last ?? 1970
        case .year(let one):
            lines = outline.runLines(in: one)
            year = one
        }
        var rows: [IndexContent.Row] = []
        for line in lines { if let row = try row(line) { rows.append(row) } }
        if case .newest = scope { rows.reverse() } else { rows.sort { Run.isNewer($0.run, $1.run) } }
        let gaps = gaps(in: year)
        return IndexContent(
            scope: scope, rows: rows, total: outline.runLines.count,
            years: outline.years.reversed().map {
                .init(year: $0, runs: outline.runLines(in: $0).count, gaps: self.gaps(in: $0).count)
            },
            calendar: NightCalendar(
                year: year, runs: try nights(of: year), expected: expected, gaps: gaps, horizon: outline.horizon),
            gaps: gaps)
    }

    private func gaps(in year: Int) -> [Gap] {
        outline.horizon.map { expected.gaps(in: outline, through: $0, year: year) } ?? []
    }

    /// The standing runs of a year that are about a day.
    private mutating func nights(of year: Int) throws(Log.UnreadableLine) -> [Run] {
        var runs: [Run] = []
        for line in outline.runLines(in: year) {
            guard case .run(let run) = try record(line), case .day = run.place.period,
                case .current = outline.state(of: run.place)
            else { continue }
            runs.append(run)
        }
        return runs
    }

    private mutating func row(_ line: Int) throws(Log.UnreadableLine) -> IndexContent.Row? {
        guard case .run(let run) = try record(line) else { return nil }
        let state: RunHistory.State
        switch outline.state(of: run.place) {
        case .current: state = .current
        case .superseded(let by): state = .superseded(by: by)
        case .removed(let line):
            guard case .removal(let removal) = try record(line) else { return nil }
            state = .removed(removal)
        }
        // Where nothing of a report is left, nothing leads to it, and nothing from it.
        let stands = outline.currentLine(run.place.series) != nil
        return IndexContent.Row(
            run: run, state: state, previous: stands ? outline.previous(run.place.series) : nil,
            next: stands ? outline.next(run.place.series) : nil)
    }

    private mutating func record(_ line: Int) throws(Log.UnreadableLine) -> LogRecord {
        if let known = records[line] { return known }
        do {
            let record = try log.record(line)
            records[line] = record
            return record
        } catch {
            throw Log.UnreadableLine(number: line + 1, detail: "\(error)")
        }
    }
}
