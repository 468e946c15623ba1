import Notebooks
import Testing

@Suite("A partial is spliced into a template")
struct IncludeTests {
    /// A template with this body, whose partials are given by name.
    private func parse(_ body: String, _ partials: [String: String] = [:]) -> Template {
        Template.parse(Desk.template(body), file: "t.md") { name in
            partials[name].map { .text($0, file: "p/\(name).md") } ?? .missing(names: partials.keys.sorted())
        }.template
    }

    private func faults(_ body: String, _ partials: [String: String] = [:]) -> [String] {
        parse(body, partials).faults.map(\.description)
    }

    private func shown(_ template: Template) throws -> [String] {
        #expect(template.faults == [])
        return try Notebook.run(template, context: Desk.context).blocks.map { dump($0) }
    }

    @Test("its prose and cells stand where it is included, and later cells see its results")
    func spliced() throws {
        let template = parse(
            "Before.\n\n```include partials/books\n```\n{{ books.n }} books.",
            ["partials/books": "## Books\n\n```sql books\n--| show: no\nselect count(*) as n from pnl_by_book\n```\n"])
        let actual = try shown(template)
        #expect(actual == ["prose\nBefore.", "h2 #books-2 Books", "prose\n2 books."])
        #expect(template.cellNames == ["books"])
    }

    @Test("partials include partials, and cells of a partial read those before it")
    func nested() throws {
        let template = parse(
            "```sql a\n--| show: no\nselect 1 as x\n```\n```include one\n```",
            ["one": "One {{ a.x }}\n\n```include two/deep\n```\nAgain", "two/deep": "Two"])
        let actual = try shown(template)
        #expect(actual == ["prose\nOne 1", "prose\nTwo", "prose\nAgain"])
    }

    @Test("prose may be included twice")
    func twice() throws {
        let template = parse("```include a\n```\n```include a\n```", ["a": "Words."])
        let actual = try shown(template)
        #expect(actual == ["prose\nWords.", "prose\nWords."])
    }

