internal import Dates

/// When the funds go ex and what they pay: the ex-dates follow a rule, the amount is declared ten sessions before.
struct DividendPlan: Sendable {
    /// Sessions between the declaration of a dividend and its ex-date.
    static let notice = 10

    private let fund: FundSettings
    /// Ex-dates with their index among the sessions, ascending.
    private let exDates: [(session: Int, day: Day)]
    /// Amounts of the first ex-dates, as many as are declared.
    private var amounts: [Double] = []
    /// How many ex-dates lie at or before the last session that was asked for.
    private var passed = 0

    /// The plan of a fund over sessions in order, which reach beyond the last one simulated.
    init(fund: FundSettings, sessions: [Day]) {
        self.fund = fund
        var dates: [(session: Int, day: Day)] = []
        for (index, (previous, day)) in zip(sessions, sessions.dropFirst()).enumerated() where fund.dividendYield > 0 {
            // The first session on or after the nominal ex-date.
            if (1...previous.days(to: day)).contains(where: { Self.isNominal(previous.adding($0), fund: fund) }) {
                dates.append((index + 1, day))
            }
        }
        exDates = dates
    }

    private static func isNominal(_ day: Day, fund: FundSettings) -> Bool {
        let friday = day.adding(-fund.exDateOffset)
        guard friday.weekday == .friday, (15...21).contains(friday.dayOfMonth) else { return false }
        return fund.dividendsPerYear == 12 || friday.month % 3 == 0
    }

    /// Goes on to a session and declares what its close brings to declare: a part of the yield, in hundredths of a cent.
    mutating func declare(at index: Int, close: Double) {
        while passed < exDates.count, exDates[passed].session <= index { passed += 1 }
        while amounts.count < exDates.count, exDates[amounts.count].session - index <= Self.notice {
            amounts.append((instalment * close * 10_000).rounded() / 10_000)
        }
    }

    /// What goes ex on a day, dollars per share; 0 on most, and where nothing is declared yet.
    func amount(on day: Day) -> Double {
        var (low, high) = (0, amounts.count)
        while low < high {
            let middle = (low + high) / 2
            if exDates[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low < amounts.count && exDates[low].day == day ? amounts[low] : 0
    }

    /// The next dividend declared; nil where none is.
    var next: Dividend? {
        passed < amounts.count ? Dividend(exDate: exDates[passed].day, amount: amounts[passed]) : nil
    }

    /// The dividends to come after a session: the declared ones, and those expected within the longest expiration.
    func expected(after day: Day, spot: Double) -> [Dividend] {
        exDates[passed...].prefix { day.days(to: $0.day) <= ExpirationCycle.longest }.enumerated().map { offset, ex in
            let position = passed + offset
            return Dividend(exDate: ex.day, amount: position < amounts.count ? amounts[position] : instalment * spot)
        }
    }

    private var instalment: Double { fund.dividendYield / Double(fund.dividendsPerYear) }
}
