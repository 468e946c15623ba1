import Dates
import Metrics
import Notebooks
import Testing

@Suite("A document says what is otherwise than in an earlier one")
struct DocumentChangesTests {
    private func document(_ blocks: Block...) -> Document {
        Document(title: "T", kind: "k", asOf: Desk.friday, blocks: blocks)
    }

    private func told(_ changes: [Change]) -> [String] {
        changes.map { "\($0.kind.rawValue) \($0.label): '\($0.before)' -> '\($0.after)' #\($0.anchor)" }
    }

    private func figures(_ anchor: String, _ items: (label: String, value: Value, verdict: Verdict?)...) -> Block {
        .figures(
            FiguresBlock(
                anchor: anchor, title: anchor,
                items: items.map {
                    FiguresBlock.Item(label: $0.label, value: $0.value, format: .percent, verdict: $0.verdict)
                }))
    }

    private func checks(_ anchor: String, _ rows: (title: String, verdict: Verdict)...) -> Block {
        .checks(
            ChecksBlock(
                anchor: anchor, title: anchor,
                rows: rows.map {
                    ChecksBlock.Row(
                        anchor: "check-\($0.title)", title: $0.title, verdict: $0.verdict, value: .null, format: .text)
                }))
    }

    @Test("of two documents that are alike, nothing", arguments: 0..<100)
    func same(seed: UInt64) {
        var random = RandomDocument(seed: seed)
        let document = random.document()
        #expect(document.changes(since: document, withCells: true) == [])
    }

