import Metrics
import Notebooks
import Testing

@Suite("Checks show verdicts against limits")
struct ChecksCellTests {
    private let query = """
        ```sql q
        --| show: no
        select 'Portfolio delta' as "check", 'pass' as verdict, 0.25 as value, 'within ±0.30' as "limit",
          'Last snapshot' as evidence, '#exposure' as link, 'delta' as unit
        union all select 'Drawdown', 'fail', -0.12, 'above -10%', '', 'drawdown.html#low', 'percent'
        union all select 'Drawdown', null, null, null, null, null, null
        union all select 'Trades', 'warn', 3, null, 'of 5', null, 'count'
        ```

        """

    @Test("columns of the usual names, the gravest first, each with an anchor")
    func usual() throws {
        let actual = try Desk.shown(query + "```checks daily\ndata: q\nnote: As of {{ as_of }}.\n```")
        #expect(
            actual == """
                checks #daily Daily
                  #check-drawdown fail Drawdown: -12.0% limit 'above -10%' evidence '' link 'drawdown.html#low'
                  #check-drawdown-2 unknown Drawdown: – limit '' evidence '' link ''
                  #check-trades warn Trades: 3 limit '' evidence 'of 5' link ''
                  #check-portfolio-delta pass Portfolio delta: +0.25 limit 'within ±0.30' evidence 'Last snapshot' link \
                '#exposure'
                  note 'As of 2026-07-31.'
                """)
    }

    @Test("columns of other names; an undefined verdict is unknown and never a pass")
    func named() throws {
        var context = Desk.context
        context.datasets[1].rows.removeLast()
        let actual = try Desk.shown(
            "```checks c\ndata: kpis\ntitle: Targets\ncheck: name\nlimit: target\n```", context: context)
        #expect(
            actual == """
                checks #c Targets
                  #check-win-rate missed Win rate: 0.50 limit '> 85 %' evidence '' link ''
                  #check-drawdown unknown drawdown: – limit '< 10 %' evidence '' link ''
                  #check-sharpe too early sharpe: – (n too small) limit '> 2.0' evidence '' link ''
                """)
    }

    @Test("anchors are unique in the page, beside headings, cells and other checks")
    func anchors() throws {
        let body =
            query + """
                # Check drawdown
                ```checks check_trades
                data: q
                ```
                ```checks again
                data: q
                ```
                """
        let anchors = try Desk.blocks(body).flatMap { block -> [String] in
            if case .checks(let checks) = block { return [checks.anchor] + checks.rows.map(\.anchor) }
            return [anchor(of: block) ?? ""]
        }
        #expect(Set(anchors).count == anchors.count)
        #expect(anchors.contains("check-drawdown-5") && anchors.contains("check-trades-2"))
    }

    @Test("a check of no letters has an anchor too")
    func symbols() throws {
        let body = "```sql q\n--| show: no\nselect '±' as \"check\", 'pass' as verdict\n```\n```checks c\ndata: q\n```"
        #expect(try Desk.shown(body).contains("#check pass ±: –"))
    }

    @Test(
        "the message of every fault",
        arguments: [
            (
                "select 'A' as \"check\", 'passt' as verdict",
                "t.md:10:7 cell 'c': row 1, 'A': 'passt' is no verdict. Did you mean 'pass'? There are: met, missed, too "
                    + "early, open, pass, fail, warn, unknown."
            ),
            (
                "select 'A' as \"check\", 1 as verdict",
                "t.md:10:7 cell 'c': row 1, 'A': '1' is no verdict. There are: met, missed, too early, open, pass, fail, warn, "
                    + "unknown."
            ),
            (
                "select 'A' as name, 'pass' as verdict",
                "t.md:10:7 cell 'c': 'q' has no column 'check'. Name one by option 'check'. There are: name, verdict."
            ),
            (
                "select 'A' as \"check\", 'pass' as verdict, 'dollars' as unit",
                "t.md:10:7 cell 'c': column 'unit' has 'dollars' in row 1, which is neither a format nor a unit. There are: "
                    + "usd, usd0, percent, percent2, usd+, percent+, delta, ratio, number1, number4, integer, date, time, "
                    + "text, flag, count, days, usd/day, usd/point, points, usd/share."
            ),
            (
                "select 'A' as \"check\", 'pass' as verdict, 'javascript:alert(1)' as link",
                "t.md:10:7 cell 'c': row 1, 'A': 'javascript:alert(1)' is no link. Write an anchor of the page as "
                    + "'#exposure', or a relative address."
            ),
        ])
    func faults(select: String, expected: String) throws {
        let actual = try Desk.failure("```sql q\n--| show: no\n\(select)\n```\n```checks c\ndata: q\n```")
        #expect(actual == expected)
    }

    @Test("a column that an option names has to be there")
    func missingColumn() throws {
        let actual = try Desk.failure("```checks c\ndata: kpis\ncheck: nme\nvalue: valu\n```")
        #expect(
            actual
                == "t.md:7:8 cell 'c': option 'check': 'kpis' has no column 'nme'. Did you mean 'name'? There are: name, "
                + "value, target, verdict. Line 8: option 'value': 'kpis' has no column 'valu'. Did you mean 'value'? There "
                + "are: name, value, target, verdict.")
    }

    @Test(
        "links that lead out of the archive are refused",
        arguments: ["//host/x", "/etc/passwd", "http://x", "\\\\host", "a b", "java\nscript:x"])
    func links(link: String) throws {
        var context = Desk.context
        context.datasets = [
            Dataset(
                name: "d",
                columns: [
                    Dataset.Column("check", .text), Dataset.Column("verdict", .text), Dataset.Column("link", .text),
                ],
                rows: [[.text("A"), .text("pass"), .text(link)]])
        ]
        #expect(try Desk.failure("```checks c\ndata: d\n```", context: context).contains("is no link"))
    }
}
