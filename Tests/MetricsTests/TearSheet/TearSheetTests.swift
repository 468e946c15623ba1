import Dates
import Ledger
import Metrics
import Options
import Testing

/// Expected statistics of the two series were computed with NumPy 2.4: `r = 0.001·((37i mod 23) − 11)` and
/// `m = 0.001·((17i mod 19) − 9)` for i = 0…99, on weekdays from 2026-01-05.
@Suite("The tear sheet")
struct TearSheetTests {
    private static let days = Array(sessions("2026-01-05", "2026-05-22"))
    private static let strategy = (0..<100).map { 0.001 * Double((37 * $0) % 23 - 11) }
    private static let market = (0..<100).map { 0.001 * Double((17 * $0) % 19 - 9) }

    /// Ten million dollars a day, so that a return of a tenth of a per cent is exact in cents.
    private static func results(_ name: StrategyName, _ returns: [Double]) -> [DailyResult] {
        zip(days, returns).map { day, value in
            DailyResult(
                day: day, strategy: name, capital: Money(cents: 1_000_000_000),
                pnl: Money(cents: Int64((value * 1e9).rounded())))
        }
    }

    private static func path(_ symbol: String, splitAt split: Int? = nil) -> [MarketDay] {
        var price = 500.0
        var path = [MarketDay(day: Day("2026-01-02") ?? days[0], symbol: symbol, price: price)]
        for (index, (day, value)) in zip(days, market).enumerated() {
            // Two shares for one halve the price; a dividend of one dollar comes off it.
            let dividend = index == 40 ? 1.0 : 0
            price = price * (1 + value) - dividend
            if index == split { price /= 2 }
            path.append(
                MarketDay(
                    day: day, symbol: symbol, price: price, splitRatio: index == split ? 2 : 1, dividend: dividend))
        }
        return path
    }

    private static func sheet(_ market: [MarketDay] = path("SPY")) -> TearSheet {
        TearSheet(
            TearSheetInput(
                end: days[99], dailyResults: results(.multibook, strategy) + results(.legacy, Self.market),
                market: market))
    }

    private func cell(_ sheet: TearSheet, _ dataset: String, _ keys: [String], _ column: String) throws -> Value {
        let table = try #require(sheet.datasets.first { $0.name == dataset })
        let row = try #require(
            table.rows.first { row in zip(keys, row).allSatisfy { .text($0) == $1 } }, "\(keys)")
        return row[try #require(table.index(of: column))]
    }

    private func near(_ value: Value, _ expected: Double) -> Bool {
        value.number.map { abs($0 - expected) < 1e-9 } ?? false
    }

    @Test(
        "Months are compounded by the calendar; a month without sessions has no return",
        arguments: [
            ("Jan", 20, 0.001546177985438213), ("Feb", 20, -0.010385151697749895), ("Mar", 22, -0.006467089445058138),
            ("Apr", 22, 0.007554544373257421), ("May", 16, -0.012278366109993444),
        ])
    func months(month: String, sessions: Int, expected: Double) throws {
        let sheet = Self.sheet()
        #expect(near(try cell(sheet, "monthly_returns", ["MULTIBOOK", "2026", month], "return"), expected))
        #expect(try cell(sheet, "monthly_returns", ["MULTIBOOK", "2026", month], "sessions") == .integer(sessions))
        #expect(try cell(sheet, "monthly_returns", ["MULTIBOOK", "2026", "Jun"], "return") == .undefined(.noData))
    }

    @Test("A year is compounded too, and the months are counted")
    func year() throws {
        let sheet = Self.sheet()
        #expect(near(try cell(sheet, "yearly_returns", ["MULTIBOOK", "2026"], "return"), -0.020007908992021983))
        #expect(near(try cell(sheet, "yearly_returns", ["MULTIBOOK", "2026"], "volatility"), 0.10603141901428001))
        let scalars = Dictionary(uniqueKeysWithValues: sheet.scalars.map { ($0.name, $0.value) })
        #expect(scalars["months_counted"] == .integer(5) && scalars["months_gained"] == .integer(2))
        #expect(near(try #require(scalars["worst_month"]), -0.012278366109993444))
        #expect(scalars["span_first"] == .day(Self.days[0]) && scalars["span_sessions"] == .integer(100))
    }

    @Test("Rolling figures are those of the last 63 sessions, from the 63rd on")
    func rolling() throws {
        let table = try #require(Self.sheet().datasets.first { $0.name == "rolling" })
        #expect(table.rows.count == 38)
        let (first, last) = (table.rows[0], table.rows[37])
        #expect(first[0] == .day(Self.days[62]) && last[0] == .day(Self.days[99]))
        #expect(near(first[1], -0.009356443297787731) && near(last[1], -0.012290751709422731))
        #expect(near(first[3], 0.106660752524217) && near(last[3], 0.10535898694004352))
        #expect(near(first[5], -0.3000166344479379) && near(last[5], -0.41761980897784273))
        #expect(last[2].number != nil)
    }

