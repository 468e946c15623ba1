internal import Dates
internal import Ledger
internal import Options

/// What a trade is made of, and how the market quotes it.
extension HeldTrade {
    /// Per unit and share; nil for a hedge.
    var entryDelta: Double? {
        switch structure {
        case .putCredit: 0.08
        case .callCredit: -0.07
        case .ironCondor: 0.01
        case .hedge: nil
        }
    }

    var legs: [Leg] {
        guard let expiration else { return [] }
        func leg(_ right: Right, _ strike: Int, _ quantity: Int) -> Leg {
            Leg(
                contract: OptionContract(
                    underlying: symbol, expiration: expiration, right: right, strikeThousandths: strike * 1000),
                quantity: quantity)
        }
        let spot = Int(Month.price(symbol, on: entryDay))
        let (low, high) = (spot - spot / 20, spot + spot / 20)
        switch structure {
        case .putCredit: return [leg(.put, low, -1), leg(.put, low - width, 1)]
        case .callCredit: return [leg(.call, high, -1), leg(.call, high + width, 1)]
        case .ironCondor:
            return [leg(.put, low, -1), leg(.put, low - width, 1), leg(.call, high, -1), leg(.call, high + width, 1)]
        case .hedge: return [leg(.call, spot + 8, 1)]
        }
    }

    /// The Greeks of the whole position, the same on every day.
    func positionMark(on day: Day) -> PositionMark {
        let mark = mark(on: day)
        let count = Double(contracts)
        let (delta, gamma, theta, vega, short): (Double, Double, Double, Double, Double?) =
            switch structure {
            case .putCredit: (8, -0.5, 2.25, -4.5, -0.16)
            case .callCredit: (-7, -0.5, 1.75, -4, 0.17)
            case .ironCondor: (1, -0.75, 3.5, -8, 0.18)
            case .hedge: (30, 2, -1.5, 6, nil)
            }
        return PositionMark(
            tradeID: id, time: Month.look(on: day), mark: mark, unrealizedPnL: opened.unrealizedPnL(mark: mark),
            delta: delta * count, gamma: gamma * count, theta: theta * count, vega: vega * count, shortDelta: short,
            spot: Month.price(symbol, on: day), impliedVolatility: isHedge ? 0.9 : 0.18)
    }

    /// The executions of an opening or a closing: each leg is booked a cent off mid, in a market four cents wide.
    ///
    /// The long leg of each side costs 50 cents; the short leg brings that and the side's part of the price.
    func fills(isOpening: Bool) -> [Fill] {
        guard hasFills, let day = isOpening ? entryDay : exitDay, isOpening || reason != .expired else { return [] }
        let sides = Int64(structure == .ironCondor ? 2 : 1)
        let whole = isOpening ? credit : last
        return legs.map { leg in
            let isShort = leg.quantity < 0
            let price = Price(tenThousandths: 5_000 + (isShort ? whole / sides : 0))
            let quantity = leg.quantity * contracts * (isOpening ? 1 : -1)
            // Sold a cent below mid, bought a cent above it.
            let mid = price.dollars + (quantity < 0 ? 0.01 : -0.01)
            return Fill(
                tradeID: id, time: Month.look(on: day), isOpening: isOpening, contract: leg.contract,
                quantity: quantity, price: price, bid: mid - 0.02, ask: mid + 0.02)
        }
    }
}
