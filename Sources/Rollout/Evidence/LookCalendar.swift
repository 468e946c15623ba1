internal import Dates
internal import Metrics

/// When the evidence is looked at: at the end of each week's last session, from the first week on that has enough.
struct LookCalendar {
    /// The looks so far.
    let looks: Int
    /// The session of the last look; nil before the first.
    let last: Day?
    /// The session of the next look; nil where sessions or pairs do not tell.
    let next: Day?

    init(_ input: GateInput, _ pairs: [DayPair]) {
        let needed = input.settings.firstLook * WeeklyDifference.length
        let sessions = input.sessions
        // Sessions without a pair yet are taken to bring one.
        let missing = max(needed - pairs.count, 0)
        let now = sessions.firstIndex { $0 > input.session } ?? sessions.endIndex
        let first =
            missing > 0 ? now + missing - 1 : Self.index(of: pairs[needed - 1].multibook.day, sessions)
        var (looks, last, next): (Int, Day?, Day?) = (0, nil, nil)
        for index in stride(from: first, to: sessions.endIndex, by: 1) where Self.endsWeek(index, sessions) {
            guard sessions[index] <= input.session else {
                next = sessions[index]
                break
            }
            looks += 1
            last = sessions[index]
        }
        self.looks = looks
        self.last = last
        self.next = next
    }

    private static func index(of day: Day, _ sessions: [Day]) -> Int {
        sessions.firstIndex { $0 >= day } ?? sessions.endIndex
    }

    private static func endsWeek(_ index: Int, _ sessions: [Day]) -> Bool {
        let week = ISOWeek(containing: sessions[index])
        // Where the calendar ends, only a Friday is known to be the week's last session.
        guard index + 1 < sessions.endIndex else { return sessions[index].weekday == .friday }
        return !week.contains(sessions[index + 1])
    }
}
