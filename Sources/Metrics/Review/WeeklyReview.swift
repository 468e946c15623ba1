internal import Dates
public import Input
internal import Ledger

/// The weekly review: every section as typed results, and all of them as datasets and scalars under stable names.
///
/// A pure function of its input. Rows stand in the order that each dataset's definition names.
public struct WeeklyReview: Sendable {
    /// How equity changed over the week.
    public let change: WeekChange
    /// Theta through the week.
    public let theta: WeekTheta
    /// What theta promised and what became of it.
    public let thetaLedger: ThetaLedger
    /// Closed trades of the week by each dimension.
    public let breakdowns: [Breakdown]
    /// Closed trades since inception by each dimension.
    public let breakdownsToDate: [Breakdown]
    /// Statistics of daily returns by strategy and window.
    public let performance: [Performance]
    /// Closed trades by strategy and window.
    public let windows: [WindowTally]
    /// The five key figures.
    public let kpis: [KPI]
    /// Equity to the cent.
    public let reconciliation: Reconciliation
    /// New against old.
    public let comparison: StrategyComparison
    /// Confidence against outcome.
    public let calibration: TierCalibration
    /// What is open at the week's end.
    public let openPositions: [OpenPosition]
    /// One maximum loss on everything open.
    public let worstPlausible: WorstPlausible
    /// Risk through the week.
    public let exposure: [Exposure]
    /// What the strategies did.
    public let activity: [Activity]
    /// Credit against width.
    public let creditToWidth: CreditToWidth
    /// What was reported otherwise.
    public let restatement: Restatement

    let facts: ReviewFacts

    /// Reviews a week.
    public init(_ input: ReviewInput) {
        let facts = ReviewFacts(input)
        self.facts = facts
        change = WeekChange(facts)
        theta = WeekTheta(facts)
        thetaLedger = ThetaLedger(facts)
        breakdowns = TradeDimension.allCases.map { Breakdown(facts.closedInWeek, by: $0) }
        breakdownsToDate = TradeDimension.allCases.map { Breakdown(facts.closed, by: $0) }
        performance = Performance.all(facts)
        windows = WindowTally.all(facts)
        kpis = KPI.all(facts, performance)
        reconciliation = Reconciliation(facts, change, breakdowns)
        comparison = StrategyComparison(facts)
        calibration = TierCalibration(
            facts.closed.lazy.filter { $0.strategy == .multibook }, minimum: facts.settings.minimumTrades)
        openPositions = OpenPosition.all(facts)
        worstPlausible = WorstPlausible(openPositions, theta)
        exposure = Exposure.all(facts)
        activity = Activity.all(facts)
        creditToWidth = CreditToWidth(facts)
        restatement = Restatement(reported: input.reported, now: input.restated)
    }

    /// What is doubtful or does not add up, the gravest first.
    public var findings: [Finding] {
        let missing = theta.sessions.filter { $0.theta.value == nil }.map { session in
            Finding(
                severity: .warning, rule: "review.snapshot-missing", subject: "portfolio_metrics", day: session.day,
                message: "The session \(session.day.iso) has no snapshot; gross theta lacks it.")
        }
        let all = change.findings + reconciliation.findings + missing
        return all.enumerated().sorted { one, other in
            (other.element.severity, one.offset) < (one.element.severity, other.offset)
        }.map(\.element)
    }

    /// Every dataset, in the order of ``MetricCatalogue/datasets``.
    public var datasets: [Dataset] {
        breakdowns.map { $0.dataset() }
            + breakdownsToDate.map { $0.dataset(suffix: Breakdown.toDateSuffix, span: Breakdown.toDateSpan) }
            + [
                Performance.definition.dataset(performance.map(\.cells)),
                WindowTally.definition.dataset(windows.map(\.cells)),
                Drawdown.dataset(facts.sleeves),
                KPI.definition.dataset(kpis.map(\.cells)),
                comparison.dataset,
                theta.dataset,
                thetaLedger.dataset,
                reconciliation.dataset,
                calibration.dataset,
                OpenPosition.definition.dataset(openPositions.map(\.cells)),
                worstPlausible.dataset,
                Exposure.definition.dataset(exposure.map(\.cells)),
                Activity.definition.dataset(activity.map(\.cells)),
                Activity.refusals(activity),
                creditToWidth.dataset,
                restatement.dataset,
            ]
    }
}
