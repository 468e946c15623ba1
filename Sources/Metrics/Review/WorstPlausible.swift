public import Ledger

/// One maximum loss on every open position at once: the desk's tail, in dollars and in weeks of theta.
public struct WorstPlausible: Hashable, Sendable {
    /// One book, or the desk.
    public struct Row: Hashable, Sendable {
        /// The book; nil for the desk.
        public let book: Book?
        /// Open positions.
        public let positions: Int
        /// Positions whose maximum loss is not known, which the sum lacks.
        public let unknown: Int
        /// The sum of the maximum losses.
        public let maxLoss: Money
        /// Maximum loss ÷ gross theta of the desk's week.
        public let weeksOfTheta: Figure
    }

    /// Books with open positions in the order of declaration, then the desk.
    public let rows: [Row]

    init(_ positions: [OpenPosition], _ theta: WeekTheta) {
        func row(_ book: Book?, _ positions: [OpenPosition]) -> Row {
            let losses = positions.compactMap(\.trade.maxLoss)
            let sum = losses.reduce(.zero, +)
            return Row(
                book: book, positions: positions.count, unknown: positions.count - losses.count, maxLoss: sum,
                weeksOfTheta: theta.capture(of: 1).map { $0 * sum.dollars })
        }
        rows =
            Book.allCases.compactMap { book in
                let held = positions.filter { $0.trade.book == book }
                return held.isEmpty ? nil : row(book, held)
            } + [row(nil, positions)]
    }

    /// The desk.
    public var desk: Row? { rows.last }

    static let definition = DatasetDefinition(
        "worst_plausible", "One maximum loss on every open position: books with positions, then the desk",
        [
            .init("book", .text, "The book, or DESK for all of them"),
            .init("positions", .count, "Open positions with capital, hedges included"),
            .init("max_loss", .usd, "Sum of the maximum losses, entry fees included"),
            .init("weeks_of_theta", .ratio, "Maximum loss ÷ the desk's gross theta of the week"),
            .init("unknown", .count, "Positions whose maximum loss is not known and is not in the sum"),
        ])

    var dataset: Dataset {
        Self.definition.dataset(
            rows.map { row in
                [
                    .text(row.book?.rawValue ?? "DESK"), .integer(row.positions), .money(row.maxLoss),
                    Value(row.weeksOfTheta), .integer(row.unknown),
                ]
            })
    }
}
