import Dates
import Input
import Market

/// A market that shows what it was told to show.
struct ScriptedMarket: MarketData {
    var snapshots: [MarketSnapshot]
    var actions: [Day: [CorporateAction]] = [:]
    var findings: [Finding] = []
    private var index = 0

    init(_ snapshots: [MarketSnapshot], actions: [Day: [CorporateAction]] = [:], findings: [Finding] = []) {
        self.snapshots = snapshots
        self.actions = actions
        self.findings = findings
    }

    var sessions: [Day] { snapshots.map(\.day) }
    var symbols: [String] { snapshots.first?.underlyings.map(\.symbol) ?? [] }
    var isSynthetic: Bool { true }
    var provenance: String { "a script" }

    mutating func next() throws -> MarketSnapshot? {
        guard index < snapshots.count else { return nil }
        index += 1
        return snapshots[index - 1]
    }

    func corporateActions(on day: Day) -> [CorporateAction] { actions[day] ?? [] }
}
