internal import Dates
internal import Input
internal import Ledger

/// What was considered, compared and doubted. Some words are made to upset a renderer.
extension Month {
    static func candidates(on day: Day) -> [CandidateRecord] {
        let taken = trades.filter { $0.entryDay == day && !$0.isHedge }.map { trade in
            CandidateRecord(
                time: look(on: day), book: trade.book, allotment: trade.allotment, symbol: trade.symbol,
                structure: trade.structure,
                results: [
                    RuleResult(
                        rule: "iv-rank", passed: true, value: 48.5, limit: 40, detail: "IV rank 48.5 not below 40"),
                    RuleResult(rule: "credit", passed: true, value: 0.2, limit: 0.15, detail: "credit 20.0% of width"),
                ], tradeID: trade.id)
        }
        return taken + refusals.filter { $0.day == day }
    }

    private static func refusal(
        _ day: Int, _ book: Book, _ symbol: String, _ structure: Structure?, _ results: [RuleResult],
        _ allotment: Allotment = .allotted
    ) -> CandidateRecord {
        CandidateRecord(
            time: look(on: july(day)), book: book, allotment: allotment, symbol: symbol, structure: structure,
            results: results, tradeID: nil)
    }

    private static let refusals = [
        refusal(
            14, .primary, "XLE", .putCredit,
            [
                RuleResult(rule: "iv-rank", passed: true, value: 52, limit: 40, detail: "IV rank 52.0 not below 40"),
                RuleResult(rule: "blackout", passed: false, detail: "CPI release of 2026-07-14 08:30"),
            ]),
        refusal(
            28, .primary, "XLK", nil,
            [RuleResult(rule: "iv-rank", passed: false, value: 37.2, limit: 40, detail: "IV rank 37.2 below 40")]),
        refusal(
            29, .primary, "QQQ", nil,
            [RuleResult(rule: "blackout", passed: false, detail: "FOMC statement of 2026-07-29 14:00")]),
        refusal(
            31, .primary, "XLE", .ironCondor,
            [
                RuleResult(rule: "iv-rank", passed: true, value: 41, limit: 40, detail: "IV rank 41.0 not below 40"),
                RuleResult(
                    rule: "credit", passed: false, value: 0.14, limit: 0.15,
                    detail: "credit 14.0% | width <b>below</b> 15% & `mid` *only*"),
                RuleResult(rule: "size", passed: false, detail: "never the first reason"),
            ]),
        refusal(
            31, .incomePop, "IWM", nil,
            [RuleResult(rule: "iv-rank", passed: nil, limit: 60, detail: "IV rank is not ready")]),
        refusal(
            31, .legacy, "DIA", nil,
            [RuleResult(rule: "day-move", passed: false, value: 0.004, limit: 0.01, detail: "=0.4% is below 1%")]),
        refusal(
            31, .legacy, "SPY", nil,
            [RuleResult(rule: "day-move", passed: false, value: 0.004, limit: 0.01, detail: "0.4% is below 1%")],
            .shadow),
    ]

    /// What each strategy opens is what it would trade.
    static func comparison(on day: Day) -> ParallelComparison {
        let opened = trades.filter { $0.entryDay == day && !$0.isHedge && $0.allotment == .allotted }
        func proposed(_ strategy: StrategyName) -> [HeldTrade] { opened.filter { $0.strategy == strategy } }
        func words(_ trades: [HeldTrade]) -> [String] {
            trades.map { "\($0.symbol) \($0.structure.rawValue)" }.sorted()
        }
        func exposure(_ strategy: StrategyName) -> Money {
            trades.filter { $0.strategy == strategy && $0.allotment == .allotted && $0.isOpen(atEndOf: day) }
                .reduce(.zero) { $0 + ($1.opened.maxLoss ?? .zero) }
        }
        func size(_ trades: [HeldTrade]) -> Double {
            trades.reduce(Money.zero) { $0 + ($1.opened.maxLoss ?? .zero) }.dollars
        }
        let (new, old) = (proposed(.multibook), proposed(.legacy))
        let both = Set(new.map(\.symbol)).intersection(old.map(\.symbol))
        return ParallelComparison(
            time: look(on: day), multibookProposed: words(new), legacyProposed: words(old),
            multibookExposure: exposure(.multibook), legacyExposure: exposure(.legacy),
            onlyOne: Set((new + old).map(\.symbol)).subtracting(both).sorted(),
            opposite: both.filter { symbol in
                let views = (new + old).filter { $0.symbol == symbol }.map(\.structure.direction)
                return views.contains(.bullish) && views.contains(.bearish)
            }.sorted(), sizeRatio: new.isEmpty || old.isEmpty ? nil : size(new) / size(old))
    }

    static let findings = [
        Finding(
            severity: .note, rule: "bars.gap", subject: "IWM", day: july(27), place: "bars.csv:214",
            message: "no bar at 15:30; the one before was used"),
        Finding(
            severity: .warning, rule: "chain.crossed", subject: "QQQ", day: july(28), place: "chain.csv:88",
            message: "bid 1.10 | ask 1.05: <script>alert(1)</script> \"crossed\" & [skipped](https://example.com)"),
        Finding(
            severity: .error, rule: "chain.no-quote", subject: "XLE", day: july(30), place: "chain.csv:12",
            message: "a quote of -1.00 was refused"),
        Finding(
            severity: .note, rule: "bars.split", subject: "=SUM(A1:A9)", day: july(31), place: "bars.csv:9",
            message: "+1 für die Kurse – 日本 🚀 is no name of a fund"),
    ]

    /// A finding of no session.
    static let generalFinding = Finding(
        severity: .note, rule: "calendar.cover", subject: "fomc", message: "the calendar ends with 2026")
}
