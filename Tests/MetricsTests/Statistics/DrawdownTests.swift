import Dates
import Metrics
import Testing

@Suite("Drawdowns: depth, dates and lengths")
struct DrawdownTests {
    /// By hand: 1 → 1.1 → 0.99 → 1.1 → 1.21 → 0.605 → 0.726, Monday 2024-12-23 to Tuesday 2024-12-31 without Christmas.
    let returns = Returns(
        base: Day("2024-12-20"),
        days: ["2024-12-23", "2024-12-24", "2024-12-26", "2024-12-27", "2024-12-30", "2024-12-31"].compactMap {
            Day($0)
        },
        values: [0.1, -0.1, 1 / 0.9 - 1, 0.1, -0.5, 0.2])

    @Test("Each episode has its peak, trough and recovery; the last one is open")
    func episodes() throws {
        let falls = returns.drawdowns
        #expect(falls.count == 2)
        let first = try #require(falls.first)
        #expect(abs(first.depth + 0.1) < 1e-12)
        #expect(first.peak == Day("2024-12-23"))
        #expect(first.trough == Day("2024-12-24"))
        #expect(first.recovery == Day("2024-12-26"))
        #expect(first.days == 3)
        #expect(first.sessions == 2)
        let last = try #require(falls.last)
        #expect(abs(last.depth + 0.5) < 1e-12)
        #expect(last.peak == Day("2024-12-27"))
        #expect(last.trough == Day("2024-12-30"))
        #expect(last.recovery == nil)
        #expect(last.days == 4)
        #expect(last.sessions == 2)
        #expect(returns.deepestDrawdown == last)
    }

    @Test("Of two equally deep falls the earlier is the deepest")
    func ties() {
        let twice = Returns([-0.5, 1.0, -0.5, 1.0])
        #expect(twice.deepestDrawdown?.trough == twice.days[0])
    }

    @Test("A part of the series starts anew from the session before it")
    func part() throws {
        let week = returns.within(try #require(Day("2024-12-30"))...(try #require(Day("2025-01-03"))))
        #expect(week.base == Day("2024-12-27"))
        #expect(week.values == [-0.5, 0.2])
        #expect(isClose(week.maxDrawdown, -0.5))
        #expect(returns.within(try #require(Day("2025-01-01"))...(try #require(Day("2025-01-03")))).count == 0)
        #expect(
            returns.within(try #require(Day("2024-12-01"))...(try #require(Day("2024-12-24")))).base
                == Day("2024-12-20"))
    }

    @Test("Without a base day the weekday before the first return stands for it")
    func base() throws {
        let monday = try #require(Day("2026-07-27"))
        #expect(Returns(days: [monday], values: [0]).base == Day("2026-07-24"))
    }
}
