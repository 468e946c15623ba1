import Notebooks
import Testing

/// Every fault by its exact text: what a quant reads after a slip.
@Suite("A template's faults are all named, with their places")
struct TemplateFaultTests {
    /// Faults of a body under the smallest head; the body begins in line 5.
    private func faults(_ body: String) -> [String] {
        Template.parse(Desk.template(body), file: "t.md").faults.map(\.description)
    }

    @Test("what a fault cites is short and can be seen")
    func excerpts() {
        let long = String(repeating: "x", count: 60_000)
        let cut = String(repeating: "x", count: 37) + "..."
        #expect(
            faults("{{ a | \(long) }} {{ a\u{200B}\0 }}\n```sql \(long.uppercased())\nselect 1 as x\n```\n").map {
                String($0.prefix(100))
            } == [
                "t.md:5:8: '\(cut)' is not a format. There are: usd, usd0, percent,",
                "t.md:5:60012: '{{ a\\u{200B}\\u{0} }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name ",
                "t.md:6:8: '\(cut.uppercased())' is not a cell's name. Write small letters, digi",
            ])
    }

    @Test(
        "faults of the head",
        arguments: [
            ("", ["t.md:1:1: a template begins with a line '---', its head in YAML, and a line '---'."]),
            (
                "---\ntitle: T\nkind: k\nformats: []\n---\n```table a\ndata: x\nformats: []\n```\n",
                [
                    "t.md:4:10: option 'formats': the list is empty. Name some of markdown, html, xlsx, or leave the option out.",
                    "t.md:8:10: option 'formats': the list is empty. Name some of markdown, html, xlsx, or leave the option out.",
                ]
            ),
            ("---\ntitle: T\nkind: k\n", ["t.md:1:1: the head is never closed. Write a line '---' after it."]),
            (
                "---\n---\n",
                [
                    "t.md:1:1: the head: option 'title' is missing.",
                    "t.md:1:1: the head: option 'kind' is missing.",
                ]
            ),
            (
                "---\ntitel: T\ntitle: T\nkind: k\n---\n",
                [
                    "t.md:2:1: the head: there is no option 'titel'. Did you mean 'title'? "
                        + "There are: title, kind, summary, parameters, formats."
                ]
            ),
            (
                "---\ntitle: T\nkind: k\nformats: [html, pdf, xslx]\n---\n",
                [
                    "t.md:4:17: option 'formats': 'pdf' is none. There are: markdown, html, xlsx.",
                    "t.md:4:22: option 'formats': 'xslx' is none. Did you mean 'xlsx'? "
                        + "There are: markdown, html, xlsx.",
                ]
            ),
            (
                "---\ntitle: T\nkind: k\nparameters:\n  w: { type: weak, default: 2026-W31 }\n---\n",
                [
                    "t.md:5:14: option 'type': 'weak' is none. Did you mean 'week'? "
                        + "There are: week, day, text, integer, number, flag, choice."
                ]
            ),
            (
                "---\ntitle: T\nkind: k\nparameters:\n  w: { type: week, default: 2026-W54 }\n"
                    + "  d: { type: day, default: 2026-02-30 }\n  n: { type: integer, default: 1.5 }\n"
                    + "  x: { type: number, default: inf }\n  f: { type: flag, default: maybe }\n"
                    + "  c: { type: choice, choices: [a, b], default: z }\n  e: { type: choice }\n  g: { }\n"
                    + "  Bad: { type: text }\n---\n",
                [
                    "t.md:13:3: 'Bad' is not a parameter's name. Write small letters, digits and '_', a letter first.",
                    "t.md:5:29: parameter 'w': '2026-W54' is not an ISO week as 2026-W31, or last-complete.",
                    "t.md:6:28: parameter 'd': '2026-02-30' is not a date as 2026-07-31, or as-of.",
                    "t.md:7:32: parameter 'n': '1.5' is not a whole number.",
                    "t.md:8:31: parameter 'x': 'inf' is not a decimal number.",
                    "t.md:9:29: parameter 'f': 'maybe' is not yes or no.",
                    "t.md:10:48: parameter 'c': 'z' is not one of a, b.",
                    "t.md:11:14: parameter 'e': option 'choices' is missing. Write a list of words.",
                    "t.md:12:6: parameter 'g': option 'type' is missing.",
                ]
            ),
            (
                "---\ntitle: T\nkind: a/b\n---\n",
                ["t.md:3:7: option 'kind': 'a/b' names the report's folder. Write letters, digits and '-'."]
            ),
            (
                "---\ntitle: T\nkind: k\nparameters:\n  n: { type: integer, min: 1, max: 60, default: 61 }\n"
                    + "  x: { type: number, max: -0.5, default: 0 }\n  y: { type: number, min: 3, max: 2 }\n"
                    + "  w: { type: week, min: 1 }\n  z: { type: number, min: low }\n---\n",
                [
                    "t.md:5:49: parameter 'n': '61' is not a whole number from 1 to 60.",
                    "t.md:6:42: parameter 'x': '0' is not a decimal number of at most -0.5.",
                    "t.md:7:35: parameter 'y': 'max' is less than 'min'.",
                    "t.md:8:25: parameter 'w': only numbers have a 'min'.",
                    "t.md:9:27: option 'min': 'low' is not a number.",
                ]
            ),
            (
                "---\ntitle: T\nkind: k\nparameters: [week]\n---\n",
                ["t.md:4:13: option 'parameters': write 'name: { … }', one a line."]
            ),
            (
                "---\ntitle: T\nkind: k\nparameters: { week: week }\n---\n",
                ["t.md:4:21: option 'parameters': write 'name: { … }', one a line."]
            ),
            (
                "---\ntitle: 'T\nkind: k\n---\n",
                [
                    "t.md:3:8: the head: this is not YAML: while scanning a quoted scalar found unexpected end of stream."
                ]
            ),
            (
                "---\ntitle: T\ntitle: U\nkind: k\n---\n",
                [
                    "t.md:2:1: the head: this is not YAML: 'title' is written twice."
                ]
            ),
            (
                "---\ntitle: T {{ a b }}\nkind: k\n---\n",
                [
                    "t.md:2:10: '{{ a b }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}."
                ]
            ),
        ])
    func head(text: String, expected: [String]) {
        let faults = Template.parse(text, file: "t.md").faults
        #expect(Set(faults.map(\.description)) == Set(expected))
        #expect(faults.map(\.line) == faults.map(\.line).sorted())
    }

    @Test(
        "faults of prose, fences and cells",
        arguments: [
            (
                "A {{ week and\nB {{ }} and {{ pnl | usd | x }}\n{{ pnl | usdd }}",
                [
                    "t.md:5:3: '{{ week and\\nB {{ }}' is not a value. Write {{ name }}, {{ cell.column }} or "
                        + "{{ name | format }}.",
                    "t.md:6:13: '{{ pnl | usd | x }}' is not a value. Write {{ name }}, {{ cell.column }} or "
                        + "{{ name | format }}.",
                    "t.md:7:10: 'usdd' is not a format. Did you mean 'usd'? There are: usd, usd0, percent, percent2, "
                        + "usd+, percent+, delta, ratio, number1, number4, integer, date, time, text, flag.",
                ]
            ),
            ("text {{ never", ["t.md:5:6: '{{' is never closed. Write '}}' after the name."]),
            (
                "## P&L {{ 1x }}",
                ["t.md:5:8: '{{ 1x }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}."]
            ),
            (
                "```sqll pnl\nselect 1\n```",
                [
                    "t.md:5:4: 'sqll' is not a kind of cell. Did you mean 'sql'? There are: sql, table, chart, figures, "
                        + "checks, text, include."
                ]
            ),
            ("```sql\nselect 1\n```", ["t.md:5:1: a cell has a kind and one name, as '```sql pnl_by_book'."]),
            ("```sql a b\nselect 1\n```", ["t.md:5:1: a cell has a kind and one name, as '```sql pnl_by_book'."]),
            (
                "```sql P&L\nselect 1\n```",
                ["t.md:5:8: 'P&L' is not a cell's name. Write small letters, digits and '_', a letter first."]
            ),
            ("```sql a\nselect 1", ["t.md:5:1: this fence is never closed. Write a line '```' after it."]),
            (
                "```sql a\nselect 1\n```\n\n```table a\ndata: a\n```",
                ["t.md:9:10: there is a cell 'a' already, in line 5. Give each its own name."]
            ),
            (
                "```sql a\n--| title: x\n\n```",
                ["t.md:5:1: sql cell 'a': there is no statement. Write one 'select …' inside the fence."]
            ),
            (
                "```sql a\n--| titel: x\n--|  total: { a: b }\nselect 1\n```",
                [
                    "t.md:7:11: sql cell 'a': this is not YAML: mapping values are not allowed in this context."
                ]
            ),
            (
                "```sql a\n--| titel: x\n--| total: { a: b }\n  --| columns: { pnl: dollars, b: [x] }\n--| show: often\n"
                    + "--| highlight: { pnl: bad, pnl < 0: red, a ~ 1: good }\nselect 1\n```",
                [
                    "t.md:6:5: sql cell 'a': there is no option 'titel'. Did you mean 'title'? There are: title, note, "
                        + "columns, units, titles, total, highlight, empty, empty-text, show, if, formats, fold, sheet, on-error.",
                    "t.md:7:12: option 'total': write a list of words, as [trades, pnl].",
                    "t.md:8:16: option 'columns': write 'name: value' pairs, as { pnl: usd }.",
                    "t.md:9:11: option 'show': 'often' is neither yes nor no.",
                    "t.md:10:42: option 'highlight': 'a ~ 1' is not a rule. Write 'column < value: tone' with <, <=, >, >=, = "
                        + "or !=, or 'column is undefined: tone'.",
                    "t.md:10:18: option 'highlight': 'pnl' is not a rule. Write 'column < value: tone' with <, <=, >, >=, = "
                        + "or !=, or 'column is undefined: tone'.",
                    "t.md:10:37: option 'highlight': 'red' is none. There are: good, bad, warn.",
                ]
            ),
            (
                "```sql a\n--| columns: { pnl: dollars }\nselect 1\n```",
                [
                    "t.md:6:21: option 'columns': 'dollars' is none. There are: usd, usd0, percent, percent2, usd+, "
                        + "percent+, delta, ratio, number1, number4, integer, date, time, text, flag."
                ]
            ),
            (
                "```table a\n- x\n```",
                [
                    "t.md:6:1: table cell 'a': write options as 'name: value', one a line."
                ]
            ),
            (
                "```sql a\n--| title: &pnl P&L\nselect 1\n```",
                [
                    "t.md:6:12: sql cell 'a': '&' begins an anchor, which templates do not have. Put the text in quotes."
                ]
            ),
            (
                "```table a\ndata: d\nwhere: { a: { b: c } }\n```",
                ["t.md:7:8: option 'where': write 'column: value' or 'column: [value, value]' pairs."]
            ),
            ("```table a\ndata: [x]\n```", ["t.md:6:7: option 'data': write one value."]),
            (
                "```chart a\n```",
                [
                    "t.md:5:1: chart cell 'a': say what to draw by one of these options: lines, areas, bars, stacked-bars, "
                        + "points, histogram, heat-map, waterfall.",
                    "t.md:5:1: chart cell 'a': option 'data' is missing.",
                ]
            ),
            (
                "```chart a\ndata: d\nx: x\nlines: [a, b, c, d, e, f, g]\n```",
                ["t.md:8:8: chart cell 'a': 7 series cannot be told apart. Draw up to 6."]
            ),
            (
                "```chart a\ndata: d\nx: x\nlines: [a]\nbars: [b]\nformat: usd1\n```",
                [
                    "t.md:5:1: chart cell 'a': say what to draw by one of these options: lines, areas, bars, stacked-bars, "
                        + "points, histogram, heat-map, waterfall.",
                    "t.md:10:9: option 'format': 'usd1' is none. Did you mean 'usd'? There are: usd, usd0, percent, "
                        + "percent2, usd+, percent+, delta, ratio, number1, number4, integer, date, time, text, flag.",
                ]
            ),
            (
                "```figures a\ntitle: x\n```",
                [
                    "t.md:5:1: figures cell 'a': option 'items' is missing. Write '- label: …' and 'value: …' for each."
                ]
            ),
            (
                "```figures a\nitems: x\n```",
                ["t.md:6:8: option 'items': write a list of '- name: value' items."]
            ),
            (
                "```figures a\nitems:\n  - label: A\n  - label: B\n    value: a b\n  - label: C\n    value: c\n"
                    + "    verdict: very good\n    wert: 1\n```",
                [
                    "t.md:7:5: figures cell 'a', item 1: option 'value' is missing.",
                    "t.md:9:12: option 'value': 'a b' is not a value. Write a scalar's name, or cell.column.",
                    "t.md:12:14: option 'verdict': 'very good' is neither a verdict (met, missed, too early, open, pass, "
                        + "fail, warn, unknown) nor a value as cell.column.",
                    "t.md:13:5: figures cell 'a', item 3: there is no option 'wert'. There are: label, value, "
                        + "format, target, note, verdict, trend.",
                ]
            ),
        ])
    func body(text: String, expected: [String]) {
        #expect(Set(faults(text)) == Set(expected))
        #expect(faults(text).count == expected.count)
    }

    @Test(
        "what is no option at all, by its size or its depth",
        arguments: [
            (
                String(repeating: "[", count: 51),
                "t.md:6:1: table cell 'a': more than 50 values inside each other are no options."
            ),
            (
                String(repeating: "- ", count: 51) + "x",
                "t.md:6:1: table cell 'a': more than 50 values inside each other are no options."
            ),
            (
                "title: " + String(repeating: "x", count: 10_000),
                "t.md:6:1: table cell 'a': a line of options has up to 10000 characters. Write one option a line."
            ),
        ])
    func bounds(options: String, expected: String) {
        #expect(faults("```table a\n\(options)\n```") == [expected])
    }

    @Test("a thousand faults are told, and how many more there are")
    func many() {
        let all = faults(String(repeating: "{{ }}\n\n", count: 1200))
        #expect(all.count == 1001)
        #expect(
            all[999]
                == "t.md:2003:1: '{{ }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}.")
        #expect(all[1000] == "t.md:1:1: there are 200 more faults; mend these first.")
    }

    @Test("a template with faults is not run")
    func refused() throws {
        let template = Template.parse("no head", file: "t.md").template
        #expect(throws: NotebookError.faultyTemplate(template.faults)) {
            try Notebook.run(template, context: Desk.context)
        }
        #expect(
            NotebookError.faultyTemplate(template.faults).description
                == "t.md:1:1: a template begins with a line '---', its head in YAML, and a line '---'.")
    }
}
