internal import Dates
public import Ledger

/// What theta promised in the week, and what became of it, per book.
///
/// Between two marks of a position a change of its P&L is split by the Greeks of the first: time θ·Δt, direction Δ·ΔS,
/// gamma ½Γ·ΔS², vega V·Δσ; what they leave is unexplained. Source: Taylor's theorem; the split is the usual P&L explain.
/// From the entry to the first mark, and beyond the last mark but for time, there are no Greeks to split by: that part
/// stands apart.
public struct ThetaLedger: Hashable, Sendable {
    /// One book.
    public struct Row: Hashable, Sendable {
        /// The book.
        public let book: Book
        /// Σ θ × calendar days to the next session, over the last marks of the week's sessions, in dollars.
        public var generated = 0.0
        /// P&L of the week explained by time, in dollars.
        public var realized = 0.0
        /// P&L explained by moves of the underlying, first order.
        public var delta = 0.0
        /// P&L explained by moves of the underlying, second order.
        public var gamma = 0.0
        /// P&L explained by changes of implied volatility.
        public var vega = 0.0
        /// P&L on the way in and out that cannot be split, fees included.
        public var entriesAndExits = 0.0
        /// P&L between marks that the Greeks do not explain.
        public var unexplained = 0.0
        /// Marks behind the row; without any its parts are unknown.
        public var marks = 0
        /// Realised P&L and change of unrealised P&L in the week.
        public var pnl = Money.zero

        /// Gamma + vega: negative when they took theta back.
        public var givenBack: Double { gamma + vega }
    }

    /// Books with positions in the week, in the order of declaration.
    public let rows: [Row]

    init(_ facts: ReviewFacts) {
        var rows = Dictionary(uniqueKeysWithValues: Book.allCases.map { ($0, Row(book: $0)) })
        let daysToNext = Dictionary(
            uniqueKeysWithValues: facts.weekSessions.compactMap { day in
                facts.session(after: day).map { (day, Double(day.days(to: $0))) }
            })
        for trade in facts.active {
            rows[trade.book]?.add(trade, facts, daysToNext)
        }
        let books = Set(facts.active.map(\.book))
        self.rows = Book.allCases.filter(books.contains).compactMap { rows[$0] }
    }

    static let definition = DatasetDefinition(
        "theta_ledger", "Books with positions in the week: what theta promised and what became of it",
        [
            .init("book", .text, "The book"),
            .init("theta_generated", .usd, "Sum over the week's marks of theta × calendar days to the next session"),
            .init("theta_realized", .usd, "P&L of the week explained by time"),
            .init("given_back", .usd, "Gamma + vega: negative where they took theta back"),
            .init("gamma", .usd, "P&L explained by the square of the underlying's moves"),
            .init("vega", .usd, "P&L explained by changes of implied volatility"),
            .init("delta", .usd, "P&L explained by the underlying's moves, first order"),
            .init("entries_and_exits", .usd, "P&L on the way in and out, which no mark splits, fees included"),
            .init("unexplained", .usd, "P&L between marks that the Greeks do not explain"),
            .init("pnl", .usd, "Realised P&L and change of unrealised P&L: the sum of the parts from theta_realized"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            rows.map { row in
                [.text(row.book.rawValue)]
                    + [
                        row.generated, row.realized, row.givenBack, row.gamma, row.vega, row.delta, row.entriesAndExits,
                        row.unexplained,
                    ].map { row.marks > 0 ? .number($0) : .undefined(.notRecorded) } + [.money(row.pnl)]
            })
    }
}

extension ThetaLedger.Row {
    /// Takes up what a position did in the week.
    fileprivate mutating func add(_ trade: Trade, _ facts: ReviewFacts, _ daysToNext: [Day: Double]) {
        let inWeek = (facts.marks[trade.id] ?? []).filter { $0.day >= facts.input.week.monday }
        for (index, mark) in inWeek.enumerated() {
            // Only the last mark of a day carries over to the next session.
            if index + 1 < inWeek.count, inWeek[index + 1].day == mark.day { continue }
            generated += mark.theta * (daysToNext[mark.day] ?? 0)
        }
        let opening = facts.wasOpenBefore(trade) ? facts.openingMark(trade) : nil
        let points = (opening.map { [$0] } ?? []) + inWeek
        marks += points.count
        for (from, to) in zip(points, points.dropFirst()) { explain(from, to) }
        // A position without an opening mark begins at zero, as in the change of the week.
        if opening == nil, let first = inWeek.first {
            entriesAndExits += first.unrealizedPnL.dollars
            pnl = pnl + first.unrealizedPnL
        }
        guard !facts.isOpenAtEnd(trade), let final = trade.realizedPnL, let exit = trade.exitDay else { return }
        let last = points.last
        let rest = final - (last?.unrealizedPnL ?? .zero)
        let time = last.map { $0.theta * Double($0.day.days(to: exit)) } ?? 0
        realized += time
        entriesAndExits += rest.dollars - time
        pnl = pnl + rest
    }

    private mutating func explain(_ from: PositionMark, _ to: PositionMark) {
        let change = to.unrealizedPnL - from.unrealizedPnL
        let move = to.spot - from.spot
        let time = from.theta * Double(from.day.days(to: to.day))
        let first = from.delta * move
        let second = from.gamma * move * move / 2
        var volatility = 0.0
        if let before = from.impliedVolatility, let after = to.impliedVolatility {
            volatility = from.vega * (after - before) * 100
        }
        realized += time
        delta += first
        gamma += second
        vega += volatility
        unexplained += change.dollars - time - first - second - volatility
        pnl = pnl + change
    }
}
