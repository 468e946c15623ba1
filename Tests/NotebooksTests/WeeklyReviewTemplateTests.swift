import Dates
import Foundation
import GRDBSQLite
import Ledger
import Metrics
import Notebooks
import Testing

/// The shipped weekly review against the metrics' own datasets and a history of the views' columns.
@Suite("The weekly review that ships")
struct WeeklyReviewTemplateTests {
    private let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("templates").path

    /// The columns of the history's views that the template reads, with rows by hand: MULTIBOOK makes 1 % and loses
    /// 2 %, LEGACY has one day.
    private let views = """
        create table closed_trades (trade_id, strategy, book, symbol, structure, entry_day, exit_day, days_in_trade,
            contracts, credit, cost_to_close, fees, realized_pnl, exit_reason);
        insert into closed_trades values
            (7, 'MULTIBOOK', 'PRIMARY', 'SPY', 'put_credit', '2026-07-20', '2026-07-28', 8, 2, 250.0, 100.0, 5.2, 144.8,
                'profit'),
            (8, 'MULTIBOOK', 'PRIMARY', 'QQQ', 'put_credit', '2026-07-20', '2026-07-24', 4, 1, 90.0, 20.0, 2.6, 67.4,
                'profit');
        create table daily_equity (day, strategy, "return", equity, drawdown);
        insert into daily_equity values ('2026-07-30', 'MULTIBOOK', 0.01, 10100.0, 0.0),
            ('2026-07-31', 'MULTIBOOK', -0.02, 9898.0, -0.02), ('2026-07-31', 'LEGACY', 0.5, 75000.0, 0.0),
            ('2026-08-03', 'LEGACY', 0.5, 112500.0, 0.0);
        create table findings (day, severity, rule, subject, message);
        insert into findings values ('2026-07-29', 'note', 'bars.gap', 'SPY', 'a bar is missing'),
            ('2026-07-29', 'error', 'chain.crossed', 'QQQ', 'bid | above ask'), ('2026-07-20', 'error', 'x', 'y', 'z');
        """

