import Dates
import DeskFixture
import Foundation
import History
import Input
import Ledger
import Metrics
import Reviews
import Testing

@Suite struct ReviewLoaderTests {
    private func review(_ week: String, _ store: HistoryStore, reported: [ReportedFigure] = []) throws -> WeeklyReview {
        let week = try #require(ISOWeek(week))
        return WeeklyReview(
            try ReviewLoader.input(
                week: week, asOf: week.sunday, from: store, calendar: try #require(Desk.calendar),
                settings: ReviewSettings(), reported: reported))
    }

    private func scalar(_ name: String, _ review: WeeklyReview) -> Value? {
        review.scalars.first { $0.name == name }?.value
    }

    // By hand: sold at 0.60 and bought back at 0.30, two contracts, four times $2.80 of fees over both trades.
    @Test("A week's money comes from the history to the cent, and adds up")
    func money() throws {
        let store = try Desk.store()
        let first = try review("2026-W30", store)
        #expect(scalar("realized_pnl", first)?.number == 54.4)
        #expect(scalar("trades_closed", first)?.number == 1)
        let second = try review("2026-W31", store)
        #expect(scalar("realized_pnl", second)?.number == 0)
        #expect(scalar("unrealized_pnl", second)?.number == -2.8)
        for review in [first, second] {
            #expect(scalar("reconciliation_difference", review)?.number == 0)
        }
    }

    @Test("The weekend's theta counts, as the calendar tells the next session")
    func theta() throws {
        let review = try review("2026-W31", try Desk.store())
        // Five sessions at $3 a day: four overnight, one over a weekend of three.
        #expect(scalar("gross_theta", review)?.number == 21.0)
    }

    @Test("An import without a run begins with the capital of its first day; one without results begins with nothing")
    func imported() throws {
        let store = try HistoryStore(writing: Desk.path())
        let rows = """
            date,strategy,allotted_capital,pnl
            2026-07-27,MULTIBOOK,50000,120.50
            2026-07-27,LEGACY,450000,-20.25
            2026-07-28,MULTIBOOK,50120.50,10
            """
        _ = try store.importEquity(
            CSVReader(text: rows, file: "equity.csv"), at: try #require(Instant("2026-08-01T00:00:00Z")))
        let week = try #require(ISOWeek("2026-W31"))
        func input(_ store: HistoryStore) throws -> ReviewInput {
            try ReviewLoader.input(
                week: week, asOf: week.sunday, from: store, calendar: try #require(Desk.calendar),
                settings: ReviewSettings())
        }
        #expect(try input(store).initialEquity == Money(cents: 50_000_000))
        let trades = try HistoryStore(writing: Desk.path())
        _ = try trades.importTrades(
            CSVReader(
                text: """
                    trade_id,strategy,book_type,symbol,structure,entry_time,contracts,entry_credit,fees
                    A1,LEGACY,LEGACY,SPY,put_credit,2026-07-28T19:45:00Z,1,0.62,1.30
                    """, file: "trades.csv"), at: try #require(Instant("2026-08-01T00:00:00Z")))
        #expect(try input(trades).initialEquity == .zero)
    }

    @Test("What an earlier week reported is compared with what it is now")
    func restatement() throws {
        let week = try #require(ISOWeek("2026-W30"))
        let reported = [
            ReportedFigure(week: week, name: "realized_pnl", value: 60),
            ReportedFigure(week: week, name: "trades_closed", value: 1),
        ]
        let review = try review("2026-W31", try Desk.store(), reported: reported)
        #expect(review.restatement.rows.map(\.name) == ["realized_pnl"])
        #expect(review.restatement.rows.first?.now == 54.4)
    }
}

@Suite struct HistorySpanTests {
    @Test("The last complete week is the last whose Friday has come")
    func lastCompleteWeek() throws {
        let span = try HistorySpan(of: try Desk.store())
        #expect(span.first == Day("2026-07-20") && span.last == Day("2026-07-31"))
        for (day, week) in [("2026-07-31", "2026-W31"), ("2026-07-30", "2026-W30"), ("2027-01-01", "2026-W31")] {
            #expect(try span.lastCompleteWeek(asOf: try #require(Day(day))).description == week)
        }
        let error = #expect(throws: ReviewError.self) {
            try span.lastCompleteWeek(asOf: try #require(Day("2026-07-22")))
        }
        #expect(
            error?.description
                == "the history begins on 2026-07-20 and no week of it is complete on 2026-07-22; name the week with --week"
        )
    }

    @Test("A week outside the history is refused with the nearest that is in it")
    func outside() throws {
        let span = try HistorySpan(of: try Desk.store())
        let late = #expect(throws: ReviewError.self) { try span.check(try #require(ISOWeek("2027-W10"))) }
        #expect(
            late?.description
                == "week 2027-W10 lies after the last day of the history, 2026-07-31; the last week to review is 2026-W31"
        )
        let early = #expect(throws: ReviewError.self) { try span.check(try #require(ISOWeek("2020-W10"))) }
        #expect(
            early?.description
                == "week 2020-W10 lies before the first day of the history, 2026-07-20; the first week to review is 2026-W30"
        )
    }

    @Test("Nights from before the history are refused with its first day")
    func nights() throws {
        let first = try HistorySpan(of: try Desk.store()).first
        #expect(
            ReviewError.nightsBeforeHistory(since: try #require(Day("1885-01-01")), first: first).description
                == "--since 1885-01-01 lies before the first day of the history, 2026-07-20, and no night before that can be "
                + "made up; begin with --since 2026-07-20 or later")
        #expect(
            ReviewError.sessionBeforeHistory(try #require(Day("2020-01-02")), first: first).description
                == "the session 2020-01-02 lies before the first day of the history, 2026-07-20, and there is nothing to decide "
                + "from; name that day or a later one with --as-of")
    }

    @Test("A history with nothing in it says so")
    func empty() throws {
        let store = try HistoryStore(writing: Desk.path())
        let error = #expect(throws: ReviewError.self) { try HistorySpan(of: store) }
        #expect(error?.description.contains("the history is empty: no session, no trade, no snapshot") == true)
    }
}

