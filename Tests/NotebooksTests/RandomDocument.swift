import Dates
import Ledger
import Metrics
import Notebooks

/// Documents of everything that a document can hold, the same for the same seed.
struct RandomDocument {
    private var random: SplitMix
    private var count = 0

    init(seed: UInt64) {
        random = SplitMix(state: seed)
    }

    mutating func document() -> Document {
        Document(
            title: text(), kind: text(), asOf: day(), parameters: parameters(), syntheticNotice: flip() ? text() : nil,
            provenance: parameters(), facts: parameters(), links: parameters(),
            changes: flip() ? ChangesBlock(since: parameter(), changes: many { $0.change() }) : nil,
            warnings: many { Document.Warning(anchor: $0.text(), message: $0.text()) }, blocks: many { $0.block() })
    }

    mutating func block() -> Block {
        switch Int.random(in: 0..<7, using: &random) {
        case 0: .heading(level: Int.random(in: 1...6, using: &random), text: text(), anchor: unique())
        case 1: .prose(text(), placement: placement())
        case 2: .failure(FailureBlock(anchor: unique(), place: text(), message: text()))
        case 3:
            .figures(FiguresBlock(anchor: unique(), title: text(), items: many { $0.item() }, placement: placement()))
        case 4:
            .checks(
                ChecksBlock(
                    anchor: unique(), title: text(), note: text(), rows: many { $0.row() }, placement: placement()))
        case 5: .table(table())
        default: .chart(chart())
        }
    }

    mutating func table() -> TableBlock {
        let columns = many { TableBlock.Column(name: $0.unique(), title: $0.text(), format: $0.pick()) }
        let rows: [[Value]] = many { maker in columns.map { _ in maker.value() } }
        var formats: [Int: [ValueFormat]] = [:]
        for index in columns.indices where flip() { formats[index] = rows.map { _ in pick() } }
        return TableBlock(
            anchor: unique(), title: text(), note: text(), columns: columns, rows: rows,
            totals: flip() ? columns.map { _ in flip() ? value() : nil } : nil,
            highlights: many {
                TableBlock.Highlight(column: $0.text(), comparison: $0.pick(), operand: $0.value(), tone: $0.pick())
            }, emptyText: text(), rowFormats: formats, placement: placement())
    }

    mutating func chart() -> ChartBlock {
        let x = many { $0.value() }
        return ChartBlock(
            anchor: unique(), title: text(), alternative: text(), note: text(), kind: pick(), xTitle: text(), x: x,
            series: many { maker in
                ChartBlock.Series(name: maker.text(), title: maker.text(), values: x.map { _ in maker.number() })
            }, format: pick(), xFormat: pick(), yTitle: text(), totals: Set(x.indices.filter { _ in flip() }),
            placement: placement())
    }

    mutating func item() -> FiguresBlock.Item {
        FiguresBlock.Item(
            label: text(), value: value(), format: pick(), note: text(), target: text(), verdict: flip() ? pick() : nil,
            trend: many { $0.number() })
    }

    mutating func row() -> ChecksBlock.Row {
        ChecksBlock.Row(
            anchor: unique(), title: text(), verdict: pick(), value: value(), format: pick(), limit: text(),
            evidence: text(), link: text())
    }

    mutating func change() -> Change {
        Change(kind: pick(), label: text(), before: text(), after: text(), anchor: unique())
    }

    mutating func value() -> Value {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .number(number() ?? 0)
        case 1: .integer(integer())
        case 2: .money(Money(cents: Int64(integer())))
        case 3: .text(text())
        case 4: .day(day())
        case 5: .instant(Instant(secondsSince1970: Int64.random(in: -60_000_000_000...250_000_000_000, using: &random)))
        case 6: .flag(flip())
        case 7: .undefined(Undefined.allCases[Int.random(in: 0..<Undefined.allCases.count, using: &random)])
        case 8: .number(Double(Int.random(in: -5...5, using: &random)))
        default: .null
        }
    }

    mutating func text() -> String {
        let words = [
            "", "a", "P&L", "–", "=cmd|'/c'!A1", "\"quoted\"", "back\\slash", "a/b", "line\nend\r\n", "\u{0}\u{1F}",
            "é\u{301}",
            "🐟", "\u{2028}", "null", "3", "true", "{\"number\": 1}", "  ", "</script>",
        ]
        return words[Int.random(in: 0..<words.count, using: &random)]
    }

    /// A text that no other one is.
    private mutating func unique() -> String {
        count += 1
        return "\(text())\(count)"
    }

    private mutating func integer() -> Int {
        let edges = [0, 1, -1, Int.max, Int.min, 9_007_199_254_740_993, -5]
        return flip()
            ? edges[Int.random(in: 0..<edges.count, using: &random)] : Int.random(in: -99_999...99_999, using: &random)
    }

    private mutating func number() -> Double? {
        let edges = [
            0, -0.0, 0.1, 1e21, 1e-7, .leastNonzeroMagnitude, 1.7976931348623157e308, -2.5, 100, 0.30000000000000004,
            -1e-300,
            9_007_199_254_740_992,
        ]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return nil
        case 1: return edges[Int.random(in: 0..<edges.count, using: &random)]
        default: return Double(bitPattern: UInt64.random(in: 0..<0x7FF0_0000_0000_0000, using: &random))
        }
    }

    private mutating func day() -> Day { Day(daysSince1970: Int.random(in: -700_000...2_900_000, using: &random)) }

    private mutating func flip() -> Bool { Bool.random(using: &random) }

    private mutating func pick<Choice: CaseIterable>() -> Choice where Choice.AllCases.Index == Int {
        Choice.allCases[Int.random(in: 0..<Choice.allCases.count, using: &random)]
    }

    private mutating func placement() -> Placement {
        if flip() { return Placement() }
        return Placement(
            formats: Set(OutputFormat.allCases.filter { _ in flip() }), isFolded: flip(), sheet: flip() ? text() : nil)
    }

    private mutating func parameter() -> Document.Parameter { Document.Parameter(name: text(), text: text()) }

    private mutating func parameters() -> [Document.Parameter] { many { $0.parameter() } }

    private mutating func many<Thing>(_ make: (inout RandomDocument) -> Thing) -> [Thing] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in make(&self) }
    }
}
