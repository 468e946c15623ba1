import Dates
import Ledger
import Metrics
import Notebooks
import Testing

@testable import Rendering

@Suite struct HTMLBlocksTests {
    let html = HTMLRenderer.render(Showcase.document)

    private func page(_ blocks: Block...) -> String {
        HTMLRenderer.render(Document(title: "T", kind: "k", asOf: Sample.day(2026, 1, 2), blocks: blocks))
    }

    @Test("Checks stand the gravest first, each with its place, sign, word, value, limit and evidence")
    func checks() {
        let order = html.matches(of: #/<tr role="row" id="(check-\w+)" class="(\w+)">/#).map { "\($0.1) \($0.2)" }
        #expect(
            order == [
                "check-drawdown bad", "check-hedge open", "check-theta open", "check-target open", "check-delta good",
            ])
        #expect(html.contains("<span class=\"counts\">1 failed, 1 unknown, 1 warning, 1 too early, 1 passed</span>"))
        #expect(
            html.contains(
                """
                <a class="link" href="#check-drawdown" aria-label="Link to Drawdown"></a><span class="verdict bad">\
                <span aria-hidden="true">✗</span> fail</span></td><th scope="row" role="rowheader">Drawdown</th>\
                <td role="cell" class="n">-11.04%</td><td role="cell" class="limit">above -10%</td>\
                <td role="cell" class="evidence"><a href="#months">evidence</a></td></tr>
                """))
        #expect(html.contains("<td role=\"cell\" class=\"n u\">– (no data)</td>"))
    }

    @Test("Counts name each verdict that occurs, with the right number of warnings; without checks it is said")
    func counts() {
        func counts(_ verdicts: [Verdict]) -> String {
            ChecksBlock(
                anchor: "a", title: "",
                rows: verdicts.map {
                    .init(anchor: "c", title: "", verdict: $0, value: .null, format: .ratio)
                }
            ).counts
        }
        #expect(counts([.pass, .pass, .fail]) == "1 failed, 2 passed")
        #expect(counts([.warn, .warn, .unknown]) == "1 unknown, 2 warnings")
        #expect(counts([.met, .missed, .tooEarly]) == "1 missed, 1 too early, 1 met")
        #expect(counts([]) == "No checks")
        #expect(html.contains("<p class=\"caption\">Checks of the hedge</p>\n<p class=\"empty\">No checks</p>"))
    }

    @Test(
        "A folded block lies behind its title, a folded group of checks behind its counts, folded prose behind a word")
    func folds() {
        #expect(
            html.contains("<details class=\"fold\">\n<summary>Trades since 2024</summary>\n<section class=\"table\""))
        #expect(html.contains("<details class=\"fold\">\n<summary>More</summary>\n<div class=\"prose\">"))
        #expect(html.contains("<details class=\"fold\">\n<summary>Rates, folded</summary>\n<figure class=\"chart\""))
        var checks = Showcase.checks
        checks.placement.isFolded = true
        #expect(page(.checks(checks)).contains("<summary>The five checks: 1 failed, 1 unknown"))
        let figures = FiguresBlock(anchor: "f", title: "", items: [], placement: Placement(isFolded: true))
        #expect(page(.figures(figures)).contains("<summary>More</summary>"))
    }

    @Test("A block of other formats is not in the page, nor in its places")
    func placement() {
        #expect(!html.contains("Every quote"))
        #expect(!html.contains("id=\"raw\""))
    }

    @Test("Every heading, table, chart, group of figures and check has a link to itself")
    func permalinks() {
        let links = Set(
            html.matches(of: #/<a class="link" href="#([^"]+)" aria-label="Link to [^"]+"><\/a>/#).map { String($0.1) })
        let places = ["one-of-five", "limits", "check-delta", "headline", "marks", "units", "folded"]
        #expect(links.isSuperset(of: places + Showcase.charts.map(\.anchor)))
    }

    @Test("A column whose rows have formats of their own stands on the side of its column")
    func rowFormats() {
        #expect(html.contains("<tr><th scope=\"row\">Theta</th><td>$412.34</td></tr>"))
        #expect(html.contains("<tr><th scope=\"row\">Snapshot</th><td>2026-07-31</td></tr>"))
    }

    @Test("A long table scrolls in its box under a head that stays; a short one does not")
    func tall() {
        #expect(
            html.contains(
                "<div class=\"scroll tall\" role=\"region\" tabindex=\"0\" aria-labelledby=\"marks.caption\">"))
        #expect(
            html.contains("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"units.caption\">"))
    }

    @Test("A number below zero is marked beside its minus; a chart's data are plain; words with a minus are words")
    func negative() {
        #expect(html.contains("<td class=\"neg\">-$40.81</td>"))
        #expect(html.contains("<td class=\"neg bad\">") == false)
        #expect(html.contains("<td>-$60.00</td>"))
        let table = TableBlock(
            anchor: "t", title: "T",
            columns: [.init(name: "a", title: "A", format: .text), .init(name: "b", title: "B", format: .usd)],
            rows: [[.text("-x"), .text("-y")], [.text("z"), .money(Money(cents: 0))]], totals: [nil, .number(-3)],
            highlights: [.init(column: "b", comparison: .equal, operand: .text("-y"), tone: .warn)])
        let html = page(.table(table))
        #expect(html.contains("<th scope=\"row\">-x</th><td class=\"warn\">-y</td>"))
        #expect(html.contains("<tfoot><tr><th scope=\"row\">Total</th><td class=\"neg\">-$3.00</td></tr></tfoot>"))
    }

    @Test("Data of a chart are folded; long ones are left out of print")
    func data() {
        #expect(html.contains("<details class=\"rows\"><summary>Data<span class=\"quiet\"> of Return by month</span>"))
        #expect(
            html.contains("<details class=\"rows long\"><summary>Data<span class=\"quiet\"> of Growth of $100</span>"))
    }

    @Test("Figures show their trends")
    func trends() {
        #expect(html.matches(of: #/<dd class="path"><svg class="trend"/#).count == 3)
    }

    @Test("A page of everything stays small, and a long history does not make one large")
    func size() {
        #expect(html.utf8.count < 175_000)
        let days = (0..<2_500).map { Value.day(Sample.day(2016, 1, 4).adding($0 / 5 * 7 + $0 % 5)) }
        let chart = ChartBlock(
            anchor: "a", title: "Growth", alternative: "Ten years.", kind: .line, xTitle: "Day", x: days,
            series: [.init(name: "v", title: "V", values: (0..<2_500).map { Double($0 * 37 % 211) })], format: .usd)
        // Of each day only its row of data and a point in each of the two drawings.
        #expect(page(.chart(chart)).utf8.count < 2_500 * 110)
    }
}
