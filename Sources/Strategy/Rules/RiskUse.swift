import Dates
import Ledger

/// What a sleeve has used of its limits: what it holds, and what it has decided to open on this tick.
struct RiskUse: Sendable {
    private struct Key: Hashable {
        let symbol: String
        let book: Book
        let expiration: Day?
    }

    /// The sleeve's capital.
    let capital: Money
    /// Maximum loss of everything open.
    private(set) var openRisk = Money.zero
    /// Maximum loss of everything opened today, closed again or not.
    private(set) var dayRisk = Money.zero
    /// Σ Δ × contracts × 100 × spot in dollars, hedge excluded; nil when a position's delta is not known.
    private(set) var dollarDelta: Double? = 0
    private var symbolRisk: [String: Money] = [:]
    private var held: Set<Key> = []
    private var enteredToday: Set<Key> = []
    private var leftToday: Set<Key> = []
    private var positionsByBook: [Book: Int] = [:]

    /// What a sleeve has used, given the positions that it keeps after this tick's exits.
    init(_ sleeve: Sleeve, keeping kept: [HeldPosition], today: Day) {
        capital = sleeve.capital
        for held in kept {
            hold(held.position.trade, maxLoss: held.position.maxLoss)
            // VIX moves against the shares: its delta is not theirs.
            if !held.position.isHedge {
                dollarDelta = dollarDelta.flatMap { sum in held.dollarDelta.map { sum + $0 } }
            }
        }
        let keptIDs = Set(kept.map(\.position.trade.id))
        for trade in sleeve.closedToday + sleeve.positions.map(\.trade) where !keptIDs.contains(trade.id) {
            leftToday.insert(Key(symbol: trade.symbol, book: trade.book, expiration: trade.expiration))
        }
        for trade in sleeve.opened(on: today) {
            dayRisk += trade.maxLoss ?? .zero
            enteredToday.insert(Key(symbol: trade.symbol, book: trade.book, expiration: nil))
        }
    }

    /// Counts a trade that the tick opens.
    mutating func open(_ entry: EntryIntent) {
        openRisk += entry.maxLoss
        dayRisk += entry.maxLoss
        symbolRisk[entry.symbol, default: .zero] += entry.maxLoss
        positionsByBook[entry.book, default: 0] += 1
        held.insert(Key(symbol: entry.symbol, book: entry.book, expiration: entry.expiration))
        enteredToday.insert(Key(symbol: entry.symbol, book: entry.book, expiration: nil))
        if entry.book != .hedge { dollarDelta = dollarDelta.map { $0 + entry.dollarDelta } }
    }

    /// Maximum loss of everything open in a symbol.
    func risk(in symbol: String) -> Money { symbolRisk[symbol] ?? .zero }
    /// Whether anything is held in a symbol.
    func holds(_ symbol: String) -> Bool { symbolRisk[symbol] != nil }
    /// Whether a book holds a symbol with an expiration.
    func holds(_ symbol: String, book: Book, expiration: Day) -> Bool {
        held.contains(Key(symbol: symbol, book: book, expiration: expiration))
    }
    /// Whether a book left a position in a symbol with an expiration today.
    func hasLeft(_ symbol: String, book: Book, expiration: Day) -> Bool {
        leftToday.contains(Key(symbol: symbol, book: book, expiration: expiration))
    }
    /// Whether a book entered a symbol today.
    func hasEntered(_ symbol: String, book: Book) -> Bool {
        enteredToday.contains(Key(symbol: symbol, book: book, expiration: nil))
    }
    /// Positions of a book.
    func positions(of book: Book) -> Int { positionsByBook[book] ?? 0 }

    private mutating func hold(_ trade: Trade, maxLoss: Money) {
        openRisk += maxLoss
        symbolRisk[trade.symbol, default: .zero] += maxLoss
        positionsByBook[trade.book, default: 0] += 1
        held.insert(Key(symbol: trade.symbol, book: trade.book, expiration: trade.expiration))
    }
}
