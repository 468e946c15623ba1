import Dates
import Ledger
import Strategy

/// What both strategies made of the same tick; the hedge is no proposal. Each is looked at where it has capital, in
/// shadow where it has none: both sleeves together would count LEGACY's fixed contracts twice.
func comparison(_ decisions: Decisions, accounts: [Account], time: Instant) -> ParallelComparison {
    func allotment(_ strategy: StrategyName) -> Allotment {
        accounts.contains {
            $0.sleeve.strategy == strategy && $0.sleeve.allotment == .allotted && $0.sleeve.capital > .zero
        } ? .allotted : .shadow
    }
    func entries(_ strategy: StrategyName) -> [EntryIntent] {
        decisions.sleeves.filter { $0.strategy == strategy && $0.allotment == allotment(strategy) }.flatMap(\.entries)
            .filter { $0.book != .hedge }
    }
    func proposed(_ entries: [EntryIntent]) -> [String] {
        Set(entries.map { "\($0.symbol) \($0.structure.rawValue)" }).sorted()
    }
    func exposure(_ strategy: StrategyName) -> Money {
        accounts.filter { $0.sleeve.strategy == strategy && $0.sleeve.allotment == allotment(strategy) }
            .flatMap(\.sleeve.positions).reduce(.zero) { $0 + $1.maxLoss }
    }
    func directions(_ entries: [EntryIntent], _ symbol: String) -> Set<Direction> {
        Set(entries.filter { $0.symbol == symbol }.map(\.structure.direction))
    }
    let (multibook, legacy) = (entries(.multibook), entries(.legacy))
    let (new, old) = (Set(multibook.map(\.symbol)), Set(legacy.map(\.symbol)))
    let opposite = new.intersection(old).filter { symbol in
        let (first, second) = (directions(multibook, symbol), directions(legacy, symbol))
        return first.contains(.bullish) && second.contains(.bearish)
            || first.contains(.bearish) && second.contains(.bullish)
    }
    let (size, oldSize) = (
        multibook.reduce(Money.zero) { $0 + $1.maxLoss }, legacy.reduce(Money.zero) { $0 + $1.maxLoss }
    )
    return ParallelComparison(
        time: time, multibookProposed: proposed(multibook), legacyProposed: proposed(legacy),
        multibookExposure: exposure(.multibook), legacyExposure: exposure(.legacy),
        onlyOne: new.symmetricDifference(old).sorted(), opposite: opposite.sorted(),
        sizeRatio: size > .zero && oldSize > .zero ? size.dollars / oldSize.dollars : nil)
}
