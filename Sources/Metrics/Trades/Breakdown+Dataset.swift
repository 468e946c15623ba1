extension TradeDimension {
    /// What a reader calls it.
    public var title: String {
        switch self {
        case .dteBucket: "days to expiration"
        case .exitReason: "exit reason"
        case .entryWeekday: "entry weekday"
        case .vixRegime: "VIX regime"
        case .tier: "confidence tier"
        case .book, .symbol, .structure, .direction, .strategy: rawValue
        }
    }

    /// What the key column holds.
    private var keyDefinition: String {
        switch self {
        case .book: "The book"
        case .symbol: "The underlying"
        case .tier: "The tier of the confidence score"
        case .structure: "How the trades were built"
        case .direction: "The view of the market: bullish, bearish or neutral"
        case .dteBucket: "Calendar days to expiration at entry"
        case .exitReason: "The rule that closed the trades"
        case .entryWeekday: "The day of the week of the entry"
        case .vixRegime: "The level of VIX at entry, in points"
        case .strategy: "The strategy"
        }
    }

    /// The dataset of a span's closed trades by this dimension.
    func definition(suffix: String = "", span: String = "the week") -> DatasetDefinition {
        let order = self == .symbol ? "by name" : "in the order of declaration, trades without it last"
        return DatasetDefinition(
            "pnl_by_\(rawValue)\(suffix)",
            "Trades closed in \(span), with capital and without hedges, by \(title); groups with trades, \(order)",
            [.init(rawValue, .text, keyDefinition)] + TradeTally.columns)
    }
}

extension TradeTally {
    /// The columns of ``cells``.
    static let columns: [DatasetDefinition.Column] = [
        .init("trades", .count, "Closed trades"),
        .init("wins", .count, "Trades with a realised P&L above zero"),
        .init("losses", .count, "Trades with a realised P&L below zero"),
        .init("flat", .count, "Trades with a realised P&L of exactly zero"),
        .init("win_rate", .percent, "Wins ÷ all closed trades"),
        .init("win_rate_low", .percent, "Lower end of the 95 % Wilson interval of the win rate"),
        .init("win_rate_high", .percent, "Upper end of the 95 % Wilson interval of the win rate"),
        .init("realized_pnl", .usd, "Sum of credit − cost to close − all fees"),
        .init("mean_pnl", .usd, "Mean realised P&L a trade"),
        .init("median_pnl", .usd, "Median realised P&L"),
        .init("worst_pnl", .usd, "Lowest realised P&L"),
        .init("profit_factor", .ratio, "Sum of gains ÷ |sum of losses|; undefined without losses"),
        .init("fees", .usd, "Sum of fees at entry and exit"),
        .init("mean_days", .days, "Mean calendar days from entry to exit"),
    ]

    /// One cell a column of ``columns``.
    var cells: [Value] {
        let rate = winRate
        return [
            .integer(count), .integer(wins), .integer(losses), .integer(flat), Value(rate.figure), rate.low, rate.high,
            .money(pnl), Value(meanPnL), Value(medianPnL), worst.map(Value.money) ?? .undefined(.noData),
            Value(profitFactor), .money(fees), Value(meanDays),
        ]
    }
}

extension Breakdown {
    /// The dataset of a span.
    func dataset(suffix: String = "", span: String = "the week") -> Dataset {
        dimension.definition(suffix: suffix, span: span).dataset(groups.map { [.text($0.key)] + $0.tally.cells })
    }
}

extension Breakdown {
    /// What the names of breakdowns since inception end in.
    static let toDateSuffix = "_to_date"
    /// The span of those.
    static let toDateSpan = "the time since inception"
}
