import Dates
import Foundation
import Metrics
import Notebooks
import Testing

/// Whatever the bytes, reading gives a template and faults, and running gives a document or an error: no crash, no
/// hang. Seeds are fixed; a failure names its input.
@Suite("Any bytes can be read as a template")
struct FuzzTests {
    private let good = """
        ---
        title: Review {{ week }}
        kind: weekly
        parameters:
          week: { type: week, default: last-complete }
        ---
        # Week {{ week }}: {{ verdict }}

        Prose {{ realized_pnl | usd0 }} and {{ kpis["Win rate"].value | percent }}.

        ```figures headline
        items:
          - { label: A, value: win_rate, verdict: kpis.sharpe.verdict }
        ```
        ```sql a
        --| title: Books
        --| columns: { realized_pnl: usd, day: date }
        --| highlight: { realized_pnl < 0: bad }
        --| total: [realized_pnl]
        select book, realized_pnl, :as_of as day from pnl_by_book
        ```
        ```chart c
        data: equity_curve
        x: day
        lines: { multibook: M, legacy: L }
        ```
        ```table t
        data: a
        select: [book]
        sort: -book
        limit: 1
        units: { book: book }
        empty: warn
        ```
        ```checks d
        data: kpis
        check: name
        if: [win_rate > 0.5, kpis is not empty]
        ```
        ````text e
        --| if: sharpe is undefined
        ## Head {{ week }}
        Words.
        ````
        ```include part
        if: win_rate < 1
        ```
        ```chart f
        data: equity_curve
        histogram: multibook
        bins: 4
        ```
        ```chart g
        data: equity_curve
        heat-map: { x: day, y: day, value: legacy }
        formats: [html]
        fold: yes
        ```
        ```chart h
        data: pnl_by_book
        waterfall: { x: book, value: realized_pnl, totals: [PRIMARY] }
        ```
        """

    private let part = "Part {{ as_of }}.\n\n```sql p\n--| show: no\nselect count(*) as n from kpis\n```\n{{ p.n }}"

