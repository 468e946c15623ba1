internal import Dates

/// A year of nights: for each weekday whether its reports are there and what they say.
struct NightCalendar {
    /// What a night's reports say, the gravest first.
    enum State: String {
        /// None of the expected runs stands.
        case missing
        /// Some expected run is missing.
        case incomplete
        /// A check failed.
        case failed
        /// A check could not be evaluated.
        case unknown
        /// All is there and well.
        case good
    }

    /// A night with a report, or with a gap.
    struct Night {
        let day: Day
        let state: State
        /// The first of its runs; nil where there is none.
        let run: Place?
        /// What there is and what is not, in words.
        let words: String
    }

    let year: Int
    /// The nights, in order.
    let nights: [Night]
    /// The months to be drawn: from the first night to the last, 1–12.
    let months: ClosedRange<Int>?

    init(year: Int, runs: [Run], expected: [ExpectedRuns], gaps: [Gap], horizon: Day?) {
        self.year = year
        var runsOf: [Day: [Run]] = [:]
        for run in runs { if case .day(let day) = run.place.period { runsOf[day, default: []].append(run) } }
        var gapsOf: [Day: [Gap]] = [:]
        for gap in gaps { if case .day(let day) = gap.period { gapsOf[day, default: []].append(gap) } }
        let order = expected.map(\.kind)
        let nights = Set(runsOf.keys).union(gapsOf.keys).sorted().map { day in
            let runs = (runsOf[day] ?? []).sorted { first, second in
                let ranks = [first, second].map { order.firstIndex(of: $0.place.kind) ?? order.count }
                return (ranks[0], first.place.kind) < (ranks[1], second.place.kind)
            }
            return Night(day: day, runs: runs, gaps: gapsOf[day] ?? [])
        }
        self.nights = nights
        months = nights.first.flatMap { first in nights.last.map { first.day.month...$0.day.month } }
    }
}

extension NightCalendar.Night {
    init(day: Day, runs: [Run], gaps: [Gap]) {
        let failed = runs.map(\.outcome.failed).reduce(0, +)
        let unknown = runs.map(\.outcome.unknown).reduce(0, +)
        var words = runs.isEmpty ? [] : [runs.map(\.place.kind).joined(separator: ", ")]
        if failed > 0 { words.append("\(failed) \(failed == 1 ? "check" : "checks") failed") }
        if unknown > 0 { words.append("\(unknown) unknown") }
        if !gaps.isEmpty { words.append("missing: " + gaps.map(\.kind).joined(separator: ", ")) }
        self.init(
            day: day,
            state: runs.isEmpty
                ? .missing : !gaps.isEmpty ? .incomplete : failed > 0 ? .failed : unknown > 0 ? .unknown : .good,
            run: runs.first?.place, words: words.joined(separator: "; "))
    }
}
