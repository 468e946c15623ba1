internal import Dates
internal import Ledger

/// What the desk traded.
extension Month {
    private static let august = Day(2026, 8, 21)
    private static let september = Day(2026, 9, 4)

    /// Every trade, by number: 1–9 closed by MULTIBOOK, one for each reason to close; 10–13 open, one of each structure
    /// and one of the last session; 14–16 hedges; 17–19 LEGACY's; 20 and 21 in shadow.
    static let trades: [HeldTrade] = [
        HeldTrade(
            id: 1, book: .primary, symbol: "SPY", structure: .putCredit, contracts: 3, entry: 6, credit: 8_000,
            width: 5,
            expiration: august, confidence: 82, exit: 16, last: 4_000, reason: .profit, hasFills: true),
        HeldTrade(
            id: 2, book: .primary, symbol: "QQQ", structure: .ironCondor, contracts: 1, entry: 7, credit: 11_000,
            width: 5, expiration: august, confidence: 91, exit: 24, last: 27_500, reason: .stop, hasFills: true),
        HeldTrade(
            id: 3, book: .incomePop, symbol: "XLE", structure: .putCredit, contracts: 4, entry: 8, credit: 4_500,
            width: 2, expiration: july(17), confidence: 74, exit: 16, last: 500, reason: .expiry, hasFills: true),
        HeldTrade(
            id: 4, book: .primary, symbol: "IWM", structure: .callCredit, contracts: 2, entry: 9, credit: 7_000,
            width: 3, expiration: august, confidence: 77, exit: 27, last: 10_500, reason: .deltaBreach),
        HeldTrade(
            id: 5, book: .primary, symbol: "DIA", structure: .callCredit, contracts: 1, entry: 10, credit: 9_000,
            width: 5, expiration: august, confidence: 86, exit: 28, last: 9_500, reason: .assignment),
        HeldTrade(
            id: 6, book: .primary, symbol: "SPY", structure: .ironCondor, contracts: 1, entry: 6, credit: 12_000,
            width: 5, expiration: Day(2026, 8, 17), confidence: 90, exit: 27, last: 6_000, reason: .time),
        HeldTrade(
            id: 7, book: .incomePop, symbol: "QQQ", structure: .putCredit, contracts: 2, entry: 17, credit: 3_500,
            width: 2, expiration: july(24), confidence: 70, exit: 24, last: 0, reason: .expired, hasFills: true),
        // 60.00 − 57.20 − 2 × 1.40 = 0.00.
        HeldTrade(
            id: 8, book: .primary, symbol: "XLK", structure: .putCredit, contracts: 1, entry: 16, credit: 6_000,
            width: 3, expiration: august, confidence: 79, exit: 28, last: 5_720, reason: .other),
        HeldTrade(
            id: 9, book: .primary, symbol: "SPY", structure: .putCredit, contracts: 2, entry: 20, credit: 7_500,
            width: 5, expiration: september, confidence: 88, exit: 31, last: 3_700, reason: .profit, hasFills: true),
        HeldTrade(
            id: 10, book: .primary, symbol: "SPY", structure: .putCredit, contracts: 3, entry: 21, credit: 8_500,
            width: 5, expiration: september, confidence: 84, last: 6_000),
        HeldTrade(
            id: 11, book: .primary, symbol: "IWM", structure: .callCredit, contracts: 2, entry: 22, credit: 6_500,
            width: 3, expiration: september, confidence: 76, last: 8_000),
        HeldTrade(
            id: 12, book: .primary, symbol: "QQQ", structure: .ironCondor, contracts: 1, entry: 23, credit: 12_500,
            width: 5, expiration: september, confidence: 92, last: 11_500,
            stopRule: "=cmd|' /C calc'!A0 | <b>profit</b> 50%"),
        HeldTrade(
            id: 13, book: .primary, symbol: "DIA", structure: .putCredit, contracts: 1, entry: 31, credit: 7_000,
            width: 5, expiration: Day(2026, 9, 18), confidence: 79, last: 7_000),
        HeldTrade(
            id: 14, book: .hedge, symbol: "VIX", structure: .hedge, contracts: 2, entry: 6, credit: -10_000, width: 0,
            expiration: july(22), confidence: nil, exit: 15, last: -8_000, reason: .hedgeRoll),
        HeldTrade(
            id: 15, book: .hedge, symbol: "VIX", structure: .hedge, contracts: 2, entry: 15, credit: -11_000, width: 0,
            expiration: Day(2026, 8, 19), confidence: nil, exit: 27, last: -9_000, reason: .hedgeNotRequired),
        HeldTrade(
            id: 16, book: .hedge, symbol: "VIX", structure: .hedge, contracts: 1, entry: 31, credit: -12_000, width: 0,
            expiration: Day(2026, 9, 16), confidence: nil, last: -12_000),
        HeldTrade(
            id: 17, book: .legacy, symbol: "SPY", structure: .putCredit, contracts: 1, entry: 8, credit: 10_000,
            width: 5, expiration: Day(2026, 8, 7), confidence: nil, exit: 21, last: 5_000, reason: .profit,
            hasFills: true),
        HeldTrade(
            id: 18, book: .legacy, symbol: "QQQ", structure: .callCredit, contracts: 1, entry: 17, credit: 11_000,
            width: 5, expiration: Day(2026, 8, 14), confidence: nil, exit: 29, last: 22_000, reason: .stop),
        HeldTrade(
            id: 19, book: .legacy, symbol: "IWM", structure: .putCredit, contracts: 1, entry: 27, credit: 9_000,
            width: 5, expiration: Day(2026, 8, 28), confidence: nil, last: 9_500, stopRule: nil),
        HeldTrade(
            id: 20, book: .primary, allotment: .shadow, symbol: "SPY", structure: .putCredit, contracts: 9, entry: 6,
            credit: 8_000, width: 5, expiration: august, confidence: 82, exit: 16, last: 4_000, reason: .profit),
        HeldTrade(
            id: 21, book: .legacy, allotment: .shadow, symbol: "QQQ", structure: .callCredit, contracts: 1, entry: 20,
            credit: 10_500, width: 5, expiration: Day(2026, 8, 20), confidence: nil, last: 9_000),
    ]
}