    @Test("under a condition all of it is left out, and what is in it keeps its own conditions")
    func condition() throws {
        let partial = "# Head\n\nWords.\n\n```sql q\nselect 1 as x\n```\n```text t\n--| if: win_rate > 1\nMore.\n```"
        func template(_ condition: String) -> Template {
            parse("```include a\nif: \(condition)\n```\n{{ q.x }}", ["a": partial])
        }
        let actual = try shown(template("[win_rate > 0.5, win_rate > 0.9]"))
        #expect(
            actual == [
                "failure #line-8 t.md:8:4 cell 'q' in line 5 of p/a.md was left out because 'win_rate > 0.9' does not hold, "
                    + "so this has nothing to show. Give it the same condition."
            ])
        #expect(try shown(template("win_rate > 0.5")).count == 4)
    }

    @Test("a fault in a partial has the partial's place")
    func places() throws {
        #expect(
            faults("```include a\n```\nX {{ 1 }}", ["a": "One\n\n{{ }}\n```sql b\n--| titel: x\nselect 1\n```"]) == [
                "t.md:7:3: '{{ 1 }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}.",
                "p/a.md:3:1: '{{ }}' is not a value. Write {{ name }}, {{ cell.column }} or {{ name | format }}.",
                "p/a.md:5:5: sql cell 'b': there is no option 'titel'. Did you mean 'title'? There are: title, note, "
                    + "columns, units, titles, total, highlight, empty, empty-text, show, if, formats, fold, sheet, on-error.",
            ])
        let template = parse("```include a\n```", ["a": "\n```sql b\nselect nope\n```\n{{ b.x }}"])
        let actual = try shown(template)
        #expect(
            actual == [
                "failure #b p/a.md:3:8 cell 'b': no such column: nope. No table has a column like it.",
                "failure #line-5 p/a.md:5:4 cell 'b' in line 2 failed, so this has nothing to show.",
            ])
    }

    @Test(
        "the message of every fault of an include",
        arguments: [
            (
                "```include partials/chekcs\n```",
                [
                    "t.md:5:12: there is no partial 'partials/chekcs'. Did you mean 'partials/checks'? There are: again, head, "
                        + "loop/a, loop/b, partials/checks, self."
                ]
            ),
            ("```include\n```", ["t.md:5:1: an include has one path, as '```include partials/data-checks'."]),
            ("```include a b\n```", ["t.md:5:1: an include has one path, as '```include partials/data-checks'."]),
            (
                "```include self\n```",
                ["p/self.md:1:12: partials must not go round in a circle: self includes self."]
            ),
            (
                "```include loop/a\n```",
                ["p/loop/b.md:2:12: partials must not go round in a circle: loop/a includes loop/b includes loop/a."]
            ),
            ("```include head\n```", ["t.md:5:12: 'head' begins with a head, which a partial does not have."]),
            (
                "```sql x\nselect 1\n```\n\n```include partials/checks\n```",
                ["p/partials/checks.md:1:8: there is a cell 'x' already, in line 5 of t.md. Give each its own name."]
            ),
            (
                "```include partials/checks\n```\n```sql x\nselect 1\n```",
                ["t.md:7:8: there is a cell 'x' already, in line 1 of p/partials/checks.md. Give each its own name."]
            ),
            (
                "```include partials/checks\n```\n```include partials/checks\n```",
                [
                    "t.md:7:12: 'partials/checks' is included already, and its cells (the first in line 1) would be there "
                        + "twice."
                ]
            ),
            (
                "```include again\nif: nonsense\ntitle: x\n```",
                [
                    "t.md:6:5: option 'if': 'nonsense' is not a condition. Write 'name < value' with <, <=, >, >=, = or !=, "
                        + "'name is undefined', 'name is defined', 'cell is empty' or 'cell is not empty'.",
                    "t.md:7:1: include: there is no option 'title'. There are: if.",
                ]
            ),
        ])
    func messages(body: String, expected: [String]) {
        let partials = [
            "partials/checks": "```sql x\nselect 1\n```", "self": "```include self\n```", "again": "Words.",
            "loop/a": "```include loop/b\n```", "loop/b": "Words\n```include loop/a\n```",
            "head": "---\ntitle: T\n---\n",
        ]
        #expect(faults(body, partials) == expected)
    }

    @Test(
        "a path that is not one below the folder is not even asked for",
        arguments: [
            "../secret", "/etc/passwd", "a/../b", "./a", "a//b", "a/", ".hidden", "a/.b", "C:\\x", "~", "ä", "a%2fb",
        ])
    func paths(path: String) {
        let template = Template.parse(Desk.template("```include \(path)\n```"), file: "t.md") { name in
            Issue.record("asked for \(name)")
            return .text("", file: "")
        }.template
        #expect(
            template.faults.map(\.description) == [
                "t.md:5:12: '\(path)' is not a partial. Write its path below the folder of templates, without '.md', as "
                    + "partials/data-checks."
            ])
    }

    @Test("partials inside each other have an end")
    func depth() {
        let template = Template.parse(Desk.template("```include a0\n```"), file: "t.md") { name in
            .text("```include a\((Int(name.dropFirst()) ?? 0) + 1)\n```", file: name)
        }.template
        #expect(
            template.faults.map(\.description) == ["a7:1:12: more than 8 partials inside each other are not read."])
    }

    @Test("a template with all its partials has a bounded size")
    func size() {
        let text = "```include a\n```\n```include a\n```"
        #expect(
            faults(text, ["a": String(repeating: "words ", count: 40_000)]) == [
                "t.md:7:12: with 'a' the template has more than 262144 bytes, which are not read."
            ])
        #expect(
            Template.parse(String(repeating: "x", count: 262_145), file: "t.md").faults.map(\.description) == [
                "t.md:1:1: the template has more than 262144 bytes, which are not read."
            ])
    }

    @Test("doubling partials end at the bound of size, not of patience")
    func doubling() {
        let template = Template.parse(Desk.template("```include a0\n```"), file: "t.md") { name in
            let next = "a\((Int(name.dropFirst()) ?? 0) + 1)"
            let twice = "```include \(next)\n```\n"
            return .text(String(repeating: "x", count: 20_000) + "\n" + twice + twice + twice, file: name)
        }.template
        #expect(!template.faults.isEmpty && template.faults.count <= 1001)
    }

    @Test("a partial that must not be read says why")
    func refused() {
        let template = Template.parse(Desk.template("```include a\n```"), file: "t.md") { _ in
            .refused(reason: "it lies outside the folder of templates")
        }.template
        #expect(
            template.faults.map(\.description) == [
                "t.md:5:12: the partial 'a' is not read: it lies outside the folder of templates."
            ])
    }
}
