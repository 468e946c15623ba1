public import Dates
public import Ledger
public import Metrics

/// Everything that the gate decides from: values, and nothing that has to be fetched. What lies after the session is not
/// in it.
public struct GateInput: Sendable {
    /// The session after which is decided.
    public var session: Day
    /// Exchange sessions in order, from the first of the history to as far beyond the session as the calendar reaches.
    public var sessions: [Day]
    /// What the desk earned, paper fills counted at their haircut.
    public var figures: GateFigures
    /// The same with one maximum loss on every open position; nil where that is not known.
    public var afterLoss: GateFigures?
    /// The desk's risk at the end of each session that has a snapshot, ascending.
    public var risks: [SessionRisk]
    /// MULTIBOOK's trades with capital, hedges left out, with the economic event that was near their entry.
    public var trades: [ChecklistInput.Opening]
    /// The share that MULTIBOOK traded, ascending by session.
    public var traded: [TradedShare]
    /// Whether what trades takes its share from the gate; a simulation trades at one of its own.
    public var obeysGate = true
    /// Points of the production checklist that are not passed or signed off, in words; nil where that is not known.
    public var openPoints: [String]?
    /// Whether the figures can be believed.
    public var health: GateHealth
    /// The kill switch.
    public var killSwitch = KillSwitch()
    /// What was approved, oldest first.
    public var approvals: [RulesAuditEntry] = []
    /// People's words, oldest first.
    public var signOffs: [SignOff] = []
    /// The gate's decisions of earlier sessions, oldest first.
    public var records: [GateRecord] = []
    /// People's decisions against them, oldest first.
    public var overrides: [GateOverride] = []
    /// How the gate decides.
    public var settings = GateSettings()
    /// What the desk may risk.
    public var limits = ChecklistLimits()
    /// How daily figures become annual ones.
    public var year = Annualization()
    /// The fewest returns for a Sharpe ratio.
    public var minimumReturns = 20
    /// The version of rules, settings and program: see ``RuleVersion``.
    public var ruleVersion: String

    /// Everything that the gate decides from, the rest as a desk without a past has it.
    public init(
        session: Day, sessions: [Day], figures: GateFigures, afterLoss: GateFigures? = nil,
        risks: [SessionRisk], trades: [ChecklistInput.Opening] = [], traded: [TradedShare],
        health: GateHealth, ruleVersion: String
    ) {
        self.session = session
        self.sessions = sessions
        self.figures = figures
        self.afterLoss = afterLoss
        self.risks = risks
        self.trades = trades
        self.traded = traded
        self.health = health
        self.ruleVersion = ruleVersion
    }

    /// The first session after it; nil where the calendar ends.
    public var nextSession: Day? { sessions.first { $0 > session } }
}