@Suite struct ReviewJSONTests {
    @Test("Numbers are not rounded, money is dollars, undefined is null, keys are sorted")
    func text() throws {
        let data = Dataset(
            name: "d", columns: [.init("day", .date), .init("pnl", .usd), .init("ratio", .ratio), .init("on", .flag)],
            rows: [
                [.day(try #require(Day("2026-07-31"))), .money(Money(cents: -5)), .number(1.0 / 3), .flag(true)],
                [.instant(Instant(secondsSince1970: 0)), .integer(2), .undefined(.noLosses), .null],
            ])
        let json = try ReviewJSON.text(
            parameters: ["week": "2026-W31"],
            scalars: [Scalar("z", .ratio, .number(0.1)), Scalar("a", .text, .text("q\"/"))], datasets: [data])
        #expect(
            json == """
                {"datasets":{"d":{"columns":["day","pnl","ratio","on"],"rows":[["2026-07-31",-0.05,0.3333333333333333,true],\
                ["1970-01-01T00:00:00Z",2,null,null]],"units":["date","usd","ratio","flag"]}},\
                "parameters":{"week":"2026-W31"},"scalars":{"a":"q\\"/","z":0.1}}

                """)
    }

    @Test("Figures that were published are read back, what is none is passed over")
    func back() throws {
        let json = try ReviewJSON.text(
            parameters: [:],
            scalars: [
                Scalar("week", .text, .text("2026-W30")), Scalar("as_of", .date, .day(try #require(Day("2026-07-26")))),
                Scalar("fees", .usd, .money(Money(cents: 150))),
            ],
            datasets: [])
        let read = try #require(ReviewJSON.scalars(of: json))
        #expect(
            read.week == "2026-W30" && read.asOf == "2026-07-26" && read.figures.map(\.name) == ["fees"]
                && read.figures.map(\.value) == [1.5])
        #expect(ReviewJSON.scalars(of: "{}") == nil)
        #expect(ReviewJSON.scalars(of: "not JSON") == nil)
    }
}
