import Ledger

/// How the desk's equity is given to the sleeves, to the cent.
struct Allocation {
    /// Equity of the desk.
    let equity: Money
    /// MULTIBOOK's share, 0–1.
    let share: Double

    /// A sleeve's capital. With capital the two strategies have the whole equity between them; in shadow each has
    /// what the other has.
    func capital(_ strategy: StrategyName, _ allotment: Allotment) -> Money {
        let multibook = Money(dollars: equity.dollars * share) ?? .zero
        return (strategy == .multibook) == (allotment == .allotted) ? multibook : equity - multibook
    }
}
