public import Dates
internal import GRDB
public import Ledger

/// How many trades were considered over a span of days, and what stopped them.
public struct CandidateSummary: Hashable, Sendable {
    /// Refusals of one book by one rule.
    public struct Refusals: Hashable, Sendable {
        /// The book whose rules were applied.
        public let book: Book
        /// With capital or in shadow.
        public let allotment: Allotment
        /// The first rule that did not pass.
        public let rule: String
        /// Candidates that it refused, those that it could not evaluate included.
        public let count: Int
        /// Of them, candidates that it could not evaluate.
        public let notEvaluated: Int

        /// Refusals of one book by one rule.
        public init(book: Book, allotment: Allotment, rule: String, count: Int, notEvaluated: Int) {
            self.book = book
            self.allotment = allotment
            self.rule = rule
            self.count = count
            self.notEvaluated = notEvaluated
        }
    }

    /// Trades that were considered.
    public let candidates: Int
    /// Of them, those that became trades.
    public let trades: Int
    /// Refusals by the first rule that did not pass; by book, allotment and rule.
    public let refusals: [Refusals]

    /// A summary over a span of days.
    public init(candidates: Int, trades: Int, refusals: [Refusals]) {
        self.candidates = candidates
        self.trades = trades
        self.refusals = refusals
    }
}

extension HistoryStore {
    /// What was considered over exchange dates, both ends included.
    public func candidateSummary(from first: Day? = nil, through last: Day? = nil) throws(HistoryError)
        -> CandidateSummary
    {
        let counts = try read(
            "candidates",
            "SELECT count(*), count(trade_id) FROM candidates WHERE day BETWEEN ? AND ?", ["count", "trades"], first,
            last
        ) { (Int(try $0.integer(0)), Int(try $0.integer(1))) }
        let refusals = try read(
            "rule_outcomes",
            """
            SELECT c.book, c.allotment, o.rule, count(*), sum(o.passed IS NULL)
            FROM candidates c JOIN rule_outcomes o ON o.candidate_id = c.id
            WHERE c.day BETWEEN ? AND ? AND c.trade_id IS NULL
                AND o.position = (SELECT min(position) FROM rule_outcomes
                    WHERE candidate_id = c.id AND passed IS NOT 1)
            GROUP BY c.book, c.allotment, o.rule ORDER BY c.book, c.allotment, o.rule
            """, ["book", "allotment", "rule", "count", "not_evaluated"], first, last
        ) { row in
            CandidateSummary.Refusals(
                book: try row.named(0), allotment: try row.named(1), rule: try row.text(2),
                count: Int(try row.integer(3)), notEvaluated: Int(try row.integer(4)))
        }
        return CandidateSummary(
            candidates: counts.first?.0 ?? 0, trades: counts.first?.1 ?? 0, refusals: refusals)
    }

    /// Everything that was considered over exchange dates, with each rule's verdict, by time and in the order of
    /// recording.
    public func candidates(from first: Day? = nil, through last: Day? = nil) throws(HistoryError)
        -> [CandidateRecord]
    {
        let rows = try read(
            "candidates",
            """
            SELECT c.id, c.timestamp, c.book, c.allotment, c.symbol, c.structure, c.trade_id, o.rule, o.passed,
                o.value, o.threshold, o.detail
            FROM candidates c LEFT JOIN rule_outcomes o ON o.candidate_id = c.id
            WHERE c.day BETWEEN ? AND ? ORDER BY c.timestamp, c.id, o.position
            """,
            [
                "id", "timestamp", "book", "allotment", "symbol", "structure", "trade_id", "rule", "passed", "value",
                "threshold", "detail",
            ], first, last
        ) { row in
            let result = try row.optionalText(7).map {
                RuleResult(
                    rule: $0, passed: try row.optionalFlag(8), value: try row.optionalNumber(9),
                    limit: try row.optionalNumber(10),
                    detail: try row.optionalText(11) ?? "")
            }
            let structure: Structure? = try row.optionalText(5) == nil ? nil : try row.named(5)
            let candidate = CandidateRecord(
                time: try row.instant(1), book: try row.named(2), allotment: try row.named(3), symbol: try row.text(4),
                structure: structure, results: [], tradeID: try row.optionalInteger(6))
            return (id: try row.integer(0), candidate: candidate, result: result)
        }
        var candidates: [CandidateRecord] = []
        var start = rows.startIndex
        while start < rows.endIndex {
            let head = rows[start]
            let end = rows[start...].firstIndex { $0.id != head.id } ?? rows.endIndex
            candidates.append(
                CandidateRecord(
                    time: head.candidate.time, book: head.candidate.book, allotment: head.candidate.allotment,
                    symbol: head.candidate.symbol, structure: head.candidate.structure,
                    results: rows[start..<end].compactMap(\.result), tradeID: head.candidate.tradeID))
            start = end
        }
        return candidates
    }
}
