import Archive
import Dates
import Digests
import Foundation
import Notebooks
import Publishing
import PublishingFixture

/// Small notebooks, and the orders for their reports.
enum Notebooks {
    static let weekly = """
        ---
        title: Weekly review {{ week }}
        kind: weekly
        parameters:
          week: { type: week, default: last-complete }
          note: { type: text, default: none }
        formats: [markdown, html]
        ---
        # Week {{ week }}: {{ trades_closed }} closed

        The desk's note: {{ note }}.

        ```figures the_week
        title: The week
        items:
          - { label: Realised P&L, value: realized_pnl, format: usd }
          - { label: Trades closed, value: trades_closed, format: integer }
        ```

        ```table restated
        data: restatement
        title: Restated
        select: [week, name, reported, now]
        empty-text: Nothing.
        ```

        """

    /// A notebook of a day that computes nothing.
    static let daily = """
        ---
        title: Daily page {{ as_of }}
        kind: daily
        formats: [markdown]
        ---
        # All quiet

        ```sql closed
        --| title: Closed trades
        --| empty-text: None.
        select symbol, realized_pnl from closed_trades order by trade_id
        ```

        """
}

extension PublishingDesk {
    /// The order for a week's review, made as of the history's end.
    func order(_ week: String, template text: String = Notebooks.weekly, reason: String? = nil) throws -> ReportOrder {
        ReportOrder(
            try write(text, as: "weekly.md"), about: .week(try Self.week(week)), asOf: try Self.day("2026-07-31"),
            parameters: ["week": week], reason: reason)
    }

    /// The order for a day's page.
    func order(day: String, template text: String = Notebooks.daily) throws -> ReportOrder {
        let day = try Self.day(day)
        return ReportOrder(try write(text, as: "daily.md"), about: .day(day), asOf: day)
    }

    /// Publishes a week's review.
    @discardableResult
    func publish(
        _ week: String, template text: String = Notebooks.weekly, reason: String? = nil
    ) throws -> PublishedReport {
        try publisher.publish(order(week, template: text, reason: reason))
    }

    /// A file of the archive as text; empty where it is not there.
    func text(_ name: String) throws -> String { String(decoding: try files()[name] ?? .init(), as: UTF8.self) }
}

extension PublishingDesk {
    /// Puts a report into the archive that has no cells, as another program would.
    @discardableResult
    func publishForeign(_ week: String) throws -> Run {
        let week = try Self.week(week)
        let draft = Draft(
            kind: "weekly", period: .week(week), asOf: week.friday,
            program: Manifest.Program(name: "Something else", version: "1"), settings: SHA256.digest(of: ""),
            templates: [], inputs: [], outcome: Outcome(title: "By hand", headline: ""), started: clock.now)
        return try archive.publish(draft, clock: { clock.now }) { folder, _ in
            try Data("By hand.\n".utf8).write(to: folder.appendingPathComponent("index.html"))
        }.run
    }
}
