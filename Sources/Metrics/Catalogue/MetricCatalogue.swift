/// The dictionary: every dataset and scalar that a weekly review computes, with units and meanings.
public enum MetricCatalogue {
    /// Every dataset, in the order of ``WeeklyReview/datasets``.
    public static var datasets: [DatasetDefinition] {
        TradeDimension.allCases.map { $0.definition() }
            + TradeDimension.allCases.map {
                $0.definition(suffix: Breakdown.toDateSuffix, span: Breakdown.toDateSpan)
            }
            + [
                Performance.definition, WindowTally.definition, Drawdown.definition, KPI.definition,
                StrategyComparison.definition, WeekTheta.definition, ThetaLedger.definition, Reconciliation.definition,
                TierCalibration.definition, OpenPosition.definition, WorstPlausible.definition, Exposure.definition,
                Activity.definition, Activity.refusalsDefinition, CreditToWidth.definition, Restatement.definition,
            ]
    }
}
