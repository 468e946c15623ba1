internal import Dates
internal import Ledger

/// The share in force in past sessions, asked for in descending order.
struct SessionShares {
    private let input: GateInput
    private var records: Int
    private var traded: Int

    init(_ input: GateInput) {
        self.input = input
        records = input.records.count
        traded = input.traded.count
    }

    mutating func stage(in session: Day) -> RolloutStage {
        while records > 0, input.records[records - 1].day >= session { records -= 1 }
        guard records == 0 else {
            let share =
                input.overrides.isEmpty
                ? input.records[records - 1].shareAfter
                : ShareInForce(in: session, records: input.records, overrides: input.overrides).share ?? 0
            return RolloutStage(atMost: share)
        }
        while traded > 0, input.traded[traded - 1].day > session { traded -= 1 }
        return traded > 0 ? RolloutStage(atMost: input.traded[traded - 1].share) : .none
    }
}