    private func survive(_ text: String, part: String = "Part.") {
        var context = Desk.context
        context.stepLimit = 1_000_000
        let (template, faults) = Template.parse(text, file: "fuzz.md") { name in
            name == "part" ? .text(part, file: "part.md") : .missing(names: ["part"])
        }
        #expect(template.faults == faults)
        let lines = ["fuzz.md": text, "part.md": part].mapValues { $0.utf8.count { $0 == 10 } + 1 }
        let checked = try? Notebook.check(template, context: context)
        #expect(checked != nil, "\(text)")
        for fault in checked ?? [] {
            #expect(
                (1...(lines[fault.file] ?? 0)).contains(fault.line) && fault.column >= 1 && !fault.message.isEmpty,
                "\(fault) of \(text)")
        }
        if faults.isEmpty {
            #expect(throws: Never.self, "\(text)") { try Notebook.run(template, context: context) }
        }
    }

    @Test("random bytes", arguments: 0..<20)
    func randomBytes(seed: UInt64) {
        var random = SplitMix(state: seed)
        for _ in 0..<40 {
            let count = Int.random(in: 0..<400, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            survive(String(decoding: bytes, as: UTF8.self))
            survive("---\ntitle: t\nkind: k\n---\n" + String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test("pieces of the language in any order", arguments: 0..<20)
    func tokens(seed: UInt64) {
        let tokens = [
            "---\n", "title: T\n", "kind: k\n", "```", "```sql a\n", "```chart b\n", "```figures c\n", "```table d\n",
            "--| ", "select 1", "data: a\n", "x: y\n", "items:\n", "  - ", "label: ", "value: ", "{{", "}}", "|",
            "week",
            ".", "[\"", "\"]", "{", "}", "[", "]", ": ", "\n", "\r\n", "&a ", "*a", "!!x ", "\t", "'", "\"", "<!--",
            "-->", "#", "\u{301}", "\u{0}", "\\", "?", "lines: ", "total: ", "highlight: { a < 1: bad }\n",
            "```checks e\n", "```text f\n", "```include part\n", "if: ", "is empty",
            "heat-map: ", "waterfall: ", "histogram: ", "bins: ", "units: ", "sort: ", "limit: ", "empty: ", "error",
            "on-error: stop\n", "formats: ", "fold: yes\n", "sheet: ", "trend: ", "verdict: ",
        ]
        var random = SplitMix(state: 1000 + seed)
        for _ in 0..<60 {
            let count = Int.random(in: 1..<60, using: &random)
            survive((0..<count).map { _ in tokens[Int.random(in: 0..<tokens.count, using: &random)] }.joined())
        }
    }

    @Test("a good template with bytes changed, dropped, doubled and moved", arguments: 0..<20)
    func mutations(seed: UInt64) {
        var random = SplitMix(state: 2000 + seed)
        for _ in 0..<40 {
            survive(mutated(good, &random), part: mutated(part, &random))
        }
    }

    /// The shipped templates, each changed again and again; what they read is not there, and the rest has to hold.
    @Test("shipped templates with bytes changed, dropped, doubled and moved", arguments: 0..<20)
    func shipped(seed: UInt64) throws {
        var random = SplitMix(state: 4000 + seed)
        let templates = try shippedTexts()
        for _ in 0..<10 {
            survive(mutated(templates[Int.random(in: 0..<templates.count, using: &random)], &random))
        }
    }

    private func shippedTexts() throws -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("templates")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0.hasSuffix(".md") }
            .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    }

    private func mutated(_ text: String, _ random: inout SplitMix) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(bytes[place], at: place)
            default:
                let end = min(bytes.count, place + Int.random(in: 1...30, using: &random))
                let piece = bytes[place..<end]
                bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("the good template is good")
    func isGood() {
        let template = Template.parse(good, file: "fuzz.md") { _ in .text(part, file: "part.md") }.template
        #expect(template.faults == [])
    }

    @Test("nesting and repetition beyond reason are faults, and cheap")
    func bombs() { surviveBombs() }

    // The largest of them has two million bytes, which are told to be too many.
    @Test(
        "and all of them take less than 192 MB",
        .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "needs Linux"))
    func boundedMemory() async {
        await #expect(processExitsWith: .success) {
            FuzzTests().surviveBombs()
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let peak = try #require(status.firstMatch(of: #/VmHWM:\s+(\d+) kB/#).flatMap { Int($0.1) })
            try #require(peak < 192 << 10, "\(peak) kB")
        }
    }

    private func surviveBombs() {
        survive("---\n" + String(repeating: "[", count: 5000) + "\n---\n")
        survive("---\n" + String(repeating: "{a: ", count: 5000) + "\n---\n")
        survive("---\n" + String(repeating: "- ", count: 5000) + "x\n---\n")
        var laughs = "---\ntitle: T\nkind: k\na0: &a0 [x, x]\n"
        for level in 1..<40 { laughs += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        survive(laughs + "---\n")
        survive(laughs + "? *a39\n: x\n---\n")
        survive(Desk.template(String(repeating: "{{ ", count: 20_000)))
        survive(Desk.template(String(repeating: "{{ week }}", count: 5000)))
        survive(Desk.template(String(repeating: "```sql a\n", count: 2000)))
        survive(Desk.template("{{ a" + String(repeating: ".b", count: 20_000) + " }}"))
        survive(Desk.template("# " + String(repeating: "#", count: 50_000)))
        survive(Desk.template("```table a\ndata: " + String(repeating: "[", count: 51) + "\n```"))
        survive(Desk.template("```table a\n" + String(repeating: "- ", count: 60) + "x\n```"))
        survive(
            Desk.template(
                "```table a\n" + (0..<300).map { String(repeating: " ", count: $0) + "a:\n" }.joined() + "```"))
        survive(Desk.template(String(repeating: "```include part\n```\n", count: 2000)))
        survive(Desk.template(String(repeating: "{{ nope }} ", count: 20_000)))
        survive(Desk.template("```text a\n--| if: [" + String(repeating: "a < 1, ", count: 5000) + "a = 2]\nX\n```"))
        survive(String(repeating: "x", count: 2_000_000))
        survive(
            Desk.template(
                "```figures f\nitems:\n" + String(repeating: "- { label: '{{ week }}' }\n", count: 10_000) + "```"))
        survive(
            Desk.template(
                "```figures f\nitems: [" + String(repeating: "{ label: '{{ week }}' }, ", count: 10_000) + "]\n```"))
    }

    @Test("SQL made of its own words gives a table or a failure", arguments: 0..<10)
    func statements(seed: UInt64) throws {
        let words = [
            "select", "from", "where", "group by", "order by", "pnl_by_book", "kpis", "book", "realized_pnl", "value",
            "*",
            "count(*)", "sum(", ")", "(", ",", "as", "x", ":as_of", "1", "'a'", "\"b\"", "union all", "with recursive",
            "n(i)", "insert into", "update", "set", "=", "case when", "then", "end", "--", "/*", ";", "attach", "join",
        ]
        var random = SplitMix(state: 3000 + seed)
        for _ in 0..<60 {
            let count = Int.random(in: 1..<14, using: &random)
            let sql = (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
            survive(Desk.template("```sql a\n\(sql.joined(separator: " "))\n```"))
        }
    }
}
