import Foundation
import Metrics
import Notebooks
import Testing

/// The headline figures of the month, computed by hand from its list of trades. `n × (credit − cost) × 100 − fees`, fees
/// 70 cents a leg, contract and side:
///
/// | trade | | |
/// |---|---|--:|
/// | 1 | 3 × 40.00 − 8.40 | 111.60 |
/// | 2 | −165.00 − 5.60 | −170.60 |
/// | 3 | 4 × 40.00 − 11.20 | 148.80 |
/// | 4 | 2 × −35.00 − 5.60 | −75.60 |
/// | 5 | −5.00 − 2.80 | −7.80 |
/// | 6 | 60.00 − 5.60 | 54.40 |
/// | 7 | 2 × 35.00 − 2.80, expired without a closing fee | 67.20 |
/// | 8 | 2.80 − 2.80 | 0.00 |
/// | 9 | 2 × 38.00 − 5.60 | 70.40 |
/// | 17 | 50.00 − 2.80 | 47.20 |
/// | 18 | −110.00 − 2.80 | −112.80 |
///
/// Intervals, Sharpe ratios and drawdowns come from a program of its own over the same list (Python, `statistics.stdev`).
@Suite("Headline figures of the month, by hand")
struct HeadlineTests {
    private func shown(_ name: String) throws -> [String: String] {
        var shown: [String: String] = [:]
        for case .figures(let figures) in try ShippedReport(name).document.blocks {
            for item in figures.items { shown[item.label] = item.format.text(item.value) }
        }
        return shown
    }

    private func table(_ anchor: String, of name: String) throws -> TableBlock {
        for case .table(let table) in try ShippedReport(name).document.blocks where table.anchor == anchor {
            return table
        }
        throw NoTable(anchor: anchor)
    }

    private struct NoTable: Error {
        let anchor: String
    }

    private func words(_ table: TableBlock) -> [[String]] {
        table.rows.map { row in zip(row, table.columns).map { $1.format.text($0) } }
    }

    @Test(
        "The week",
        arguments: [
            // Trades 4, 5, 6, 8, 9 and 18; two of six won, one ended at zero.
            ("Realised P&L", "-$71.40"), ("Win rate", "33.3%"),
            // −71.40 + 83.80 on open positions − 7.10 for hedges.
            ("P&L of the week", "+$5.30"),
            // (−71.40 + 83.80) ÷ 139.75: theta of 26.25, 22.50, 20.75 and 20.75 for a day, 16.75 for three.
            ("Theta capture", "8.9%"),
            // 1,249.20 + 472.80 + 377.80 + 431.40 + 120.70 + 411.40.
            ("Worst plausible loss", "$3,063.30"),
            // Trades 1 to 13.
            ("Trades per month", "13"), ("Mean P&L per trade", "$22.04"), ("Sharpe ratio", "8.13"),
            ("Maximum drawdown", "-0.1%"),
        ])
    func week(label: String, value: String) throws {
        let document = try ShippedReport("weekly-review").document
        var found: [String] = []
        for case .figures(let figures) in document.blocks {
            found += figures.items.filter { $0.label == label }.map { $0.format.text($0.value) }
        }
        #expect(found.last == value)
    }

    @Test("Equity: 100,000 and 78.60 by 24 July, the week's 5.30, 2,500 taken out on the 29th")
    func equity() throws {
        let rows = words(try table("equity-bridge", of: "weekly-review")).map { Array($0.prefix(2)) }
        #expect(
            rows == [
                ["Opening equity", "$100,078.60"], ["Realised P&L", "-$71.40"], ["Change of unrealised P&L", "$83.80"],
                ["Hedge P&L", "-$7.10"], ["Adjustments and flows", "-$2,500.00"],
                ["Computed closing equity", "$97,583.90"], ["Recorded closing equity", "$97,583.90"],
            ])
    }

    @Test("Every total that must be the week's result is")
    func checks() throws {
        let rows = words(try table("checks-of-totals", of: "weekly-review"))
        #expect(rows.map { $0[3] } == [String](repeating: "$0.00", count: 11))
        #expect(rows.map { $0[1] } == ["$5.30"] + [String](repeating: "-$71.40", count: 10))
    }

    @Test("The session: +9.07, trade 9 closed, equity after it")
    func session() throws {
        let shown = try shown("daily-checklist")
        #expect(shown["Realised P&L"] == "+$70.40" && shown["Equity"] == "$97,583.90" && shown["Theta"] == "$16.75")
        #expect(shown["P&L"] == "+$9.07")
    }

    // Trades 1, 2, 3, 7, 9 and 17 have executions: two cents off mid a leg, share and side make 104 dollars from mid to market.
    @Test("Fills at three levels: 274.60 as booked, a cent a leg better at mid and worse at the market")
    func fills() throws {
        let rows = words(try table("three-levels", of: "backtest-tear-sheet"))
        #expect(
            rows.map { [$0[0], $0[1], $0[4], $0[7]] } == [
                ["mid", "6", "$326.60", "$0.00"], ["as booked", "6", "$274.60", "$52.00"],
                ["marketable", "6", "$222.60", "$104.00"],
            ])
    }

    @Test("Closed trades by exit reason: each reason once at least, and 132.80 in all")
    func exits() throws {
        let table = try table("trades-by-exit", of: "backtest-tear-sheet")
        #expect(
            words(table).map { [$0[0], $0[3]] } == [
                ["profit", "$229.20"], ["stop", "-$283.40"], ["time", "$54.40"], ["delta-breach", "-$75.60"],
                ["expiry", "$148.80"], ["assignment", "-$7.80"], ["expired", "$67.20"], ["other", "$0.00"],
            ])
        #expect(table.totals?.compactMap { $0 }.map { ValueFormat.usd.text($0) }.last == "$132.80")
    }

    @Test("In shadow: 9 × 40.00 − 25.20")
    func shadow() throws {
        #expect(
            words(try table("shadows", of: "old-against-new")) == [["MULTIBOOK", "1", "100.0%", "$334.80", "$334.80"]])
    }

    @Test("The gate promotes on the evening of the 22nd, and a person's 25 % are in force on the 31st")
    func gate() throws {
        let rows = words(try table("decisions", of: "gate-decision"))
        #expect(
            rows.map { [$0[0], $0[1], $0[3], $0[4]] }.filter { $0[0] >= "2026-07-22" } == [
                ["2026-07-31", "HOLD", "50.0%", "25.0%"], ["2026-07-30", "HOLD", "50.0%", "50.0%"],
                ["2026-07-29", "HOLD", "50.0%", "50.0%"], ["2026-07-28", "HOLD", "50.0%", "50.0%"],
                ["2026-07-27", "HOLD", "50.0%", "50.0%"], ["2026-07-24", "HOLD", "50.0%", "50.0%"],
                ["2026-07-23", "HOLD", "50.0%", "50.0%"], ["2026-07-22", "PROMOTE", "50.0%", "25.0%"],
            ])
    }
}
