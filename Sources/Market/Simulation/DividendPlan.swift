internal import Dates

/// When the funds go ex and what they pay: the ex-dates follow a rule, the amount is declared ten sessions before.
struct DividendPlan: Sendable {
    /// Sessions between the declaration of a dividend and its ex-date.
    static let notice = 10

    /// Ex-dates as indices into the sessions, ascending.
    private let exSessions: [Int]
    private let sessions: [Day]
    private let fund: FundSettings
    /// Dividends declared so far, ascending by ex-date.
    private(set) var declared: [Dividend] = []

    /// The plan of a fund over sessions in order, which reach beyond the last one simulated.
    init(fund: FundSettings, sessions: [Day]) {
        self.fund = fund
        self.sessions = sessions
        var indices: [Int] = []
        var previous = sessions[0]
        for (index, day) in sessions.enumerated().dropFirst() {
            // The first session on or after the nominal ex-date.
            if (1...previous.days(to: day)).contains(where: { Self.isNominal(previous.adding($0), fund: fund) }) {
                indices.append(index)
            }
            previous = day
        }
        exSessions = indices
    }

    private static func isNominal(_ day: Day, fund: FundSettings) -> Bool {
        let friday = day.adding(-fund.exDateOffset)
        guard friday.weekday == .friday, (15...21).contains(friday.dayOfMonth) else { return false }
        return fund.dividendsPerYear == 12 || friday.month % 3 == 0
    }

    /// Declares what a session's close brings to declare: a part of the yield, in hundredths of a cent.
    mutating func declare(at index: Int, close: Double) {
        guard fund.dividendYield > 0 else { return }
        for ex in exSessions where ex > index && ex - index <= Self.notice {
            guard !declared.contains(where: { $0.exDate == sessions[ex] }) else { continue }
            declared.append(Dividend(exDate: sessions[ex], amount: (instalment * close * 10_000).rounded() / 10_000))
        }
    }

    /// What goes ex on a day, dollars per share; 0 on most.
    func amount(on day: Day) -> Double {
        declared.last { $0.exDate == day }?.amount ?? 0
    }

    /// The next dividend declared by a session; nil where none is.
    func next(after day: Day) -> Dividend? {
        declared.first { $0.exDate > day }
    }

    /// Dividends after a session: the declared ones, and those expected within the longest expiration.
    func expected(after index: Int, spot: Double) -> [Dividend] {
        let today = sessions[index]
        return exSessions.filter { $0 > index && today.days(to: sessions[$0]) <= ExpirationCycle.longest }.map { ex in
            let day = sessions[ex]
            return declared.last { $0.exDate == day } ?? Dividend(exDate: day, amount: instalment * spot)
        }
    }

    private var instalment: Double { fund.dividendYield / Double(fund.dividendsPerYear) }
}