    @Test("sources and facts, matched by name and by which of a name")
    func head() {
        var before = document()
        before.parameters = [.init(name: "week", text: "W30"), .init(name: "floor", text: "1")]
        before.provenance = [
            .init(name: "Source", text: "a"), .init(name: "Source", text: "b"), .init(name: "Program", text: "0.1"),
        ]
        before.facts = [.init(name: "Decision", text: "hold"), .init(name: "Share", text: "10%")]
        before.syntheticNotice = "Modelled."
        var after = before
        after.parameters[0] = .init(name: "week", text: "W31")
        after.provenance[1] = .init(name: "Source", text: "c")
        after.provenance.append(.init(name: "Source", text: "d"))
        after.provenance.remove(at: 2)
        after.facts[0] = .init(name: "Decision", text: "promote")
        after.facts.append(.init(name: "Revision", text: "2"))
        after.syntheticNotice = nil
        #expect(
            told(after.changes(since: before)) == [
                "source week: 'W30' -> 'W31' #", "source Source: 'b' -> 'c' #", "source Source: '' -> 'd' #",
                "source Program: '0.1' -> '' #", "source Notice: 'Modelled.' -> '' #",
                "fact Decision: 'hold' -> 'promote' #",
                "fact Revision: '' -> '2' #",
            ])
    }

    @Test("checks by their block and title: another verdict, a new one, one that is gone")
    func verdictsOfChecks() {
        let before = document(
            checks("a", ("delta", .pass), ("vega", .pass), ("old", .fail)), checks("b", ("delta", .warn)))
        let after = document(
            checks("a", ("new", .unknown), ("delta", .fail), ("vega", .pass)), checks("b", ("delta", .warn)))
        #expect(
            told(after.changes(since: before)) == [
                "check delta: 'pass' -> 'fail' #check-delta", "check new: '' -> 'unknown' #check-new",
                "check old: 'fail' -> '' #",
            ])
    }

    @Test("figures by what is shown: a difference that nobody can see is none")
    func shownFigures() {
        let before = document(
            figures(
                "f", ("Win rate", .number(0.8512), .met), ("Sharpe", .undefined(.tooFew), nil), ("Gone", .null, .met)))
        let after = document(
            figures(
                "f", ("Win rate", .number(0.8509), .met), ("Sharpe", .number(0.5), .missed), ("New", .number(1), nil)))
        #expect(
            told(after.changes(since: before)) == [
                "verdict Sharpe: '' -> 'missed' #f", "verdict Gone: 'met' -> '' #",
                "figure Sharpe: '– (n too small)' -> '50.0%' #f", "figure New: '' -> '100.0%' #f",
                "figure Gone: '–' -> '' #",
            ])
    }

    @Test("warnings and failed cells that came or went; figures of a failed cell are not told one by one")
    func failures() {
        let failure = Block.failure(FailureBlock(anchor: "f", place: "t.md:5", message: "cell 'f': no."))
        var good = document(figures("f", ("A", .number(1), .met)), checks("c", ("x", .pass)))
        good.warnings = [.init(anchor: "c", message: "C: No rows."), .init(anchor: "f", message: "F: old.")]
        var bad = document(failure, checks("c", ("x", .pass)))
        bad.warnings = [.init(anchor: "c", message: "C: No rows."), .init(anchor: "c", message: "C: new.")]
        #expect(
            told(bad.changes(since: good)) == [
                "warning c: '' -> 'C: new.' #c", "warning f: '' -> 'cell 'f': no.' #f", "warning f: 'F: old.' -> '' #",
            ])
        #expect(
            told(good.changes(since: bad)) == [
                "warning f: '' -> 'F: old.' #f", "warning c: 'C: new.' -> '' #", "warning f: 'cell 'f': no.' -> '' #",
            ])
        var other = bad
        other.blocks[0] = .failure(FailureBlock(anchor: "f", place: "t.md:5", message: "cell 'f': never."))
        #expect(
            told(other.changes(since: bad)) == ["warning f: 'cell 'f': no.' -> 'cell 'f': never.' #f"])
    }

    @Test("kinds in their order, whatever the order of the page")
    func order() {
        var before = document(figures("f", ("A", .number(0.1), .missed)), checks("c", ("x", .pass)))
        before.parameters = [.init(name: "p", text: "1")]
        before.facts = [.init(name: "Decision", text: "hold")]
        var after = document(figures("f", ("A", .number(0.2), .met)), checks("c", ("x", .fail)))
        after.parameters = [.init(name: "p", text: "2")]
        after.facts = [.init(name: "Decision", text: "halt")]
        after.warnings = [.init(anchor: "c", message: "W")]
        #expect(after.changes(since: before).map(\.kind) == Change.Kind.allCases)
    }

    private func table(_ anchor: String, _ rows: [[Value]], column: String = "pnl") -> Block {
        .table(
            TableBlock(
                anchor: anchor, title: "P&L",
                columns: [
                    TableBlock.Column(name: "book", title: "Book", format: .text),
                    TableBlock.Column(name: column, title: "Realised", format: .usd0),
                    TableBlock.Column(name: "n", title: "Trades", format: .integer),
                ], rows: rows))
    }

    @Test("cells of tables by their row's first column, when asked for")
    func cells() {
        let before = document(
            table(
                "t",
                [
                    [.text("A"), .number(10), .integer(1)], [.text("B"), .number(20), .integer(2)],
                    [.text("C"), .number(30), .integer(3)], [.text("A"), .number(1), .integer(1)],
                ]), table("old", [[.text("A"), .null, .null]]))
        let after = document(
            table(
                "t",
                [
                    [.text("B"), .number(20.4), .integer(2)], [.text("A"), .number(11), .integer(1)],
                    [.text("D"), .number(40), .integer(4)], [.text("A"), .number(1), .integer(9)],
                ]), table("new", []))
        #expect(after.changes(since: before) == [])
        #expect(
            told(after.changes(since: before, withCells: true)) == [
                "figure P&L: A, Realised: '$10' -> '$11' #t", "figure P&L: D: '' -> '$40, 4' #t",
                "figure P&L: A, Trades: '1' -> '9' #t", "figure P&L: C: '$30, 3' -> '' #",
                "figure P&L: '' -> '0 rows' #new", "figure P&L: '1 row' -> '' #",
            ])
    }

    @Test("a column of another name is another column; a table that failed is not told cell by cell")
    func columns() {
        let before = document(table("t", [[.text("A"), .number(1), .integer(1)]]))
        let after = document(table("t", [[.text("A"), .number(1), .integer(1)]], column: "net"))
        #expect(
            told(after.changes(since: before, withCells: true)) == ["figure P&L: A, Realised: '' -> '$1' #t"])
        let failed = document(.failure(FailureBlock(anchor: "t", place: "", message: "No.")))
        #expect(failed.changes(since: before, withCells: true).map(\.kind) == [.warning])
    }
}
