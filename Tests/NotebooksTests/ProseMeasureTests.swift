import Testing

@testable import Notebooks

@Suite("Prose is measured before it is read as Markdown")
struct ProseMeasureTests {
    private static func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    /// A table of so many columns and rows below its head, each row of one cell.
    private static func table(_ columns: Int, _ rows: Int) -> String {
        "|\(times(columns, "a|"))\n|\(times(columns, "-|"))\n" + times(rows, "x\n")
    }

    @Test(
        "what is within bounds",
        arguments: [
            "", "Words.", "- a\n  - b\n    - c\n\n      > d", times(20, "> ") + "x", times(20, "- ") + "x",
            // Lines one below the other are not inside each other, and what is only indented is not either.
            times(500, "- - - x\n"), times(100, " ") + "- x", times(30, "-") + "\n" + times(30, "* *\n"),
            table(100, 199), "a\n---\n" + times(30_000, "x\n"), times(30_000, "|-\n\n"),
            "[a]: http://x/ \"Title\"\n\n" + times(1000, "[a] "), times(90, "[a]: http://x/\n") + times(90, "[a] "),
            times(5000, "[x](http://x/) "), times(5000, "see ]: "), times(5000, "\\[a\\]: "),
        ])
    func within(prose: String) {
        #expect(ProseMeasure(prose).excesses.isEmpty)
    }

    @Test(
        "what is beyond them, with its line",
        arguments: [
            (table(101, 1), 1, "this table of 101 columns and 2 rows has 202 cells; "),
            (table(100, 200), 1, "this table of 100 columns and 201 rows has 20100 cells; "),
            ("Words.\n\n" + table(500, 5000), 3, "this table of 500 columns and 5001 rows has 2500500 cells; "),
            (
                "> a|b\r\n> -|-\r\n" + times(10_000, "> x\r\n"), 1,
                "this table of 2 columns and 10001 rows has 20002 cells; "
            ),
            (
                "- a|b\n  :-:|-\n" + times(10_000, "  x\n"), 1,
                "this table of 2 columns and 10001 rows has 20002 cells; "
            ),
            ("a|b\r-|-\r" + times(10_000, "x\r"), 0, "this table of 2 columns and 10001 rows has 20002 cells; "),
        ])
    func tables(prose: String, line: Int, message: String) {
        #expect(
            ProseMeasure(prose).excesses == [
                ProseMeasure.Excess(
                    line: line,
                    message: message
                        + "up to 100 columns and 20000 cells are read. Divide it, or make it a cell 'table'.")
            ])
    }

    @Test("a word without end, over which a reader of Markdown would go again and again")
    func words() {
        #expect(ProseMeasure(Self.times(100, Self.times(9_999, "a") + " ")).excesses.isEmpty)
        #expect(
            ProseMeasure("a\n> www.a" + Self.times(250_000, ")") + "\n").excesses == [
                ProseMeasure.Excess(
                    line: 1, message: "a word has 250005 bytes, and up to 10000 are read. Put blanks into it.")
            ])
    }

    @Test(
        "lists and quotes inside each other",
        arguments: [
            (times(60_000, "- ") + "x", 0, 60_000), (times(21, "> "), 0, 21), (times(21, ">"), 0, 21),
            ("a\n\n" + times(21, "1. ") + "x", 2, 21), (times(21, "-\t") + "x", 0, 21),
            (times(20, "- ") + "x\nlazy\n\n" + times(40, " ") + "+ y", 3, 21),
            ((0..<40).map { times($0, "  ") + "* x" }.joined(separator: "\n"), 20, 21),
            ((0..<40).map { times($0, "> ") + "- x" }.joined(separator: "\n"), 20, 21),
        ])
    func depth(prose: String, line: Int, depth: Int) {
        #expect(
            ProseMeasure(prose).excesses == [
                ProseMeasure.Excess(
                    line: line,
                    message:
                        "lists and quotes stand \(depth) deep inside each other, and up to 20 are read. Take levels "
                        + "away.")
            ])
    }

    @Test(
        "link references, with their titles and on several lines",
        arguments: [
            ("Words.\n\n[a]: http://x/\(times(992, "y"))\n\n" + times(999, "[a]"), 2, 1003, 1000, "1.0"),
            (
                "> [a\n> b]:\n> http://x/ \"\(times(1000, "y "))\n> [c]\"\n>\n" + times(999, "[a b]"), 1, 2018, 1001,
                "2.0"
            ),
            ("[a]: x '\(times(1000, "y\n"))'\n\n" + times(1000, "![a]"), 0, 2006, 1001, "2.0"),
        ])
    func links(prose: String, line: Int, bytes: Int, brackets: Int, megabytes: String) {
        #expect(
            ProseMeasure(prose).excesses == [
                ProseMeasure.Excess(
                    line: line,
                    message:
                        "each of the \(brackets) brackets of this prose can stand for the \(bytes) bytes of a link "
                        + "reference, which makes \(megabytes) MB of the 1.0 MB that there may be. Shorten the reference, or "
                        + "write the address where it is used, as [words](address).")
            ])
    }

    @Test("a report and its check say the place, in prose and in a text")
    func places() throws {
        let deep = Self.times(21, "- ") + "x"
        let body = "Words.\n\n\(deep)\n```text a\nWords.\n--| fold: yes\n> \(deep)\n```\n"
        let expected = [
            "t.md:7:1: lists and quotes stand 21 deep inside each other, and up to 20 are read. Take levels away.",
            "t.md:11:1: lists and quotes stand 22 deep inside each other, and up to 20 are read. Take levels away.",
        ]
        let template = Template.parse(Desk.template(body), file: "t.md").template
        #expect(try Notebook.check(template, context: Desk.context).map(\.description) == expected)
        #expect(
            try Desk.shown(body) == """
                failure #line-5 t.md:7:1 lists and quotes stand 21 deep inside each other, and up to 20 are read. Take levels \
                away.
                failure #a t.md:11:1 cell 'a': lists and quotes stand 22 deep inside each other, and up to 20 are read. Take \
                levels away.
                """)
    }

    @Test("tables of prose, each small enough, count among what a report shows")
    func sum() throws {
        let body = (1...19).map { "# \($0)\n\n" + Self.table(100, 198) }.joined(separator: "\n")
        let failures = try Desk.blocks(body).compactMap { if case .failure(let failure) = $0 { failure } else { nil } }
        #expect(
            failures.map(\.message) == [
                "this shows 0.3 MB, at 16 bytes a value and its text, and 0.3 MB are left of the 6.0 MB that a report may "
                    + "show. Sum up, leave columns out or add a limit."
            ])
    }
}