    @Test("Owning the benchmark counts dividends and splits: the two series have NumPy's beta and correlation")
    func benchmark() throws {
        for split in [nil, 30] {
            let sheet = Self.sheet(Self.path("SPY", splitAt: split))
            #expect(near(try cell(sheet, "benchmark", ["MULTIBOOK"], "beta"), 0.06262070503214975))
            #expect(near(try cell(sheet, "benchmark", ["MULTIBOOK"], "correlation"), 0.0520356543821807))
            // LEGACY's returns are the benchmark's own.
            #expect(near(try cell(sheet, "benchmark", ["LEGACY"], "beta"), 1))
            #expect(near(try cell(sheet, "benchmark", ["SPY"], "correlation"), 1))
            let own = try #require(try cell(sheet, "benchmark", ["LEGACY"], "total_return").number)
            #expect(near(try cell(sheet, "benchmark", ["SPY"], "total_return"), own))
        }
    }

    @Test("A history without market days says so instead of a benchmark or a regime")
    func noMarket() throws {
        let sheet = Self.sheet([])
        #expect(try cell(sheet, "benchmark", ["MULTIBOOK"], "beta") == .undefined(.noData))
        #expect(try cell(sheet, "benchmark", ["SPY"], "observations") == .integer(0))
        #expect(try cell(sheet, "regimes", ["MULTIBOOK", "VIX", "not known"], "sessions") == .integer(100))
        let few = Self.sheet(Array(Self.path("SPY").prefix(5)))
        #expect(try cell(few, "benchmark", ["MULTIBOOK"], "beta") == .undefined(.tooFew))
        let flat = Self.sheet(Self.days.map { MarketDay(day: $0, symbol: "SPY", price: 100) })
        #expect(try cell(flat, "benchmark", ["MULTIBOOK"], "correlation") == .undefined(.noDispersion))
    }

    // The benchmark rises by 0.1 % a session for 80 sessions and falls afterwards: from the 61st session it stands above its
    // price of 60 sessions before, and falls below it once more than half of what it gained in them is gone.
    @Test("Regimes split the sessions by the level of VIX and by the trend of 60 sessions")
    func regimes() throws {
        var price = 100.0
        var market: [MarketDay] = []
        for (index, day) in Self.days.enumerated() {
            price *= index < 80 ? 1.001 : 0.99
            market.append(MarketDay(day: day, symbol: "SPY", price: price))
            market.append(MarketDay(day: day, symbol: "VIX", price: index < 10 ? 14.9 : index < 90 ? 15 : 25.1))
        }
        let sheet = Self.sheet(market)
        func sessions(_ split: String, _ regime: String) throws -> Value {
            try cell(sheet, "regimes", ["MULTIBOOK", split, regime], "sessions")
        }
        #expect(try sessions("VIX", "<15") == .integer(10))
        #expect(try sessions("VIX", "15-25") == .integer(80))
        #expect(try sessions("VIX", ">25") == .integer(10))
        #expect(try sessions("trend", "not known") == .integer(60))
        // Each level multiplied out anew, day by day.
        let falling = (0..<100).filter { index in
            guard index >= 60 else { return false }
            func level(_ day: Int) -> Double {
                (0...day).reduce(1.0) { $0 * ($1 < 80 ? 1.001 : 0.99) }
            }
            return level(index) <= level(index - 60)
        }
        #expect(try sessions("trend", "falling") == .integer(falling.count))
        #expect(try sessions("trend", "rising") == .integer(40 - falling.count))
        #expect(!falling.isEmpty && falling.count < 20)
        let first = Array(Self.strategy.prefix(10))
        #expect(near(try cell(sheet, "regimes", ["MULTIBOOK", "VIX", "<15"], "worst_day"), first.min() ?? 0))
        #expect(
            near(
                try cell(sheet, "regimes", ["MULTIBOOK", "VIX", "<15"], "mean_return"), first.reduce(0, +) / 10))
        #expect(
            try cell(sheet, "regimes", ["MULTIBOOK", "VIX", "<15"], "sharpe") == .undefined(.tooFew))
    }

    @Test("Nothing at all is undefined with its reason, never zero")
    func empty() throws {
        let sheet = TearSheet(TearSheetInput(end: Self.days[0]))
        #expect(sheet.datasets.first { $0.name == "rolling" }?.rows.isEmpty == true)
        #expect(try cell(sheet, "fill_levels", ["mid"], "win_rate") == .undefined(.noData))
        #expect(try cell(sheet, "benchmark", ["MULTIBOOK"], "total_return") == .undefined(.noData))
        #expect(sheet.scalars.first { $0.name == "best_month" }?.value == .undefined(.noData))
    }

    @Test("Every dataset and scalar stands in the dictionary, column by column")
    func catalogue() {
        let sheet = Self.sheet()
        #expect(sheet.datasets.map(\.name) == MetricCatalogue.tearSheet.datasets.map(\.name))
        for (dataset, definition) in zip(sheet.datasets, MetricCatalogue.tearSheet.datasets) {
            #expect(dataset.columns.map(\.name) == definition.columns.map(\.name))
        }
        #expect(sheet.scalars.map(\.name) == MetricCatalogue.tearSheet.scalars.map(\.name))
    }
}
