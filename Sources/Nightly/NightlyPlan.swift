public import Dates
public import Ledger

/// What there is to do: the nights that are not done yet, oldest first, and of each the steps that are not.
///
/// Where there is anything to do, the last night also has the steps that conclude a run, done before or not.
///
/// A pure function of the calendar and of what the history remembers of earlier runs.
public struct NightlyPlan: Hashable, Sendable {
    /// One session's work.
    public struct Night: Hashable, Sendable {
        /// The session.
        public let session: Day
        /// Whether it is the last session of its ISO week.
        public let isWeekEnd: Bool
        /// The steps to do, in order.
        public let steps: [NightlyStep]
    }

    /// The nights with anything to do, oldest first.
    public let nights: [Night]

    /// Plans a run.
    ///
    /// - Parameters:
    ///   - sessions: the exchange's sessions in order. The last one that the calendar knows is taken for the end of its week; the
    ///     weekly report itself says where the calendar does not reach far enough for it.
    ///   - last: the last session that has ended.
    ///   - first: the earliest session to look at; nil to begin where earlier runs did, or with `last` where there were
    ///     none: a long history is not worked through by surprise.
    ///   - beginning: the first day that the history knows anything of; nil for an empty one. Nights before it are none: there
    ///     would be nothing to check, to decide from or to report, on that night and on every later one.
    ///   - steps: what earlier runs did.
    public init(
        sessions: [Day], through last: Day, since first: Day? = nil, beginning: Day? = nil, done steps: [JobStep]
    ) {
        var finished: [Day: Set<String>] = [:]
        for step in steps where step.state == .done || step.state == .skipped {
            finished[step.day, default: []].insert(step.step)
        }
        let asked = first ?? steps.map(\.day).min() ?? last
        let start = beginning.map { max($0, asked) } ?? asked
        func due(concludingWith end: Day?) -> [Night] {
            sessions.enumerated().compactMap { index, session in
                guard session >= start, session <= last else { return nil }
                let week = ISOWeek(containing: session)
                let isWeekEnd = sessions.dropFirst(index + 1).first.map { ISOWeek(containing: $0) != week } ?? true
                let steps = NightlyStep.allCases.filter { step in
                    let isDone = finished[session]?.contains(step.rawValue) ?? false
                    return step.isDue(atWeekEnd: isWeekEnd) && (!isDone || session == end && step.concludesRun)
                }
                return steps.isEmpty ? nil : Night(session: session, isWeekEnd: isWeekEnd, steps: steps)
            }
        }
        nights = due(concludingWith: nil).isEmpty ? [] : due(concludingWith: last)
    }
}
