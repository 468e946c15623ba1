import Archive
import Console
import Metrics
import Notebooks
import Publishing

/// What the console says of weekly reviews.
struct WeeklyText {
    let terminal: Terminal
    /// The archive's folder.
    let archive: String

    /// The reviews of several weeks as a table, of one with its figures, and where to look.
    func text(_ reviews: [PublishedReport]) -> String {
        guard let newest = reviews.last else { return "" }
        let page = page(of: newest)
        guard reviews.count > 1 else {
            let state = newest.isNew ? "" : ", unchanged since it was published"
            return text("\(newest.run.place.period)", newest.scalars, page: page, state: state)
        }
        var table = TextTable([.left, .right, .right, .left, .left])
        table.add(
            terminal.dim("week"), terminal.dim("closed"), terminal.dim("change"), terminal.dim("verdict"), "")
        for review in reviews {
            table.add(
                "\(review.run.place.period)", figure("trades_closed", review.scalars),
                figure("net_change", review.scalars), figure("verdict", review.scalars),
                terminal.dim(
                    review.isNew ? "r\(review.run.place.revision)" : "r\(review.run.place.revision), unchanged"))
        }
        // After many weeks the newest may be a quiet one: the busiest shows more.
        let busiest = reviews.max { closed($0) < closed($1) }
        let hint = busiest.map { $0.run == newest.run ? "" : "; the busiest week: \(self.page(of: $0))" } ?? ""
        return """
            \(terminal.bold("Weekly reviews \(reviews[0].run.place.period) to \(newest.run.place.period)"))
            \(table.text)

            Open \(terminal.bold("\(archive)/index.html")); the newest: \(page)\(hint)
            """
    }

    /// The headline figures of one week.
    func text(_ week: String, _ scalars: [Scalar], page: String, state: String = "") -> String {
        var table = TextTable([.left, .right])
        for name in [
            "net_change", "realized_pnl", "gross_theta", "trades_closed", "win_rate", "sharpe", "max_drawdown",
        ] {
            table.add(name.replacing("_", with: " "), figure(name, scalars))
        }
        return """
            \(terminal.bold("Weekly review \(week): \(figure("verdict", scalars))"))\(state)
            \(table.text)

            Open \(terminal.bold(page)), report.xlsx or report.md beside it
            """
    }

    private func page(of review: PublishedReport) -> String { "\(archive)/\(review.run.place.path)/index.html" }

    private func closed(_ review: PublishedReport) -> Double {
        review.scalars.first { $0.name == "trades_closed" }?.value.number ?? 0
    }

    private func figure(_ name: String, _ scalars: [Scalar]) -> String {
        scalars.first { $0.name == name }.map { ValueFormat(default: $0.unit).text($0.value) } ?? ""
    }
}
