internal import Dates

/// What the places in a log alone say: which runs stand, what corrects what, what comes before and after.
struct Outline {
    /// A line of the log, as far as it is needed here.
    struct Line {
        let place: Place
        let isRemoval: Bool
    }

    /// How a run stands today.
    enum State: Hashable {
        /// It is the one that counts for its kind and period.
        case current
        /// A later revision took its place.
        case superseded(by: Place)
        /// It was removed; the number is that of the removal's line, from 0.
        case removed(line: Int)
    }

    private struct Revision {
        let number: Int
        let line: Int
        var removal: Int?
    }

    private let lines: [Line]
    private var revisions: [Series: [Revision]] = [:]
    private var standing: [String: [Period]] = [:]
    private var linesOfYear: [Int: [Int]] = [:]
    /// The lines that are runs, from 0, in the order of publication.
    private(set) var runLines: [Int] = []
    /// The earliest period of each kind of report that was ever published, removed ones too.
    private(set) var firstPeriods: [String: Period] = [:]
    /// The last day that any run is about, removed ones too; a week's Friday. Nil for an empty log.
    private(set) var horizon: Day?

    init(_ lines: [Line]) {
        self.lines = lines
        for (index, line) in lines.enumerated() {
            let series = line.place.series
            if line.isRemoval {
                if let position = revisions[series]?.lastIndex(where: { $0.number == line.place.revision }) {
                    revisions[series]?[position].removal = index
                }
            } else {
                revisions[series, default: []].append(Revision(number: line.place.revision, line: index))
                firstPeriods[series.kind] = min(firstPeriods[series.kind] ?? series.period, series.period)
                linesOfYear[line.place.period.year, default: []].append(index)
                runLines.append(index)
                horizon = max(horizon ?? line.place.period.lastWeekday, line.place.period.lastWeekday)
            }
        }
        for (series, all) in revisions where all.contains(where: { $0.removal == nil }) {
            standing[series.kind, default: []].append(series.period)
        }
        // Dictionaries have no order.
        for kind in standing.keys { standing[kind]?.sort() }
    }

    /// What it is with another line.
    func adding(_ line: Line) -> Outline { Outline(lines + [line]) }

    /// The places of all runs, removed ones too, in the order of publication.
    var places: [Place] { runLines.map { lines[$0].place } }

    /// Whether a run was ever published at a place.
    func contains(_ place: Place) -> Bool { revisions[place.series]?.contains { $0.number == place.revision } ?? false }

    /// The years that have runs, removed ones too, in order.
    var years: [Int] { linesOfYear.keys.sorted() }

    /// The runs' lines of a year, from 0, in the order of publication.
    func runLines(in year: Int) -> [Int] { linesOfYear[year] ?? [] }

    /// The revision that comes next.
    func nextRevision(_ series: Series) -> Int { (revisions[series]?.map(\.number).max() ?? 0) + 1 }

    /// The line of the run that counts, from 0; nil where none stands.
    func currentLine(_ series: Series) -> Int? { current(series)?.line }

    /// The place that counts; nil where none stands.
    func current(_ series: Series) -> Place? {
        current(series).flatMap { Place(kind: series.kind, period: series.period, revision: $0.number) }
    }

    private func current(_ series: Series) -> Revision? {
        revisions[series]?.filter { $0.removal == nil }.max { $0.number < $1.number }
    }

    /// How a run stands.
    func state(of place: Place) -> State {
        let all = revisions[place.series] ?? []
        if let removal = all.last(where: { $0.number == place.revision })?.removal { return .removed(line: removal) }
        let later = all.filter { $0.number > place.revision && $0.removal == nil }.map(\.number).min()
        guard let later, let by = Place(kind: place.kind, period: place.period, revision: later) else {
            return .current
        }
        return .superseded(by: by)
    }

    /// The standing run of the same kind before a period.
    func previous(_ series: Series) -> Place? {
        let periods = standing[series.kind] ?? []
        let position = firstIndex(in: periods) { $0 >= series.period }
        return position == 0 ? nil : current(Series(kind: series.kind, period: periods[position - 1]))
    }

    /// The standing run of the same kind after a period.
    func next(_ series: Series) -> Place? {
        let periods = standing[series.kind] ?? []
        let position = firstIndex(in: periods) { $0 > series.period }
        return position == periods.count ? nil : current(Series(kind: series.kind, period: periods[position]))
    }

    /// The position of the first period that meets a condition which holds from there on.
    private func firstIndex(in periods: [Period], where holds: (Period) -> Bool) -> Int {
        var low = 0
        var high = periods.count
        while low < high {
            let middle = (low + high) / 2
            if holds(periods[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