    private func withHistory<Result>(_ rows: Bool, _ body: (String) throws -> Result) throws -> Result {
        let file = NSTemporaryDirectory() + "weekly-\(UUID().uuidString).sqlite"
        defer { try? FileManager.default.removeItem(atPath: file) }
        var database: OpaquePointer?
        defer { sqlite3_close(database) }
        try #require(sqlite3_open(file, &database) == SQLITE_OK)
        try #require(sqlite3_exec(database, views, nil, nil, nil) == SQLITE_OK)
        if !rows {
            try #require(
                sqlite3_exec(
                    database, "delete from closed_trades; delete from daily_equity; delete from findings", nil, nil, nil
                )
                    == SQLITE_OK)
        }
        return try body(file)
    }

    /// The review of a desk that has done nothing: every figure undefined or zero.
    private func document(_ history: String) throws -> Document {
        let week = ISOWeek(containing: Desk.friday)
        let review = WeeklyReview(
            ReviewInput(
                week: week, asOf: Desk.friday, sessions: (0..<5).map { week.monday.adding($0) },
                initialEquity: Money(cents: 100_000_00)))
        let template = try TemplateCatalogue(directory: path).template(named: "weekly-review")
        #expect(template.faults == [])
        return try Notebook.run(
            template, parameters: ["week": "2026-W31"],
            context: NotebookContext(
                asOf: Desk.friday, datasets: review.datasets, scalars: review.scalars, historyPath: history,
                historyTables: Self.historyTables))
    }

    @Test("every name in it exists in the dictionary of metrics and in the history", arguments: [true, false])
    func names(rows: Bool) throws {
        let document = try withHistory(rows, document)
        let failures = document.blocks.compactMap { block in
            if case .failure(let failure) = block { "\(failure.place) \(failure.message)" } else { nil }
        }
        #expect(failures == [])
        #expect(document.title == "Weekly review 2026-W31")
        guard case .heading(1, let head, _) = document.blocks.first else {
            Issue.record("no heading")
            return
        }
        #expect(head.hasPrefix("Week 2026-W31: "))
    }

    /// Units of the columns that its queries give.
    static let historyTables = [
        DatasetDefinition(
            "closed_trades", "",
            [
                .init("trade_id", .count, ""), .init("entry_day", .date, ""), .init("exit_day", .date, ""),
                .init("days_in_trade", .count, ""), .init("contracts", .count, ""), .init("credit", .usd, ""),
                .init("cost_to_close", .usd, ""), .init("fees", .usd, ""), .init("realized_pnl", .usd, ""),
            ]),
        DatasetDefinition("daily_equity", "", [.init("day", .date, ""), .init("drawdown", .percent, "")]),
    ]

    /// Its datasets and scalars, those of a desk that has done nothing.
    private var context: NotebookContext {
        let review = WeeklyReview(
            ReviewInput(
                week: ISOWeek(containing: Desk.friday), asOf: Desk.friday, sessions: [],
                initialEquity: Money(cents: 0)))
        return NotebookContext(
            asOf: Desk.friday, datasets: review.datasets, scalars: review.scalars,
            historySchema: views.split(separator: ";").map(String.init).filter { $0.contains("create table") },
            historyTables: Self.historyTables)
    }

    @Test("nothing is wrong in it that can be known without data")
    func check() throws {
        let template = try TemplateCatalogue(directory: path).template(named: "weekly-review")
        #expect(try Notebook.check(template, context: context) == [])
    }

    @Test("the datasets and scalars that it mentions are enough for it")
    func mentioned() throws {
        let template = try TemplateCatalogue(directory: path).template(named: "weekly-review")
        let all = context.datasets.count
        var context = context
        context.datasets.removeAll { !template.mentionedNames.tables.contains($0.name) }
        context.scalars.removeAll { !template.mentionedNames.scalars.contains($0.name) }
        #expect(context.datasets.count < all)
        #expect(try Notebook.check(template, context: context) == [])
    }

    @Test("its document comes back from its archive")
    func archived() throws {
        let document = try withHistory(true, document)
        #expect(try DocumentJSON.document(from: DocumentJSON.text(document)) == document)
        #expect(document.changes(since: document, withCells: true) == [])
    }

    @Test("every line of the reconciliation is shown, the bridge first and each check once")
    func reconciliation() throws {
        let blocks = try withHistory(false, document).blocks
        let shown = blocks.flatMap { block -> [String] in
            guard case .table(let table) = block, ["equity-bridge", "checks-of-totals"].contains(table.anchor) else {
                return []
            }
            return table.rows.map { ValueFormat.text.text($0[0]) }
        }
        let all = WeeklyReview(
            ReviewInput(
                week: ISOWeek(containing: Desk.friday), asOf: Desk.friday, sessions: [],
                initialEquity: Money(cents: 0))
        ).datasets.first { $0.name == "reconciliation" }?.rows.map { ValueFormat.text.text($0[0]) }
        #expect(shown == all)
    }

    @Test("its queries take the week's trades and findings, and curves up to the week")
    func queries() throws {
        let blocks = try withHistory(true, document).blocks
        let wanted: Set<String> = ["closed-in-week", "growth", "drawdown", "data-findings"]
        let shown = blocks.filter { block in
            switch block {
            case .table(let table): wanted.contains(table.anchor)
            case .chart(let chart): wanted.contains(chart.anchor)
            default: false
            }
        }
        // Growth of 100 by hand: 101 and 101 × 0.98; LEGACY's only day in the week's reach gains a half.
        #expect(
            dump(Document(title: "", kind: "", asOf: Desk.friday, blocks: shown)) == """
                 |  | as of 2026-07-31
                table #closed-in-week Trades closed in 2026-W31
                  trade_id='Trade':integer book='Book':text symbol='Symbol':text structure='Structure':text \
                entry_day='Entry day':date exit_day='Exit day':date days_in_trade='Days':integer \
                contracts='Contracts':integer credit='Credit':usd cost_to_close='Cost':usd fees='Fees':usd \
                realized_pnl='Realised P&L':usd exit_reason='Exit':text
                  | 7 | PRIMARY | SPY | put_credit | 2026-07-20 | 2026-07-28 | 8 | 2 | $250.00 | $100.00 | \
                $5.20 | $144.80 | profit
                  =  |  |  |  |  |  |  | 2 |  |  | $5.20 | $144.80 | 
                  mark realized_pnl < number(0.0) bad
                  in markdown, html, xlsx, sheet 'Closed trades'
                chart #growth line Growth of $100 [usd]
                  Day: 2026-07-30, 2026-07-31
                  multibook='MULTIBOOK': $101.00, $98.98
                  legacy='LEGACY': -, $150.00
                  alternative 'Line chart of MULTIBOOK, LEGACY by Day, from 2026-07-30 to 2026-07-31. MULTIBOOK begins \
                at $101.00 and ends at $98.98, between $98.98 and $101.00. LEGACY is $150.00.'
                  note 'Daily returns on each strategy's own capital compounded, flows taken out, positions at their marks.'
                  in markdown, html, xlsx, sheet 'Growth'
                chart #drawdown area Drawdown [percent]
                  Day: 2026-07-30, 2026-07-31
                  multibook_drawdown='MULTIBOOK': 0.0%, -2.0%
                  legacy_drawdown='LEGACY': -, 0.0%
                  alternative 'Area chart of MULTIBOOK, LEGACY by Day, from 2026-07-30 to 2026-07-31. MULTIBOOK begins \
                at 0.0% and ends at -2.0%, between -2.0% and 0.0%. LEGACY is 0.0%.'
                  note 'Fall of the same curves below their highest value so far.'
                  in markdown, html, xlsx, sheet 'Growth'
                table #data-findings Findings of the week's data
                  day='Day':date severity='Severity':text rule='Rule':text subject='Subject':text message='Message':text
                  | 2026-07-29 | error | chain.crossed | QQQ | bid | above ask
                  | 2026-07-29 | note | bars.gap | SPY | a bar is missing
                  mark severity = text("error") bad
                  mark severity = text("warning") warn
                  note 'The gravest first, at most fifty.'
                  in markdown, html, xlsx, sheet 'Data'
                """)
    }
}
