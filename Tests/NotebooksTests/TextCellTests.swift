import Notebooks
import Testing

@Suite("A text is Markdown under a condition")
struct TextCellTests {
    @Test("headings, prose and code in it are those of the page")
    func content() throws {
        let body = """
            ````text gain
            --| if: realized_pnl > 0
            ## Up {{ realized_pnl }}

            The desk made {{ realized_pnl | usd0 }}: {{ verdict }}

            <!-- not shown -->
            ### More
            ```sql
            {{ code }}
            ```
            ````
            ## Up {{ realized_pnl }}
            """
        let actual = try Desk.shown(body)
        #expect(
            actual == """
                h2 #up-410-05 Up $410.05
                prose
                The desk made $410: Gain, 3 of 5 KPIs \\*missed\\*
                h3 #more More
                prose
                ```sql
                {{ code }}
                ```
                h2 #up-410-05-2 Up $410.05
                """)
    }

    @Test("without a condition it is always shown")
    func always() throws {
        #expect(try Desk.blocks("```text a\nWords.\n```") == [.prose("Words.")])
    }

    @Test(
        "faults of a text",
        arguments: [
            (
                "```text a\n--| if: win_rate > 1\n```",
                ["t.md:5:1: text cell 'a': there is no text. Write Markdown inside the fence."]
            ),
            (
                "```text a\n--| formats: html\n# Head\n```",
                ["t.md:6:14: option 'formats': a heading is in every format. Write it above the cell, or take it out."]
            ),
            (
                "```text a\n--| sheet: x\nB {{ }}\n```",
                [
                    "t.md:6:5: text cell 'a': there is no option 'sheet'. There are: if, formats, fold, on-error.",
                    "t.md:7:3: '{{ }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}.",
                ]
            ),
            ("```text\nWords.\n```", ["t.md:5:1: a cell has a kind and one name, as '```text pnl_by_book'."]),
        ])
    func faults(body: String, expected: [String]) {
        #expect(Desk.faults(body) == expected)
    }

    @Test("a text that fails says all that is wrong in it, and is no data")
    func failure() throws {
        let actual = try Desk.shown(
            "```text a\nA {{ nope }}\nB {{ win_rte }}\n```\n```table b\ndata: a\n```\n```text c\nC.\n```\n{{ c.x }}"
        )
        #expect(
            actual == """
                failure #a t.md:6:6 cell 'a': there is no parameter or scalar 'nope'. There are: as_of, verdict, \
                realized_pnl, win_rate, sharpe. Line 7: there is no parameter or scalar 'win_rte'. Did you mean 'win_rate'? \
                There are: as_of, verdict, realized_pnl, win_rate, sharpe.
                failure #b t.md:10:7 cell 'b': cell 'a' in line 5 failed, so this has nothing to show.
                prose
                C.
                failure #line-15 t.md:15:4 cell 'c' in line 12 is a text, which has no rows to be read.
                """)
    }
}
