internal import Dates

/// Dividends as known on a day, without a look at those that were declared later.
///
/// Known are those that go ex within the notice. Beyond it each dividend of the year before is expected again, 364
/// days after it, at the same amount, unless a known or just paid one lies within 20 days of it.
struct ExpectedDividends {
    /// All dividends of a symbol, ascending.
    let recorded: [Dividend]

    /// The known and the expected ones after a day.
    ///
    /// - Parameter notice: the last ex-date that is known of on that day.
    func after(_ day: Day, notice: Day) -> [Dividend] {
        let past = recorded.filter { $0.exDate > day.adding(-400) && $0.exDate <= notice }
        let known = past.filter { $0.exDate > day }
        let expected = past.filter { $0.exDate <= day }
            .map { Dividend(exDate: $0.exDate.adding(364), amount: $0.amount) }
            .filter { guess in
                guess.exDate > notice && guess.exDate <= day.adding(ExpirationCycle.longest)
                    && !past.contains { abs($0.exDate.days(to: guess.exDate)) <= 20 }
            }
        return known + expected
    }
}
