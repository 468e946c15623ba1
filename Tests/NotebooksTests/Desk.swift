import Dates
import Ledger
import Metrics
import Notebooks

/// A small desk: one week of two books, by hand.
enum Desk {
    /// Friday 2026-07-31, in ISO week 2026-W31.
    static let friday = Day(daysSince1970: 20_665)

    static let byBook = Dataset(
        name: "pnl_by_book",
        columns: [
            Dataset.Column("book", .text), Dataset.Column("trades", .count), Dataset.Column("realized_pnl", .usd),
            Dataset.Column("win_rate", .percent), Dataset.Column("profit_factor", .ratio),
            Dataset.Column("mean_days", .days),
        ],
        rows: [
            [
                .text("PRIMARY"), .integer(3), .money(Money(cents: 61_010)), .number(2.0 / 3), .number(2.675),
                .number(12.25),
            ],
            [
                .text("INCOME_POP"), .integer(1), .money(Money(cents: -20_005)), .number(0), .undefined(.noLosses),
                .number(5),
            ],
        ])

    static let kpis = Dataset(
        name: "kpis",
        columns: [
            Dataset.Column("name", .text), Dataset.Column("value", .ratio), Dataset.Column("target", .text),
            Dataset.Column("verdict", .text),
        ],
        rows: [
            [.text("Win rate"), .number(0.5), .text("> 85 %"), .text("missed")],
            [.text("sharpe"), .undefined(.tooFew), .text("> 2.0"), .text("too early")],
            [.text("drawdown"), .null, .text("< 10 %"), .undefined(.noData)],
            [.text("odd"), .number(1), .text(""), .text("perhaps")],
        ])

    static let equity = Dataset(
        name: "equity_curve",
        columns: [
            Dataset.Column("day", .date), Dataset.Column("multibook", .usd), Dataset.Column("legacy", .usd),
        ],
        rows: [
            [.day(friday.adding(-2)), .number(100_000), .number(100_000)],
            [.day(friday.adding(-1)), .number(100_500.5), .null],
            [.day(friday), .number(100_250), .undefined(.notRecorded)],
        ])

    static let scalars = [
        Scalar("verdict", .text, .text("Gain, 3 of 5 KPIs *missed*")),
        Scalar("realized_pnl", .usd, .money(Money(cents: 41_005))),
        Scalar("win_rate", .percent, .number(0.75)),
        Scalar("sharpe", .ratio, .undefined(.tooFew)),
    ]

    static let context = NotebookContext(
        asOf: friday, datasets: [byBook, kpis, equity], scalars: scalars,
        provenance: [Document.Parameter(name: "database", text: "history.sqlite")], syntheticNotice: "Modelled prices.")

    /// A template with this body under the smallest head; the body begins in line 5.
    static func template(_ body: String) -> String {
        "---\ntitle: T\nkind: test\n---\n" + body
    }

    /// The blocks that a body gives.
    static func blocks(_ body: String, context: NotebookContext = context) throws -> [Block] {
        let template = Template.parse(template(body), file: "t.md").template
        return try Notebook.run(template, context: context).blocks
    }

    /// What a body gives, as text.
    static func shown(_ body: String, context: NotebookContext = context) throws -> String {
        try blocks(body, context: context).map { dump($0) }.joined(separator: "\n")
    }

    /// The faults of a body under the smallest head; the body begins in line 5.
    static func faults(_ body: String) -> [String] {
        Template.parse(template(body), file: "t.md").faults.map(\.description)
    }

    /// The message of the only block, which must be a failure: place and message.
    static func failure(_ body: String, context: NotebookContext = context) throws -> String {
        let blocks = try blocks(body, context: context)
        guard blocks.count == 1, case .failure(let failure) = blocks[0] else { return "no failure: \(blocks)" }
        return "\(failure.place) \(failure.message)"
    }
}
