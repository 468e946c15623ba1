import Metrics
import Testing

@Suite("The dictionary and the review say the same")
struct CatalogueTests {
    let review = WeeklyReview(NewYearWeek.input)

    @Test("Every dataset has its definition, column by column")
    func datasets() {
        #expect(review.datasets.map(\.name) == MetricCatalogue.datasets.map(\.name))
        for (dataset, definition) in zip(review.datasets, MetricCatalogue.datasets) {
            #expect(dataset.columns.map(\.name) == definition.columns.map(\.name))
            #expect(dataset.columns.map(\.unit) == definition.columns.map(\.unit))
        }
    }

    @Test("Every scalar has its definition, and every definition a value or a reason")
    func scalars() {
        #expect(review.scalars.map(\.name) == MetricCatalogue.scalars.map(\.name))
        #expect(review.scalars.allSatisfy { $0.value != .null })
    }

    @Test("Names are unique and in snake case; definitions are sentences without a full stop")
    func form() {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789_")
        let names = MetricCatalogue.datasets.map(\.name)
        #expect(Set(names).count == names.count)
        let scalars = MetricCatalogue.scalars
        #expect(Set(scalars.map(\.name)).count == scalars.count)
        for definition in MetricCatalogue.datasets {
            let columns = definition.columns.map(\.name)
            #expect(Set(columns).count == columns.count, "\(definition.name)")
            for name in columns + [definition.name] { #expect(letters.isSuperset(of: name), "\(name)") }
            for column in definition.columns { #expect(!column.definition.isEmpty && column.definition.last != ".") }
        }
        for scalar in scalars { #expect(!scalar.definition.isEmpty && scalar.definition.last != ".") }
    }

    @Test("No cell holds infinity or a number that is none, and money columns hold exact money or mean dollars")
    func finite() {
        for dataset in review.datasets {
            for row in dataset.rows {
                for cell in row {
                    if case .number(let number) = cell { #expect(number.isFinite, "\(dataset.name)") }
                }
            }
        }
    }

    /// The interface of the specification: these names and this order at the least.
    @Test(
        "The stable names stand first and in order",
        arguments: [
            (
                "pnl_by_book",
                "book,trades,wins,losses,flat,win_rate,win_rate_low,win_rate_high,realized_pnl,mean_pnl,"
                    + "median_pnl,worst_pnl,profit_factor,fees,mean_days"
            ),
            (
                "performance",
                "strategy,window,observations,total_return,annualized_return,volatility,sharpe,sharpe_se,"
                    + "psr_0,psr_kpi,sortino,max_drawdown,drawdown_peak,drawdown_trough,drawdown_recovery,calmar,var_95,es_95"
            ),
            ("theta", "day,total_theta,calendar_days,gross_theta"), ("reconciliation", "item,amount"),
            ("kpis", "name,value,low,high,target,verdict,legacy_value"),
            ("comparison", "measure,multibook,legacy,difference,low,high"),
        ])
    func stable(name: String, columns: String) {
        let names = review.dataset(name)?.columns.map(\.name).joined(separator: ",") ?? ""
        #expect(names == columns || names.hasPrefix(columns + ","))
    }

    @Test("The stable scalars stand first and in order")
    func stableScalars() {
        let names =
            "week as_of gross_theta theta_capture realized_pnl unrealized_pnl hedge_cost fees trades_closed trades_opened "
            + "win_rate mean_days_in_trade sharpe sortino max_drawdown es_95 share gate_decision gate_evidence verdict"
        #expect(review.scalars.prefix(20).map(\.name).joined(separator: " ") == names)
    }
}
